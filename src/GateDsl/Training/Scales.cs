namespace GateDsl;

/// <summary>The two scales of the loss.</summary>
internal static class Scales
{
    /// <summary>What the loss on the Sum scale is multiplied with: 1, or 1/N for Mean. Without datapoints both losses are 0.</summary>
    public static double Factor(LossScale scale, long datapoints) => scale switch
    {
        LossScale.Sum => 1,
        LossScale.Mean => datapoints == 0 ? 1 : 1.0 / datapoints,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale of the loss is Sum or Mean."),
    };
}
