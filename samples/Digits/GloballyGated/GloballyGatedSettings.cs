using GateDsl;
using GateDsl.Samples.Running;

namespace Digits.GloballyGated;

/// <summary>The settings of the globally gated network and of the ReLU network beside it.</summary>
internal static class GloballyGatedSettings
{
    /// <summary>Half-spaces, drawn anew for each seed.</summary>
    public const int HalfSpaces = 50;

    /// <summary>Hidden units of the pathway of each half-space.</summary>
    public const int UnitsPerGate = 10;

    /// <summary>Hidden units of the ReLU network: as many as those of all pathways.</summary>
    public const int Units = HalfSpaces * UnitsPerGate;

    /// <summary>Passes over the images.</summary>
    public const int Epochs = 30;

    public static readonly IInitializer Start = Gaussian.WithSigma(0.01);

    /// <summary>Images that train, and the most that are held out of the 360.</summary>
    public static readonly CountOption Count =
        new("--images", "How many images train, and how many at most are held out.", "N", Images.TrainingCount, Most: Images.TrainingCount);

    /// <summary>As in mnist-like, for both networks.</summary>
    public static TrainingOptions Training(int epochs) => new()
    {
        Epochs = epochs,
        StepSize = 0.02,
        LossScale = LossScale.Mean,
        BatchSize = 32,
        ShuffleSeed = 1,
        Momentum = 0.9,
    };
}
