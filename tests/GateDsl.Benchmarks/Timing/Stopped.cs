using System.Diagnostics;
using GateDsl.Benchmarks.Peers;

namespace GateDsl.Benchmarks.Timing;

/// <summary>Wall time of trainings.</summary>
internal static class Stopped
{
    /// <summary>
    /// Repeats a training from its initial weights until the timed part has taken the shortest time allowed; microseconds per epoch, and the
    /// losses of the last repetition. Restarting is not timed.
    /// </summary>
    public static (double Microseconds, double[] Losses) Epoch(ITraining training, int epochs, int recordEvery, TimeSpan shortest)
    {
        TimeSpan total = TimeSpan.Zero;
        double[] losses;
        long done = 0;
        do
        {
            training.Restart();
            long start = Stopwatch.GetTimestamp();
            losses = training.Train(epochs, recordEvery);
            total += Stopwatch.GetElapsedTime(start);
            done += epochs;
        }
        while (total < shortest);
        return (total.TotalMicroseconds / done, losses);
    }

    /// <summary>Microseconds of one epoch more: what a training of twice as many epochs takes longer. What is done once per training is not in it.</summary>
    public static double FurtherEpoch(ITraining training, int epochs, TimeSpan shortest) =>
        (2 * Epoch(training, 2 * epochs, epochs, shortest).Microseconds) - Epoch(training, epochs, epochs, shortest).Microseconds;

    /// <summary>Epoch times of two trainings in turn, as ratios second / first; who comes first changes with every pair.</summary>
    public static Spread Ratio(ITraining first, ITraining second, int epochs, int pairs, TimeSpan shortest) =>
        Ratio(first, second, epochs, pairs, training => Epoch(training, epochs, epochs, shortest).Microseconds);

    /// <summary>The same for one epoch more.</summary>
    public static Spread FurtherRatio(ITraining first, ITraining second, int epochs, int pairs, TimeSpan shortest) =>
        Ratio(first, second, epochs, pairs, training => FurtherEpoch(training, epochs, shortest));

    private static Spread Ratio(ITraining first, ITraining second, int epochs, int pairs, Func<ITraining, double> measure)
    {
        TimeSpan warmUp = TimeSpan.FromSeconds(1);
        _ = Epoch(first, epochs, epochs, warmUp);
        _ = Epoch(second, epochs, epochs, warmUp);
        List<double> ratios = [];
        for (int pair = 0; pair < pairs; pair++)
        {
            bool isTurned = pair % 2 == 1;
            double before = measure(isTurned ? second : first);
            double after = measure(isTurned ? first : second);
            ratios.Add(isTurned ? before / after : after / before);
        }

        return Spread.Of(ratios);
    }
}
