using GateDsl;
using GateDsl.Samples.Running;

namespace Digits;

/// <summary>What is left of a training.</summary>
/// <param name="Count">K.</param>
/// <param name="Gain">Of the initial weights.</param>
/// <param name="Epochs">When the loss was recorded.</param>
/// <param name="Loss">Half the squared error of a pair and image, averaged over the trained ones.</param>
/// <param name="Trained">Accuracy of the trained pairs on the held-out images.</param>
/// <param name="Untrained">Accuracy of the pairs never trained.</param>
internal sealed record DigitsRun(int Count, double Gain, int[] Epochs, double[] Loss, double Trained, double Untrained)
{
    private const int RecordEvery = 20;

    /// <summary>Trains one network and asks every pair for the held-out images.</summary>
    public static DigitsRun Of(int count, GainSetting setting, int mostEpochs, RoutedDigits.Dataset data, Routes routes, Images heldOut, WorkContext context)
    {
        RoutedDigits network = new(DigitsSettings.Start(setting.Gain), context.Seed);
        TrainingLog log = network.Train(data, new TrainingOptions
        {
            Epochs = Math.Min(setting.Epochs, mostEpochs),
            StepSize = DigitsSettings.StepOnMeanLoss(setting, count),
            LossScale = LossScale.Mean,
            RecordEvery = RecordEvery,
            Method = TrainingMethod.Statistics,
            Progress = context.Progress,
            CancellationToken = context.CancellationToken,
        });
        return new DigitsRun(
            count,
            setting.Gain,
            log.Epochs,
            log.Loss,
            routes.Accuracy(network, heldOut, Routes.TrainedPairs(count)),
            routes.Accuracy(network, heldOut, Routes.OtherPairs(count)));
    }
}
