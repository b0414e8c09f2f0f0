using GateDsl;
using GateDsl.Benchmarks;

// Times are wall times of one core; every row says what was measured. Quote ratios, machines differ.
Console.WriteLine("An epoch by method, P1 §4 (24 datapoints, single precision)");
ContextTask task = ContextTask.Create(contexts: 3, ContextStructure.Different);
ThreeContexts.Dataset contexts = ThreeContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
foreach (TrainingMethod method in new[] { TrainingMethod.Batch, TrainingMethod.Statistics })
{
    ThreeContexts network = new(Gaussian.WithSigma(7e-6), seed: 1);
    Report($"gated network, {method}", EpochTime.Median(epochs => network.Train(contexts, Options(epochs, method)), 500));
}

ThreeContexts.ReluTwin twin = new(Gaussian.WithSigma(7e-6), seed: 1);
Report("ReLU network of 700 units, Batch", EpochTime.Median(epochs => twin.Train(contexts, Options(epochs, TrainingMethod.Batch)), 200));

Console.WriteLine();
Console.WriteLine("An epoch by statistics, 784 inputs of full rank, 128 hidden units, 10 outputs: the datapoints must not matter");

// What is made later lies elsewhere in memory, which alone makes some percent: each order is measured once.
Action<int> fewFirst = ImagesBenchmark.Training(2_000);
Action<int> manySecond = ImagesBenchmark.Training(60_000);
Action<int> fewThird = ImagesBenchmark.Training(2_000);
double[] ratios = [.. EpochTime.Paired(fewFirst, manySecond, 200), .. EpochTime.Paired(fewThird, manySecond, 200)];
Array.Sort(ratios);
Console.WriteLine($"  an epoch at N = 60,000 over one at N = 2,000: median of {ratios.Length} pairs {ratios[ratios.Length / 2]:F3}, from {ratios[0]:F3} to {ratios[^1]:F3}");

static void Report(string what, double microseconds) => Console.WriteLine($"  {what,-36} {microseconds,10:F1} us");

static TrainingOptions Options(int epochs, TrainingMethod method) => new() { Epochs = epochs, StepSize = 1e-3, Method = method, RecordEvery = epochs };
