using GateDsl.Generators.Tests.Hostile.Checking;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Hostile.Corpus;

/// <summary>Declarations as data: a line of a text file each, put into a declaration that is right in all else, or whole files.</summary>
internal static class CorpusFile
{
    private const string Separator = "=== ";

    private const string NextFile = "--- file";

    /// <summary>Lines that are not empty and no remarks ("## ...").</summary>
    public static IEnumerable<string> Lines(string file) =>
        Read(file).Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith("## ", StringComparison.Ordinal));

    /// <summary>Cases of whole files, each under "=== what it tries", files parted by "--- file".</summary>
    public static IEnumerable<HostileCase> Cases(string file) => Read(file).Split("\n" + Separator).Skip(1).Select(text =>
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        return new HostileCase(text[..end], text[(end + 1)..].Split(NextFile + "\n"));
    });

    private static string Read(string file) =>
        "\n" + File.ReadAllText(Path.Combine(Repository.Root, "tests", "GateDsl.Generators.Tests", "Hostile", "Corpus", file));
}
