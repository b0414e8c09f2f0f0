using GateDsl.Benchmarks.Peers;

namespace GateDsl.Benchmarks.Comparing;

/// <summary>One network, by GateDsl and by its peers.</summary>
/// <param name="Name">What --only selects.</param>
/// <param name="Work">What is trained, as the table says it.</param>
/// <param name="Own">By GateDsl.</param>
/// <param name="Peers">By libtorch.</param>
internal sealed record Comparison(string Name, string Work, ITraining Own, Peer[] Peers)
{
    /// <summary>Epochs of a training by GateDsl.</summary>
    public required int OwnEpochs { get; init; }

    /// <summary>Epochs of a peer's training; the losses of the epochs that both recorded are compared.</summary>
    public required int PeerEpochs { get; init; }

    /// <summary>A loss is recorded every so many epochs, by both.</summary>
    public required int RecordEvery { get; init; }

    /// <summary>Multiplications and additions of an epoch by GateDsl; null: the share of the peak is not asked for.</summary>
    public double? WorkOfEpoch { get; init; }

    /// <summary>The share of the peak asked for at least.</summary>
    public double? PeakFloor { get; init; }
}

/// <summary>A way to train the same network, or the one that the table names, by libtorch.</summary>
/// <param name="Name">How.</param>
/// <param name="Training">The training.</param>
/// <param name="Floor">How many times faster GateDsl must be at least; null: not asked.</param>
/// <param name="Goal">How many times faster it should be.</param>
/// <param name="IsSameNetwork">Its losses must be ours. False: another network for the same task.</param>
internal sealed record Peer(string Name, ITraining Training, double? Floor, double? Goal, bool IsSameNetwork = true);
