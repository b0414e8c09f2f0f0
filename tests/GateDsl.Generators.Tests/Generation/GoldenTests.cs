using System.Text;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>
/// What is generated for the Quickstart stands beside it, so that a reader on the web sees the product and a review sees what changed.
/// <c>GATEDSL_UPDATE_GOLDEN=1 dotnet test tests/GateDsl.Generators.Tests --filter Golden</c> writes the files anew.
/// </summary>
public class GoldenTests
{
    private const string Update = "GATEDSL_UPDATE_GOLDEN";

    private static readonly string Quickstart = Path.Combine(Repository.Root, "samples", "Quickstart");
    private static readonly string Golden = Path.Combine(Quickstart, "Generated");

    [Fact]
    public void TheGeneratedFilesOfTheQuickstartAreThoseBesideIt()
    {
        Dictionary<string, byte[]> generated = Generate();
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Write(generated);
        }

        Assert.Equal(generated.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Golden).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach ((string name, byte[] bytes) in generated)
        {
            Assert.True(
                bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Golden, name))),
                $"samples/Quickstart/Generated/{name} is not what is generated now. If that is meant, run "
                + $"{Update}=1 dotnet test tests/GateDsl.Generators.Tests --filter Golden");
        }
    }

    /// <summary>By file name, as the build would write them.</summary>
    private static Dictionary<string, byte[]> Generate()
    {
        string[] sources = [.. Directory.EnumerateFiles(Quickstart, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        (_, GeneratorDriverRunResult result) = InMemory.Generate(sources);
        return result.Results.SelectMany(generator => generator.GeneratedSources).ToDictionary(
            source => source.HintName,
            source => (byte[])[.. source.SourceText.Encoding!.GetPreamble(), .. Encoding.UTF8.GetBytes(source.SourceText.ToString())]);
    }

    private static void Write(Dictionary<string, byte[]> generated)
    {
        Directory.CreateDirectory(Golden);
        foreach (string stale in Directory.EnumerateFiles(Golden))
        {
            File.Delete(stale);
        }

        foreach ((string name, byte[] bytes) in generated)
        {
            File.WriteAllBytes(Path.Combine(Golden, name), bytes);
        }
    }
}
