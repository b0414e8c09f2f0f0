namespace GateDsl.Sweeps;

/// <summary>
/// Which runs are in hand, so that two runners at once don't do the same one: a byte of one file for each, locked by the process that has it. Where
/// the file system has no locks every runner does its whole share, which costs time alone, as the results are the same.
/// </summary>
internal sealed class Claims : IDisposable
{
    // Nobody ever has so large a run.
    private const long ProbePosition = 1L << 40;

    private readonly FileStream _file;
    private readonly bool _works;

    public Claims(ResultsFolder folder)
    {
        _file = new FileStream(folder.Claims, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        long probe = ProbePosition + Environment.ProcessId;
        _works = ByteLock.IsSupported && ByteLock.TryTake(_file, probe);
    }

    /// <summary>Takes a run that no other process has.</summary>
    public bool TryTake(int run) => !_works || ByteLock.TryTake(_file, run);

    /// <summary>Lets go of a run.</summary>
    public void Release(int run)
    {
        if (_works)
        {
            ByteLock.Release(_file, run);
        }
    }

    public void Dispose() => _file.Dispose();
}
