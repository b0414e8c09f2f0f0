using GateDsl;
using GateDsl.Samples.Running;

namespace Digits.Reading;

/// <summary>A training on digits before each of its passes, and its accuracy at the end.</summary>
/// <param name="Loss">Cross-entropy, mean over the images that train.</param>
/// <param name="TestLoss">The same over the held-out ones.</param>
/// <param name="Accuracy">On the images that train.</param>
/// <param name="TestAccuracy">On the held-out ones.</param>
/// <param name="Last">Both accuracies after the last pass.</param>
internal sealed record ReadingRun(double[] Loss, double[] TestLoss, double[] Accuracy, double[] TestAccuracy, (double Training, double HeldOut) Last)
{
    /// <summary>Trains a network and watches it.</summary>
    /// <param name="options">Recording every pass, on the Mean loss.</param>
    /// <param name="context">For progress, and to stop.</param>
    /// <param name="train">Trains the network and tests it before each pass.</param>
    /// <param name="accuracies">Of the network as it is, on the images that train and on those held out.</param>
    public static ReadingRun Of(
        TrainingOptions options, WorkContext context, Func<TrainingOptions, TrainingLog> train, Func<(double Training, double HeldOut)> accuracies)
    {
        NetworkTrace<(double Training, double HeldOut)> trace = new(context.Progress, accuracies);
        TrainingLog log = train(options with { Progress = trace, CancellationToken = context.CancellationToken });
        (double Training, double HeldOut)[] measured = trace.BeforePasses;
        return new ReadingRun(
            log.Loss, log.TestLoss!, [.. measured.Select(pair => pair.Training)], [.. measured.Select(pair => pair.HeldOut)], trace.Last);
    }
}
