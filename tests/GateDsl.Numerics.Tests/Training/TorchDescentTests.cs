using System.Globalization;

namespace GateDsl.Numerics.Tests.Training;

/// <summary>Leaky units between an input and three outputs with a loss each, with biases, in double precision.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(9, Slope = 0.1, Bias = true)]
public sealed partial class ThreeLosses
{
    [Input(6)] public partial Layer Sense { get; }

    [Hidden(7, Bias = true), From(nameof(Sense)), SelfGated(Slope = 0.2)] public partial Layer Units { get; }

    [Output(3, Bias = true, Loss = OutputLoss.CrossEntropy), From(nameof(Units))] public partial Layer Kind { get; }

    [Output(4, Loss = OutputLoss.Logistic), From(nameof(Units))] public partial Layer Traits { get; }

    [Output(2, Bias = true), From(nameof(Units))] public partial Layer Size { get; }
}

/// <summary>PyTorch, by its own differentiation and torch.optim.SGD, trains a network and its twin from the same weights over the same batches.</summary>
public sealed class TorchDescentTests : IDisposable
{
    private const int Datapoints = 23;

    private const int Epochs = 30;

    /// <summary>Reads arrays, trains, and prints the loss over all datapoints before every epoch.</summary>
    private const string Program = """
        import os, sys, numpy, torch
        os.chdir(sys.argv[1])
        torch.set_default_dtype(torch.float64)
        size, momentum, nesterov, decay, hidden, slope, frozen = int(sys.argv[2]), float(sys.argv[3]), sys.argv[4] == "True", float(sys.argv[5]), sys.argv[6], float(sys.argv[7]), sys.argv[8]
        stored = numpy.load("w.npz")
        w = {name: torch.tensor(stored[name]).requires_grad_() for name in stored.files}
        x, traits, sizes = (torch.tensor(numpy.loadtxt(name + ".txt", ndmin=2)) for name in ("x", "traits", "size"))
        kind = torch.tensor(numpy.loadtxt("kind.txt").astype("int64"))
        orders = numpy.loadtxt("orders.txt", ndmin=2).astype("int64")
        def loss(rows):
            h = torch.nn.functional.leaky_relu(x[rows] @ w["SenseTo" + hidden].T + w["BiasTo" + hidden].T, slope)
            def out(name): return h @ w[hidden + "To" + name].T + (w["BiasTo" + name].T if "BiasTo" + name in w else 0)
            f = torch.nn.functional
            return f.cross_entropy(out("Kind"), kind[rows], reduction="sum") \
                + f.binary_cross_entropy_with_logits(out("Traits"), traits[rows], reduction="sum") \
                + 0.5 * ((out("Size") - sizes[rows]) ** 2).sum()
        groups = [{"params": [value], "lr": 0.0 if name == frozen else 0.01} for name, value in w.items()]
        rule = torch.optim.SGD(groups, lr=0.01, momentum=momentum, nesterov=nesterov, weight_decay=decay)
        for order in orders:
            print(repr(float(loss(torch.arange(len(kind))))))
            for first in range(0, len(order), size):
                rule.zero_grad()
                loss(torch.tensor(order[first:first + size])).backward()
                rule.step()

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("torch").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TorchTheory]
    [InlineData(1, 0.9, false, 1e-3, "")]
    [InlineData(5, 0.9, true, 1e-3, "SenseToUnits")]
    [InlineData(8, 0.9, false, 0, "UnitsToTraits")]
    [InlineData(Datapoints, 0.9, true, 0.01, "BiasToKind")]
    [InlineData(Datapoints, 0, false, 0, "")]
    public void NetworksFollowPyTorch(int batch, double momentum, bool isNesterov, double decay, string frozen)
    {
        ThreeLosses network = new(Gaussian.WithSigma(0.4), 3);
        network.Save(At("w.npz"));

        Follow((data, options) => network.Train(data, options), nameof(ThreeLosses.Units), 0.2, batch, momentum, isNesterov, decay, frozen);
    }

    [TorchTheory]
    [InlineData(5, 0.9, true, 1e-3)]
    [InlineData(Datapoints, 0.9, false, 0)]
    public void TwinsFollowPyTorch(int batch, double momentum, bool isNesterov, double decay)
    {
        ThreeLosses.ReluTwin twin = new(Gaussian.WithSigma(0.4), 3);
        twin.Save(At("w.npz"));

        Follow((data, options) => twin.Train(data, options), "Hidden1", 0.1, batch, momentum, isNesterov, decay, "");
    }

    private void Follow(
        Func<ThreeLosses.Dataset, TrainingOptions, TrainingLog> train, string hidden, double slope, int batch, double momentum, bool isNesterov, double decay,
        string frozen)
    {
        Random random = new(17);
        double[] x = [.. Enumerable.Range(0, Datapoints * 6).Select(_ => (2 * random.NextDouble()) - 1)];
        int[] kind = [.. Enumerable.Range(0, Datapoints).Select(_ => random.Next(3))];
        double[] traits = [.. Enumerable.Range(0, Datapoints * 4).Select(_ => (double)random.Next(2))];
        double[] size = [.. Enumerable.Range(0, Datapoints * 2).Select(_ => random.NextDouble())];
        Write("x.txt", x, 6);
        Write("kind.txt", [.. kind.Select(value => (double)value)], 1);
        Write("traits.txt", traits, 4);
        Write("size.txt", size, 2);
        Write("orders.txt",
            [.. Enumerable.Range(0, Epochs).SelectMany(epoch => MiniBatches.Order(Datapoints, 5, epoch)).Select(place => (double)place)], Datapoints);
        TrainingOptions options = new()
        {
            Epochs = Epochs,
            StepSize = 0.01,
            BatchSize = batch,
            ShuffleSeed = 5,
            Momentum = momentum,
            Nesterov = isNesterov,
            WeightDecay = decay,
            StepFactors = frozen.Length == 0 ? new Dictionary<string, double>() : new Dictionary<string, double> { [frozen] = 0 },
        };

        TrainingLog log = train(ThreeLosses.Dataset.Create(x, kind, traits, size), options);

        (int exitCode, string output) = NumpyFactAttribute.Run(
            Program, _folder, batch.ToString(CultureInfo.InvariantCulture), Text(momentum), isNesterov.ToString(), Text(decay),
            hidden, Text(slope), frozen);
        Assert.True(exitCode == 0, output);
        double[] theirs = [.. output.TrimEnd().Split('\n').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        Assert.Equal(theirs, log.Loss, (a, b) => Math.Abs(a - b) <= 1e-9 * a);
        Assert.True(theirs[^1] < 0.9 * theirs[0], output);
    }

    private void Write(string file, double[] values, int columns) =>
        File.WriteAllLines(At(file), values.Chunk(columns).Select(row => string.Join(' ', row.Select(Text))));

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private string At(string name) => Path.Combine(_folder, name);
}
