using GateDsl;

namespace Paper.Leaky;

/// <summary>The settings of P1 §4; only the slope of the units is another.</summary>
internal static class LeakySettings
{
    public const int Epochs = 8001;

    /// <summary>Step of gradient descent on the Sum loss.</summary>
    public const double StepSize = 1e-3;

    /// <summary>Hidden units of every network.</summary>
    public const int Units = 700;

    /// <summary>Standard deviation of the initial weights.</summary>
    public const double Sigma = 0.005 / Units;

    public static readonly IInitializer Initializer = Gaussian.WithSigma(Sigma);
}
