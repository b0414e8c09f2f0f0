using GateDsl.Benchmarks.Comparing;
using GateDsl.Benchmarks.Networks;
using GateDsl.Benchmarks.Peers;
using GateDsl.Benchmarks.Report;
using GateDsl.Benchmarks.Timing;

namespace GateDsl.Benchmarks.Checks;

/// <summary>What an epoch costs as datapoints, width, contexts and cores grow; drawn, with nothing asked.</summary>
internal static class Scaling
{
    private static readonly IInitializer s_init = Gaussian.WithSigma(1e-4);

    /// <summary>A step that is stable for every number of contexts.</summary>
    private static readonly TrainingOptions s_step = new() { StepSize = 1e-4 };

    public static void Draw(BenchmarkOptions options)
    {
        ScalingFigure figure = new(panels: 4);
        using (Cores.First(1))
        {
            figure.Draw(0, "datapoints (784-128-10)", "an epoch, µs", isLogarithmic: true, [.. Datapoints(options)]);
            figure.Draw(1, "hidden units (11-H-60, N = 24)", "an epoch, µs", isLogarithmic: true, [.. Width(options)]);
            figure.Draw(2, "contexts (common + one pathway per context left out)", "an epoch, µs", isLogarithmic: false, Contexts(options));
        }

        figure.Draw(3, "cores", "trainings per second (P1 §4 GDLN, 4,001 epochs)", isLogarithmic: false, OverCores());
        figure.Save(options.Folder);
    }

    private static IEnumerable<Curve> Datapoints(BenchmarkOptions options)
    {
        int[] counts = options.IsQuick ? [250, 1_000] : [250, 1_000, 4_000, 16_000];
        foreach (TrainingMethod method in new[] { TrainingMethod.Batch, TrainingMethod.Statistics })
        {
            int epochs = method == TrainingMethod.Batch ? 3 : 200;
            yield return Measured(method.ToString(), counts, count => RandomImages.Training(RandomImages.Dataset(count), method), epochs, options);
        }
    }

    private static IEnumerable<Curve> Width(BenchmarkOptions options)
    {
        int[] widths = [100, 300, 1_000, 3_000, 10_000];
        yield return Measured("gated network", widths, Gated, 2001, options);
        yield return Measured("ReLU network", widths, Relu, 50, options);
    }

    private static Curve Contexts(BenchmarkOptions options) =>
        Measured("gated network", [.. Enumerable.Range(2, 11)], OfContexts, 500, options);

    private static Curve OverCores()
    {
        int[] cores = [.. Enumerable.Range(1, Cores.Count)];
        return new Curve("TrainMany", [.. cores.Select(count => (double)count)], [.. cores.Select(count => 1 / ManySeeds.On(count).Seconds)]);
    }

    private static Curve Measured(string name, int[] sizes, Func<int, ITraining> make, int epochs, BenchmarkOptions options)
    {
        double[] costs = new double[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            ITraining training = make(sizes[i]);
            training.Train(epochs, epochs);
            costs[i] = Spread.Of(Enumerable.Range(0, options.Pairs)
                .Select(_ => Stopped.Epoch(training, epochs, epochs, options.Shortest / 3).Microseconds)).Median;
            Console.WriteLine($"  scaling, {name}, {sizes[i]:N0}: {Spread.Digits(costs[i])} us");
        }

        return new Curve(name, [.. sizes.Select(size => (double)size)], costs);
    }

    private static ITraining Gated(int width)
    {
        ContextTask task = OwnTrainings.Different;
        (int[] items, int[] places, double[] targets) = (task.Items, task.Contexts, task.Targets);
        return width switch
        {
            100 => Of(() => new Wide100(s_init, 1), Wide100.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            300 => Of(() => new Wide300(s_init, 1), Wide300.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            1000 => Of(() => new Wide1000(s_init, 1), Wide1000.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            3000 => Of(() => new Wide3000(s_init, 1), Wide3000.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            10000 => Of(() => new Wide10000(s_init, 1), Wide10000.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            _ => throw new ArgumentOutOfRangeException(nameof(width)),
        };
    }

    private static ITraining Relu(int width)
    {
        ContextTask task = OwnTrainings.Different;
        (int[] items, int[] places, double[] targets) = (task.Items, task.Contexts, task.Targets);
        return width switch
        {
            100 => Of(() => new Wide100.ReluTwin(s_init, 1), Wide100.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            300 => Of(() => new Wide300.ReluTwin(s_init, 1), Wide300.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            1000 => Of(() => new Wide1000.ReluTwin(s_init, 1), Wide1000.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            3000 => Of(() => new Wide3000.ReluTwin(s_init, 1), Wide3000.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            10000 => Of(() => new Wide10000.ReluTwin(s_init, 1), Wide10000.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            _ => throw new ArgumentOutOfRangeException(nameof(width)),
        };
    }

    private static ITraining OfContexts(int contexts)
    {
        ContextTask task = ContextTask.Create(contexts, ContextStructure.Same);
        (int[] items, int[] places, double[] targets) = (task.Items, task.Contexts, task.Targets);
        return contexts switch
        {
            2 => Of(() => new Contexts2(s_init, 1), Contexts2.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            3 => Of(() => new Contexts3(s_init, 1), Contexts3.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            4 => Of(() => new Contexts4(s_init, 1), Contexts4.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            5 => Of(() => new Contexts5(s_init, 1), Contexts5.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            6 => Of(() => new Contexts6(s_init, 1), Contexts6.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            7 => Of(() => new Contexts7(s_init, 1), Contexts7.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            8 => Of(() => new Contexts8(s_init, 1), Contexts8.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            9 => Of(() => new Contexts9(s_init, 1), Contexts9.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            10 => Of(() => new Contexts10(s_init, 1), Contexts10.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            11 => Of(() => new Contexts11(s_init, 1), Contexts11.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            12 => Of(() => new Contexts12(s_init, 1), Contexts12.Dataset.Create(items, places, targets), (net, data, how) => net.Train(data, how)),
            _ => throw new ArgumentOutOfRangeException(nameof(contexts)),
        };
    }

    private static OwnTraining<TNetwork> Of<TNetwork, TData>(
        Func<TNetwork> create, TData data, Func<TNetwork, TData, TrainingOptions, TrainingLog> train)
        where TNetwork : class => OwnTraining.Of(create, (network, how) => train(network, data, how), s_step);
}
