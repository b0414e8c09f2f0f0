using System.Diagnostics;
using GateDsl;

namespace Digits;

/// <summary>What an epoch costs by statistics, with one copy of some images and with many.</summary>
internal static class EpochCost
{
    /// <summary>The machine may do other things meanwhile: the fastest of several turns, taken in turn, is what the epochs themselves cost.</summary>
    private const int Turns = 9;

    private const int EpochsPerTurn = 5;

    /// <summary>Time of an epoch with <paramref name="copies"/> copies over that with one.</summary>
    public static double Ratio(Routes routes, Images training, int copies, CancellationToken cancellationToken)
    {
        int[] once = [.. Enumerable.Range(0, DigitsSettings.CostImages)];
        int[] many = [.. Enumerable.Repeat(once, copies).SelectMany(image => image)];
        TimeSpan[] fastest = [TimeSpan.MaxValue, TimeSpan.MaxValue];
        RoutedDigits.Dataset[] data =
        [
            .. new[] { once, many }.Select(images => routes.Data(training.At(images), Routes.TrainedPairs(DigitsSettings.Trained))),
        ];

        // In the first turn correlations are gathered and methods compiled; it does not count.
        for (int turn = 0; turn <= Turns; turn++)
        {
            for (int which = 0; which < data.Length; which++)
            {
                TimeSpan elapsed = Time(data[which], cancellationToken);
                if (turn > 0 && elapsed < fastest[which])
                {
                    fastest[which] = elapsed;
                }
            }
        }

        return fastest[1] / fastest[0];
    }

    private static TimeSpan Time(RoutedDigits.Dataset data, CancellationToken cancellationToken)
    {
        GainSetting setting = DigitsSettings.Gains[1];
        RoutedDigits network = new(DigitsSettings.Start(setting.Gain), seed: 1);
        long start = Stopwatch.GetTimestamp();
        network.Train(data, new TrainingOptions
        {
            Epochs = EpochsPerTurn,
            StepSize = DigitsSettings.StepOnMeanLoss(setting, DigitsSettings.Trained),
            LossScale = LossScale.Mean,
            RecordEvery = EpochsPerTurn,
            Method = TrainingMethod.Statistics,
            CancellationToken = cancellationToken,
        });
        return Stopwatch.GetElapsedTime(start);
    }
}
