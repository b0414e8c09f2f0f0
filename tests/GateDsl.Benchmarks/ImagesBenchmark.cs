using System.Diagnostics;

namespace GateDsl.Benchmarks;

/// <summary>Large data: correlations are gathered once, then an epoch costs the same for any number of datapoints.</summary>
internal static class ImagesBenchmark
{
    /// <summary>A training on random images and targets, by statistics; says how long the gathering took.</summary>
    public static Action<int> Training(int datapoints)
    {
        Random random = new(1);
        float[] pixels = [.. Enumerable.Range(0, datapoints * 784).Select(_ => random.NextSingle() - 0.5f)];
        float[] classes = [.. Enumerable.Range(0, datapoints * 10).Select(_ => random.NextSingle() - 0.5f)];
        Images.Dataset data = Images.Dataset.Create(pixels, classes);
        Images network = new(Gaussian.WithSigma(0.01), seed: 1);
        TrainingOptions options = new() { Epochs = 1, StepSize = 1e-8, Method = TrainingMethod.Statistics };
        long start = Stopwatch.GetTimestamp();
        network.Train(data, options);
        Console.WriteLine($"  gathering from {datapoints:N0} datapoints: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
        return epochs => network.Train(data, options with { Epochs = epochs, RecordEvery = epochs });
    }
}
