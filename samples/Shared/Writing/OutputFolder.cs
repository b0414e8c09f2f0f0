using GateDsl.Commanding;

namespace GateDsl.Samples.Writing;

/// <summary>
/// The folder of one experiment. It is written beside its place and takes it in one step, so that whatever happens on the way, a full disk or the
/// end of the process, what is there is one run, whole: the earlier one or this. A summary.json in it says so.
/// </summary>
public sealed class OutputFolder
{
    private const string Summary = "summary.json";
    private const int Pause = 20;
    private const int MostVanished = 50;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly string _staging;
    private readonly string _previous;
    private readonly string _turn;

    private OutputFolder(string root, string name)
    {
        Path = System.IO.Path.Combine(root, name);
        string real = WholeFile.Resolved(Path);
        string beside = System.IO.Path.GetDirectoryName(real)!;
        _staging = System.IO.Path.Combine(beside, $".{name}.unfinished");
        _previous = System.IO.Path.Combine(beside, $".{name}.previous");
        _turn = System.IO.Path.Combine(beside, $".{name}.turn");
        Place = real;
    }

    /// <summary>Where it is, as it was asked for.</summary>
    public string Path { get; }

    // Where it is, whatever links lead there.
    private string Place { get; }

    /// <summary>Tries to write beside the folder: better now than after minutes of training. Puts in order what a run left that was killed.</summary>
    /// <param name="root">The folder of all experiments.</param>
    /// <param name="name">The name of the experiment.</param>
    /// <exception cref="IOException">It cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static OutputFolder Prepare(string root, string name)
    {
        OutputFolder folder = new(root, name);
        using FileStream turn = folder.WaitForTurn();
        folder.Recover();
        folder.Stage([]);
        Remove(folder._staging);
        return folder;
    }

    /// <summary>Writes all files beside the folder, then takes its place. What fails on the way leaves an earlier run as it was.</summary>
    /// <param name="findings">What the experiment found.</param>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    public void Write(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        using FileStream turn = WaitForTurn();
        try
        {
            Stage([.. findings.Files, (Summary, findings.Metrics.ToBytes())]);
            if (Directory.EnumerateFiles(_staging).Select(file => Place + System.IO.Path.DirectorySeparatorChar + System.IO.Path.GetFileName(file))
                .FirstOrDefault(Directory.Exists) is { } blocked)
            {
                throw new IOException($"{blocked} is a folder.");
            }

            TakePlace();
        }
        finally
        {
            Remove(_staging);
        }
    }

    /// <summary>Of two processes that write the same folder, the second waits until the first is done.</summary>
    private FileStream WaitForTurn()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_turn)!);
        int vanished = 0;
        for (DateTime end = DateTime.UtcNow + LongestWait; ;)
        {
            try
            {
                return new FileStream(_turn, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (DateTime.UtcNow < end && (File.Exists(_turn) || ++vanished < MostVanished))
            {
                // Taken, or given back just now.
                Thread.Sleep(Pause);
            }
        }
    }

    private void Stage(IEnumerable<(string Name, byte[] Content)> files)
    {
        // A run that was killed may have left its own.
        Remove(_staging);
        Directory.CreateDirectory(_staging);
        foreach ((string name, byte[] content) in files)
        {
            File.WriteAllBytes(System.IO.Path.Combine(_staging, name), content);
        }
    }

    private void TakePlace()
    {
        if (!Directory.Exists(Place))
        {
            Directory.Move(_staging, Place);
            return;
        }

        Remove(_previous);
        if (FolderExchange.TryExchange(_staging, Place))
        {
            Directory.Move(_staging, _previous);
        }
        else
        {
            // Between the two there is no folder; one that is killed here is put back by the next run.
            Directory.Move(Place, _previous);
            Directory.Move(_staging, Place);
        }

        KeepOthers();
    }

    private void Recover()
    {
        if (!Directory.Exists(_previous))
        {
            return;
        }

        if (Directory.Exists(Place))
        {
            KeepOthers();
        }
        else
        {
            Directory.Move(_previous, Place);
        }
    }

    // What lay in the folder and is of no run, or of one that wrote more files, stays there.
    private void KeepOthers()
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(_previous))
        {
            string place = System.IO.Path.Combine(Place, System.IO.Path.GetFileName(entry));
            if (!System.IO.Path.Exists(place))
            {
                Directory.Move(entry, place);
            }
        }

        Remove(_previous);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
