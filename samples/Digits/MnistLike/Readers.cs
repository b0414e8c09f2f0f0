using Digits.Reading;
using GateDsl;
using GateDsl.Samples.Running;

namespace Digits.MnistLike;

/// <summary>The networks of the experiment on its images: each trained from a seed, and predicted from none.</summary>
/// <param name="training">Images that train.</param>
/// <param name="heldOut">Those held out.</param>
/// <param name="options">Of every training and every prediction.</param>
internal sealed class Readers(Images training, Images heldOut, TrainingOptions options)
{
    private readonly ImageReader.Dataset _data = ImageReader.Dataset.Create(training.Pixels, training.Labels);
    private readonly ImageReader.Dataset _test = ImageReader.Dataset.Create(heldOut.Pixels, heldOut.Labels);

    public ReadingRun TrainRelu(WorkContext context)
    {
        ImageReader.ReluTwin network = new(MnistLikeSettings.Start, context.Seed);
        return ReadingRun.Of(
            options,
            context,
            asked => network.Train(_data, asked, _test),
            () => (Accuracy.Of(training, logits => network.Predict(_data, logits)), Accuracy.Of(heldOut, logits => network.Predict(_test, logits))));
    }

    public ReadingRun TrainLinear(WorkContext context)
    {
        ImageReader network = new(MnistLikeSettings.Start, context.Seed);
        return ReadingRun.Of(
            options,
            context,
            asked => network.Train(_data, asked, _test),
            () => (Accuracy.Of(training, logits => network.Predict(_data, logits)), Accuracy.Of(heldOut, logits => network.Predict(_test, logits))));
    }

    /// <summary>By representative networks; the seed is that of their directions.</summary>
    public RaceLog PredictRelu(WorkContext context) =>
        ImageReader.Race.ForTwin(_data, MnistLikeSettings.Sigma, seed: context.Seed).Integrate(Of(context), _test);

    /// <summary>From the distribution of the initial weights; what an expectation loses on other data is not known for cross-entropy.</summary>
    public RaceLog PredictLinear(WorkContext context) =>
        ImageReader.Race.Expect(_data, MnistLikeSettings.Start).Integrate(Of(context));

    private TrainingOptions Of(WorkContext context) => options with { Progress = context.Progress, CancellationToken = context.CancellationToken };
}
