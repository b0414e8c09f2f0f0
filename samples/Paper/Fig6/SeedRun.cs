using GateDsl;
using GateDsl.Samples.Drawing;
using Paper.Gates;

namespace Paper.Fig6;

/// <summary>What is left of one training, or of the prediction.</summary>
/// <param name="Subject">Which network.</param>
/// <param name="Loss">The Sum loss before each update.</param>
internal sealed record SeedRun(Subject Subject, double[] Loss)
{
    /// <summary>Share of units and datapoints at which the first layer of the ReLU network is on at the end.</summary>
    public double FirstLayerOn { get; init; }

    /// <summary>What representative networks predict; null of a training.</summary>
    public RaceLog? Prediction { get; init; }

    /// <summary>Of the ReLU network by stop and layer the kernel of its activations.</summary>
    public double[][][,] Kernels { get; init; } = [];

    /// <summary>The gates of both layers of the ReLU network over time.</summary>
    public IReadOnlyList<CensusTrace> Censuses { get; init; } = [];
}
