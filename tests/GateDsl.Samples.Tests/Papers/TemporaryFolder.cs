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

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
