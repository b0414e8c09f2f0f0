namespace Paper.Depth;

/// <summary>Initial weights from N(0, sigma^2), full batch, no bias; the step of P1 §6.</summary>
internal static class DepthSettings
{
    public const int Epochs = 7001;

    /// <summary>Step of gradient descent on the Sum loss.</summary>
    public const double StepSize = 1e-3;

    /// <summary>Units of every hidden layer.</summary>
    public const int Units = 300;

    /// <summary>sigma sqrt(H) of the networks whose whole training is shown; one of <see cref="Sizes"/>.</summary>
    public const double Shown = 0.3;

    /// <summary>Representative networks that a prediction is the mean of.</summary>
    public const int Draws = 16;

    /// <summary>Share of the networks that the band around a prediction is to hold.</summary>
    public const double BandShare = 0.8;

    /// <summary>sigma sqrt(H) of the initial weights: what everything depends on while they are small.</summary>
    public static readonly double[] Sizes = [0.15, 0.2, 0.3, 0.45, 0.65];

    /// <summary>Standard deviation of the initial weights.</summary>
    public static double SigmaOf(double size) => size / Math.Sqrt(Units);
}
