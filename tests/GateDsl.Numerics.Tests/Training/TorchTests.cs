using System.Globalization;
using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Training;

/// <summary>
/// PyTorch computes from saved weights what the network does, moves them by its own rule, and what it writes is loaded. Safetensors files are read and
/// written by a few lines from the published description of the format, which share nothing with the library; by the library safetensors where it is.
/// </summary>
public sealed class TorchTests : IDisposable
{
    /// <summary>Eight bytes with the length of a JSON header, the header with type, shape and offsets of every tensor, and the numbers.</summary>
    private const string Format = """
        import json, os, struct, sys, numpy
        os.chdir(sys.argv[1])
        kinds = {"F32": "<f4", "F64": "<f8"}
        def read(path):
            data = open(path, "rb").read()
            size = struct.unpack("<Q", data[:8])[0]
            header = json.loads(data[8:8 + size])
            header.pop("__metadata__", None)
            return {name: numpy.frombuffer(data[8 + size:][slice(*one["data_offsets"])], kinds[one["dtype"]]).reshape(one["shape"]) for name, one in header.items()}
        def write(path, tensors):
            header, body = {"__metadata__": {"format": "pt"}}, b""
            for name, value in tensors.items():
                kind = {"float32": "F32", "float64": "F64"}[str(value.dtype)]
                header[name] = {"dtype": kind, "shape": list(value.shape), "data_offsets": [len(body), len(body) + value.nbytes]}
                body += numpy.ascontiguousarray(value).astype(kinds[kind]).tobytes()
            text = json.dumps(header).encode()
            text += b" " * (-len(text) % 8)
            open(path, "wb").write(struct.pack("<Q", len(text)) + text + body)

        """;

