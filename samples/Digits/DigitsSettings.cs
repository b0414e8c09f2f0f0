using GateDsl;
using GateDsl.Samples.Running;

namespace Digits;

/// <summary>A gain of the initial weights, with the step and the number of epochs that suit it.</summary>
/// <param name="Gain">Weights start at a standard deviation of gain sqrt(2 / (in + out)).</param>
/// <param name="StepSize">On half the squared error of a pair, averaged over its images and summed over the 10 K pairs, K = 4.</param>
/// <param name="Epochs">Number of updates.</param>
internal readonly record struct GainSetting(double Gain, double StepSize, int Epochs);

/// <summary>The settings of the experiment.</summary>
internal static class DigitsSettings
{
    /// <summary>Trained decoders of each encoder, in the sweep over gains.</summary>
    public const int Trained = 4;

    /// <summary>Images of which the cost of an epoch is measured: as many as fill with 100 copies what the training set fills with one.</summary>
    public const int CostImages = 14;

    public static readonly GainSetting[] Gains = [new(0.01, 0.05, 3000), new(0.1, 0.02, 2000), new(1, 0.005, 2000), new(3, 2e-4, 4000)];

    /// <summary>Trained decoders of each encoder in the sweep over K, for small weights and for large ones.</summary>
    public static readonly int[] TrainedCounts = [1, 2, Trained, 7];

    /// <summary>The gains that are swept over K.</summary>
    public static readonly GainSetting[] GainsOfCounts = [Gains[0], Gains[2]];

    /// <summary>Images that train, and the most that are held out of the 360.</summary>
    public static readonly CountOption Count =
        new("--images", "How many images train, and how many at most are held out.", "N", Images.TrainingCount, Least: CostImages, Most: Images.TrainingCount);

    /// <summary>Copies of the images against which the cost of an epoch is measured.</summary>
    public static readonly CountOption Copies = new("--copies", "Copies of the images in the data whose epochs are timed.", "C", 100, Most: 1000);

    /// <summary>
    /// The step on the Mean loss of 10 K pairs. With more pairs the gradients of the shared edge add up, so the step shrinks with K; with fewer it stays.
    /// </summary>
    public static double StepOnMeanLoss(GainSetting setting, int trained) =>
        setting.StepSize * RoutedDigits.Domains * trained * Math.Min(1, (double)Trained / trained);

    /// <summary>Initial weights of a gain. Every encoder is a matrix of its own from 64 pixels.</summary>
    public static IInitializer Start(double gain)
    {
        double hidden = gain * Math.Sqrt(2.0 / (64 + 64));
        return Gaussian.PerEdge(
            ("ViewToFirst", hidden), ("FirstToShared", hidden), ("SharedToClass", gain * Math.Sqrt(2.0 / (64 + RoutedDigits.Classes))));
    }
}
