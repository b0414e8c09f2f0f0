namespace GateDsl.Sweeps;

/// <summary>One run of an experiment: where it is, its seed, and where it may put files.</summary>
public sealed class SweepRun
{
    private readonly Func<string, string> _fileFor;
    private readonly Func<string> _checkpointFolder;

    internal SweepRun(int index, Point point, ulong seed, int attempt, Func<string, string> fileFor, Func<string> checkpointFolder,
        CancellationToken cancellationToken)
    {
        (Index, Point, Seed, Attempt, CancellationToken) = (index, point, seed, attempt, cancellationToken);
        (_fileFor, _checkpointFolder) = (fileFor, checkpointFolder);
    }

    /// <summary>Its number in the plan, from 0.</summary>
    public int Index { get; }

    /// <summary>The value of every parameter.</summary>
    public Point Point { get; }

    /// <summary>Everything random comes from it.</summary>
    public ulong Seed { get; }

    /// <summary>1 at the first try of this process, 2 at the first retry.</summary>
    public int Attempt { get; }

    /// <summary>Asks the run to stop, soon after a SIGTERM; a run that does not is dropped.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>
    /// A folder that outlives the process: what a killed run left there is there when it is tried again. It is removed once the run is done. Good
    /// for a training's checkpoint.
    /// </summary>
    public string CheckpointFolder => _checkpointFolder();

    /// <summary>The value of a parameter.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="parameter">One that the experiment was declared with.</param>
    /// <exception cref="ArgumentException">The experiment does not have it.</exception>
    public T Get<T>(Parameter<T> parameter)
        where T : notnull => Point.Get(parameter);

    /// <summary>
    /// The path to write a file of this run to. It is kept if the run ends well, at <c>files/000/000123/name</c> of the results. A file that is asked for
    /// and never written is not there, and that is no error.
    /// </summary>
    /// <param name="name">A file name without folders.</param>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public string FileFor(string name) => _fileFor(name);
}