    /// <summary>Forward, cross-entropy, two updates of SGD with Nesterov momentum and decay.</summary>
    private const string Training = """
        import torch
        def tensor(name): return torch.tensor(numpy.array(weights[name])).requires_grad_()
        names = ["XToUnits", "BiasToUnits", "UnitsToKind", "BiasToKind"]
        w1, b1, w2, b2 = [tensor(name) for name in names]
        x = torch.tensor(numpy.load("x.npy").astype("float32")); labels = torch.tensor(numpy.load("labels.npy").astype("int64"))
        def logits(): return (x @ w1.T + b1.T) @ w2.T + b2.T
        print(*[repr(float(one)) for one in logits().detach().flatten()])
        rule = torch.optim.SGD([w1, b1, w2, b2], lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.01)
        for epoch in range(2):
            rule.zero_grad()
            loss = torch.nn.functional.cross_entropy(logits(), labels, reduction="sum")
            print(repr(float(loss)))
            loss.backward(); rule.step()
        moved = {name: one.detach().numpy() for name, one in zip(names, [w1, b1, w2, b2])}

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("torch").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TorchFact]
    public void PyTorchGoesOnFromSavedArraysAndItsArraysAreLoaded() =>
        Compare("w.npz", "weights = numpy.load('w.npz')\n", "numpy.savez('moved.npz', **moved)", "moved.npz");

    [TorchFact]
    public void PyTorchGoesOnFromSafetensorsAndItsSafetensorsAreLoaded() =>
        Compare("w.safetensors", "weights = read('w.safetensors')\n", "write('moved.safetensors', moved)", "moved.safetensors");

    /// <summary>Without PyTorch: numbers of another width, in another order, come back as they were.</summary>
    [NumpyFact]
    public void SafetensorsOfThePublishedFormatAreReadAndWritten()
    {
        Deep network = new(Gaussian.WithSigma(0.3), 5);
        network.Save(At("w.safetensors"));
        string read = Run(
            Format + "w = read('w.safetensors'); print(sorted(w)); print(w['LowToHigh[1]'].dtype, w['LowToHigh[1]'].shape, repr(float(w['LowToHigh[1]'][2, 3])))\n"
            + "write('again.safetensors', {name: w[name].astype('float64' if 'High' in name else 'float32') for name in reversed(sorted(w))})",
                NumpyFactAttribute.Run);

        Assert.Equal(
            "['HighToAnswer[0]', 'HighToAnswer[1]', 'LowToHigh[0]', 'LowToHigh[1]', 'StimulusToAnswer', 'StimulusToLow']\n"
            + $"float32 (4, 6) {((double)network.LowToHigh[1][2, 3]).ToString("R", CultureInfo.InvariantCulture)}\n", read);
        AssertSame(network, Deep.Load(At("again.safetensors")));
    }

    [SafetensorsFact]
    public void TheLibrarySafetensorsReadsAndWritesThem()
    {
        Deep network = new(Gaussian.WithSigma(0.3), 5);
        network.Save(At("w.safetensors"));
        string read = Run(
            "import os, sys; os.chdir(sys.argv[1]); import safetensors.numpy as library\nw = library.load_file('w.safetensors'); "
            + "print(len(w), w['LowToHigh[1]'].shape); library.save_file(w, 'again.safetensors')", SafetensorsFactAttribute.Run);

        Assert.Equal("6 (4, 6)\n", read);
        AssertSame(network, Deep.Load(At("again.safetensors")));
    }

    private static void AssertSame(Deep expected, Deep actual)
    {
        for (int edge = 0; edge < expected.Weights.Count; edge++)
        {
            Assert.True(System.Numerics.Tensors.Tensor.EqualsAll<float>(expected.Weights[edge].Values, actual.Weights[edge].Values),
                expected.Weights[edge].Name);
        }
    }

    private void Compare(string saved, string read, string write, string moved)
    {
        Random random = new(11);
        double[] x = [.. Enumerable.Range(0, 10 * 8).Select(_ => (2 * random.NextDouble()) - 1)];
        int[] labels = [.. Enumerable.Range(0, 10).Select(_ => random.Next(3))];
        LabelReader.Dataset data = LabelReader.Dataset.Create(x, labels);
        LabelReader network = new(Gaussian.PerEdge(("XToUnits", 0.4), ("UnitsToKind", 0.5), ("BiasToUnits", 0.2), ("BiasToKind", 0.3)), 8);
        network.Save(At(saved));
        File.WriteAllText(At("x.txt"), string.Join(' ', x.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        File.WriteAllText(At("labels.txt"), string.Join(' ', labels));
        string[] said = Run(
            Format + "numpy.save('x.npy', numpy.loadtxt('x.txt').reshape(10, 8)); numpy.save('labels.npy', numpy.loadtxt('labels.txt'))\n" +
                read + Training + write,
            NumpyFactAttribute.Run).TrimEnd().Split('\n');

        float[] logits = new float[10 * 3];
        network.Predict(data, logits);
        Assert.Equal(logits.Select(value => (double)value), Numbers(said[0]), (a, b) => Math.Abs(a - b) < 1e-5);
        TrainingLog log = network.Train(data, new TrainingOptions { Epochs = 2, StepSize = 0.05, Momentum = 0.9, Nesterov = true, WeightDecay = 0.01 });
        Assert.Equal(log.Loss, [Numbers(said[1])[0], Numbers(said[2])[0]], (a, b) => Math.Abs(a - b) < 1e-5 * a);

        LabelReader loaded = LabelReader.Load(At(moved));
        float[] after = new float[10 * 3];
        float[] expected = new float[10 * 3];
        loaded.Predict(data, after);
        network.Predict(data, expected);
        Assert.Equal(expected, after, (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.NotEqual(logits, after);
    }

    private static double[] Numbers(string line) => [.. line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private string At(string name) => Path.Combine(_folder, name);

    private string Run(string program, Func<string, string[], (int ExitCode, string Output)> run)
    {
        (int exitCode, string output) = run(program, [_folder]);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
