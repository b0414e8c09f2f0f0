using Digits;
using GateDsl;
using GateDsl.Sweeps;

namespace Sweep.Digits;

/// <summary>Routing on images (P2): does a decoder read what an encoder writes that it was never trained with?</summary>
internal static class DigitsSweep
{
    /// <summary>With more trained decoders the gradients of the shared edge add up.</summary>
    private const int TrainedAtFullStep = 4;

    private static readonly Parameter<double> Gain = Parameter.Number("gain", 0.01, "Of the initial weights.", least: 1e-4, most: 10);

    private static readonly Parameter<int> Trained =
        Parameter.Integer("trained", 4, "K, decoders that each of the ten encoders is trained with.", least: 1, most: RoutedDigits.Domains - 1);

    private static readonly Parameter<double> Step =
        Parameter.Number("step", 0.05, "On half the squared error of a pair, summed over pairs; a gain of 1 needs 0.005.", least: 1e-6, most: 0.1);

    private static readonly Parameter<int> Epochs = Parameter.Integer("epochs", 3000, "Updates of the training.", least: 1, most: 1_000_000);

    public static Experiment Experiment { get; } = new(
        "digits", "A routing network on images of digits (P2): accuracy of trained pairs and of others, on images held out.",
            [Gain, Trained, Step, Epochs], Run);

    private static Dictionary<string, double> Run(SweepRun run)
    {
        int trained = run.Get(Trained);
        (Images training, Images heldOut) = Images.Load();
        Routes routes = new(training);
        RoutedDigits network = new(Start(run.Get(Gain)), run.Seed);
        TrainingLog log = network.Train(routes.Data(training, Routes.TrainedPairs(trained)), new TrainingOptions
        {
            Epochs = run.Get(Epochs),
            StepSize = run.Get(Step) * RoutedDigits.Domains * trained * Math.Min(1, (double)TrainedAtFullStep / trained),
            LossScale = LossScale.Mean,
            RecordEvery = 20,
            Method = TrainingMethod.Statistics,
            CancellationToken = run.CancellationToken,
        });
        return new()
        {
            ["loss"] = log.Loss[^1],
            ["trained_accuracy"] = routes.Accuracy(network, heldOut, Routes.TrainedPairs(trained)),
            ["untrained_accuracy"] = routes.Accuracy(network, heldOut, Routes.OtherPairs(trained)),
        };
    }

    /// <summary>Every encoder is a matrix of its own from 64 pixels, so the edge from the view is not drawn for 640.</summary>
    private static IInitializer Start(double gain)
    {
        double hidden = gain * Math.Sqrt(2.0 / (64 + 64));
        return Gaussian.PerEdge(("ViewToFirst", hidden), ("FirstToShared", hidden), ("SharedToClass", gain * Math.Sqrt(2.0 / (64 + RoutedDigits.Classes))));
    }
}
