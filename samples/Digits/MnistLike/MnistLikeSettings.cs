using GateDsl;
using GateDsl.Samples.Running;

namespace Digits.MnistLike;

/// <summary>The settings of P2's experiment on images: cross-entropy, momentum 0.9, batches; no bias.</summary>
internal static class MnistLikeSettings
{
    /// <summary>Hidden units of the ReLU network, and of the linear one.</summary>
    public const int Units = 500;

    /// <summary>Standard deviation of the initial weights.</summary>
    public const double Sigma = 0.01;

    /// <summary>Passes over the images.</summary>
    public const int Epochs = 30;

    public static readonly IInitializer Start = Gaussian.WithSigma(Sigma);

    /// <summary>Images that train, and the most that are held out of the 360.</summary>
    public static readonly CountOption Count =
        new("--images", "How many images train, and how many at most are held out.", "N", Images.TrainingCount, Most: Images.TrainingCount);

    /// <summary>One order of the batches for all seeds, and for the prediction: it belongs to the training, not to the weights.</summary>
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
