using System.Diagnostics;

namespace GateDsl.Benchmarks;

/// <summary>How long an epoch takes.</summary>
internal static class EpochTime
{
    private const int Runs = 5;

    /// <summary>The median over five trainings, after one that is not counted, in microseconds per epoch.</summary>
    /// <param name="train">Trains for some epochs.</param>
    /// <param name="epochs">Epochs of each training.</param>
    public static double Median(Action<int> train, int epochs)
    {
        train(epochs);
        return MedianOf([.. Enumerable.Range(0, Runs).Select(_ => Once(train, epochs))]);
    }

    /// <summary>Two trainings in turn, so that a machine that drifts does not decide: the ratios second / first.</summary>
    public static double[] Paired(Action<int> first, Action<int> second, int epochs)
    {
        first(epochs);
        second(epochs);
        return [.. Enumerable.Range(0, Runs).Select(_ =>
        {
            double before = Once(first, epochs);
            return Once(second, epochs) / before;
        })];
    }

    private static double Once(Action<int> train, int epochs)
    {
        long start = Stopwatch.GetTimestamp();
        train(epochs);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / epochs;
    }

    private static double MedianOf(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
