namespace GateDsl.Samples.Writing;

/// <summary>The folder of one experiment. A summary.json in it says that everything beside it is whole and of the same run.</summary>
public sealed class OutputFolder
{
    private const string Summary = "summary.json";
    private readonly string _staging;

    private OutputFolder(string path)
    {
        Path = path;
        _staging = System.IO.Path.Combine(path, ".unfinished");
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes the folder, and tries to write into it: better now than after minutes of training.</summary>
    /// <exception cref="IOException">It cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static OutputFolder Prepare(string root, string name)
    {
        OutputFolder folder = new(System.IO.Path.Combine(root, name));
        folder.Stage([]);
        folder.RemoveStaging();
        return folder;
    }

    /// <summary>
    /// Writes all files beside their final places first, then renames them, the summary last. What fails on the way leaves an earlier run
    /// untouched, or, if the renaming itself fails, without its summary.
    /// </summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    public void Write(Findings findings)
    {
        try
        {
            Stage([.. findings.Files, (Summary, findings.Metrics.ToBytes())]);
            File.Delete(Final(Summary));
            foreach ((string name, _) in findings.Files)
            {
                File.Move(Staged(name), Final(name), overwrite: true);
            }

            File.Move(Staged(Summary), Final(Summary));
        }
        finally
        {
            RemoveStaging();
        }
    }

    private void Stage(IEnumerable<(string Name, byte[] Content)> files)
    {
        // A run that was killed may have left its own.
        RemoveStaging();
        Directory.CreateDirectory(_staging);
        foreach ((string name, byte[] content) in files)
        {
            File.WriteAllBytes(Staged(name), content);
        }
    }

    private void RemoveStaging()
    {
        if (Directory.Exists(_staging))
        {
            Directory.Delete(_staging, recursive: true);
        }
    }

    private string Final(string name) => System.IO.Path.Combine(Path, name);

    private string Staged(string name) => System.IO.Path.Combine(_staging, name);
}
