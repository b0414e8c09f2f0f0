namespace GateDsl;

/// <summary>
/// Where a training keeps what it needs to go on after it was killed: weights, velocities and log. Called again with the same arguments it goes on
/// from there and ends with the bits of one that was not stopped; called again when it is finished, it returns its log. The file is there whole, or
/// as it was before.
/// </summary>
public sealed record Checkpoint
{
    /// <param name="path">The file; its folder must be there. <c>TrainMany</c> puts the seed before the ending.</param>
    /// <param name="everyEpochs">It is written after so many epochs, at least 1, after the last, and where the training is cancelled.</param>
    /// <exception cref="ArgumentException">There is no path, or fewer than one epoch.</exception>
    public Checkpoint(string path, int everyEpochs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(everyEpochs, 1);
        (Path, EveryEpochs) = (path, everyEpochs);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Epochs between two states of the file.</summary>
    public int EveryEpochs { get; }

    /// <summary>The same for one of many trainings.</summary>
    internal Checkpoint Of(ulong seed) => new(
        System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(Path) ?? "",
            string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"{System.IO.Path.GetFileNameWithoutExtension(Path)}.{seed}{System.IO.Path.GetExtension(Path)}")),
        EveryEpochs);
}
