namespace GateDsl.Sweeps;

/// <summary>The files of a run: written apart, moved to their place when the run is done.</summary>
/// <param name="folder">Of the results.</param>
/// <param name="run">Which.</param>
/// <param name="runner">Whose.</param>
internal sealed class RunFiles(ResultsFolder folder, int run, string runner)
{
    private readonly string _apart = Path.Combine(folder.Unfinished, runner, ResultsFolder.Name(run));

    /// <summary>Where to write the file of a name.</summary>
    public string PathFor(string name)
    {
        if (name.Length == 0 || name is "." or ".." || name.AsSpan().IndexOfAny('/', '\\', '\0') >= 0)
        {
            throw new ArgumentException($"'{name}' is no name of a file; it must not lead to another folder.", nameof(name));
        }

        Directory.CreateDirectory(_apart);
        return Path.Combine(_apart, name);
    }

    /// <summary>Moves the files to their place and says their names.</summary>
    public string[] Keep()
    {
        if (!Directory.Exists(_apart))
        {
            return [];
        }

        if (!Directory.EnumerateFileSystemEntries(_apart).Any())
        {
            // Asked for, and never written.
            Disk.TryDeleteFolder(_apart);
            return [];
        }

        string[] names = [.. Directory.EnumerateFiles(_apart).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        foreach (string name in names)
        {
            WholeFile.Flush(Path.Combine(_apart, name));
        }

        // Without its result a run is not done, so what lies there is left from a runner that died between the two.
        string place = folder.Files(run);
        Disk.TryDeleteFolder(place);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        Directory.Move(_apart, place);
        return names;
    }

    /// <summary>Forgets the files of a run that was not done.</summary>
    public void Drop()
    {
        if (Directory.Exists(_apart))
        {
            Disk.TryDeleteFolder(_apart);
        }
    }
}
