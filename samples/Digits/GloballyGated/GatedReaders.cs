using Digits.Reading;
using GateDsl;
using GateDsl.Samples.Running;

namespace Digits.GloballyGated;

/// <summary>Both networks on the images; the half-spaces of a seed are its gates.</summary>
/// <param name="training">Images that train.</param>
/// <param name="heldOut">Those held out.</param>
/// <param name="options">Of every training.</param>
internal sealed class GatedReaders(Images training, Images heldOut, TrainingOptions options)
{
    public ReadingRun TrainGated(WorkContext context)
    {
        GatedReader.Dataset data = Data(training, context.Seed);
        GatedReader.Dataset test = Data(heldOut, context.Seed);
        GatedReader network = new(GloballyGatedSettings.Start, context.Seed);
        return ReadingRun.Of(
            options,
            context,
            asked => network.Train(data, asked, test),
            () => (Accuracy.Of(training, logits => network.Predict(data, logits)), Accuracy.Of(heldOut, logits => network.Predict(test, logits))));
    }

    /// <summary>The ReLU network reads the same data sets and leaves their gates alone.</summary>
    public ReadingRun TrainRelu(WorkContext context)
    {
        GatedReader.Dataset data = Data(training, context.Seed);
        GatedReader.Dataset test = Data(heldOut, context.Seed);
        GatedReader.ReluTwin network = new(GloballyGatedSettings.Start, context.Seed);
        return ReadingRun.Of(
            options,
            context,
            asked => network.Train(data, asked, test),
            () => (Accuracy.Of(training, logits => network.Predict(data, logits)), Accuracy.Of(heldOut, logits => network.Predict(test, logits))));
    }

    /// <summary>The part of gates and images that train where the gate is open.</summary>
    public double OpenShare(ulong seed) => Sides(training, seed).Average(isOpen => isOpen ? 1.0 : 0);

    private static GatedReader.Dataset Data(Images images, ulong seed) => GatedReader.Dataset.Create(images.Pixels, Sides(images, seed), images.Labels);

    private static bool[] Sides(Images images, ulong seed) =>
        HalfSpaces.Random(GloballyGatedSettings.HalfSpaces, RoutedDigits.Pixels, seed).Evaluate(images.Pixels);
}
