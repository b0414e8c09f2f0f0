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
Action<int> onFew = ImagesBenchmark.Training(2_000);
Action<int> onMany = ImagesBenchmark.Training(60_000);
(double few, double many, double ratio) = EpochTime.Paired(onFew, onMany, 200);
Report("N = 2,000", few);
Report("N = 60,000", many);
Console.WriteLine($"  median of the ratios in pairs {ratio:F3}");

static void Report(string what, double microseconds) => Console.WriteLine($"  {what,-36} {microseconds,10:F1} us");

static TrainingOptions Options(int epochs, TrainingMethod method) => new() { Epochs = epochs, StepSize = 1e-3, Method = method, RecordEvery = epochs };
