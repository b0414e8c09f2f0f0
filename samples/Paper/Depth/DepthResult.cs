using GateDsl.Samples.Drawing;

namespace Paper.Depth;

/// <summary>What was found of one depth at one size of initial weights.</summary>
/// <param name="Network">The depth.</param>
/// <param name="Size">sigma sqrt(H).</param>
/// <param name="Trained">By seed.</param>
/// <param name="Predicted">Mean and draws.</param>
/// <param name="Drop">Where the first drop is dated.</param>
internal sealed record DepthResult(DepthNetwork Network, double Size, DepthRun[] Trained, DepthRun Predicted, FirstDrop Drop)
{
    /// <summary>The losses of all seeds.</summary>
    public CurveFamily Relu => new(Network.Trained, [.. Trained.Select(run => run.Loss)]);

    /// <summary>The predicted losses.</summary>
    public CurveFamily Twin => new(Network.Predicted, [Predicted.Loss]);

    /// <summary>Epoch of the first drop of a seed; null: it does not come.</summary>
    public double? OfSeed(int seed) => Drop.In(Trained[seed].Loss);

    /// <summary>The mean over the seeds; null where one has none.</summary>
    public double? Mean => Drop.MeanIn(Trained.Select(run => run.Loss));

    /// <summary>Of the prediction, the mean over its draws.</summary>
    public double? Expected => Drop.MeanIn(Predicted.Draws);

    /// <summary>Of the formula; null: there is none for one hidden layer.</summary>
    public double? Formula => Drop.Formula(Network.Layers, Size);
}
