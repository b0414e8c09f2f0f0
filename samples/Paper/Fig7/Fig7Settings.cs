using GateDsl;

namespace Paper.Fig7;

/// <summary>The settings of P1 App. A: initial weights from N(0, sigma^2), full batch, no bias.</summary>
internal static class Fig7Settings
{
    public const int Epochs = 1500;

    /// <summary>Step of gradient descent on the Sum loss.</summary>
    public const double StepSize = 0.01;

    public const double Sigma = 1e-3;

    public static readonly IInitializer Initializer = Gaussian.WithSigma(Sigma);

    /// <summary>The datapoints in order.</summary>
    public static readonly string[] Items = ["canary", "salmon", "oak", "rose"];

    /// <summary>The outputs in order.</summary>
    public static readonly string[] Properties = ["grow", "move", "roots", "fly", "swim", "bark", "petals"];
}
