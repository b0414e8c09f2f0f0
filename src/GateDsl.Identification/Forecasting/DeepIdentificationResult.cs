namespace GateDsl;

/// <summary>
/// Which network a recorded ReLU network of several hidden layers is: its gates by class beside those that were to be expected of it, and which of its layers a
/// linear one can stand for. Distances are from its own losses.
/// </summary>
public sealed record DeepIdentificationResult : DeepForecastResult
{
    internal DeepIdentificationResult(IdentificationData data)
        : base(data)
    {
    }

    /// <summary>
    /// The hidden layers as recorded, first to last, at <see cref="DeepForecastResult.Epochs"/>; <see cref="DeepForecastResult.Layers"/> has them as forecast.
    /// </summary>
    public required IReadOnlyList<ForecastLayer> Recorded { get; init; }

    /// <summary>The losses that the network had.</summary>
    public required IReadOnlyList<double> Losses { get; init; }

    /// <summary>Where path strengths come from.</summary>
    public required PathStrengthSource StrengthSource { get; init; }

    internal override IReadOnlyList<ForecastLayer> Judged => Recorded;

    /// <summary>
    /// How far recorded and forecast gates of a layer are apart: half the sum over classes of the differences of their shares of path strength, from
    /// 0 to 1, mean over the epochs recorded. Dead units are left out, as activations do not tell how strong they are.
    /// </summary>
    /// <param name="hiddenLayer">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public double GatesApart(int hiddenLayer)
    {
        if (hiddenLayer < 1 || hiddenLayer > Recorded.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(hiddenLayer), hiddenLayer, $"Hidden layers are 1 to {Recorded.Count}.");
        }

        return Recorded[hiddenLayer - 1].Censuses.Zip(Layers[hiddenLayer - 1].Censuses, (seen, foreseen) =>
            0.5 * Enum.GetValues<GateClass>().Sum(gateClass => Math.Abs(LiveShare(seen, gateClass) - LiveShare(foreseen, gateClass)))).Average();
    }

    private static double LiveShare(GateCensus census, GateClass gateClass)
    {
        double live = 1 - census.ShareOf(GateClass.NeverOn);
        return gateClass == GateClass.NeverOn || live <= 0 ? 0 : census.ShareOf(gateClass) / live;
    }
}
