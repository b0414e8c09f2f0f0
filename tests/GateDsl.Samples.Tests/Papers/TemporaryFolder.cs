using System.Globalization;
using System.Text.Json;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>A folder of its own for a test, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("gatedsl-paper-").FullName;

    public string Path { get; }

    /// <summary>The names of the files of an experiment, sorted, hidden ones too; none where it has no folder.</summary>
    public string[] FilesOf(string experiment)
    {
        string folder = System.IO.Path.Combine(Path, experiment);
        return Directory.Exists(folder)
            ? [.. Directory.GetFileSystemEntries(folder).Select(file => System.IO.Path.GetFileName(file)!).Order(StringComparer.Ordinal)]
            : [];
    }

    public byte[] Bytes(string experiment, string file) => File.ReadAllBytes(System.IO.Path.Combine(Path, experiment, file));

    public string Text(string experiment, string file) => File.ReadAllText(System.IO.Path.Combine(Path, experiment, file));

    /// <summary>The metrics of an experiment.</summary>
    public Dictionary<string, double> Summary(string experiment) =>
        JsonSerializer.Deserialize<Dictionary<string, double>>(Text(experiment, "summary.json"))!;

    /// <summary>A column of a table.</summary>
    public double[] Column(string experiment, string file, string name)
    {
        string[][] rows = [.. Text(experiment, file).TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
        int column = Array.IndexOf(rows[0], name);
        return [.. rows[1..].Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
