using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>A random network's recordings as .npy files of one number type, three axes or stacked, and as arrays of exactly these numbers.</summary>
internal sealed class RandomFiles : IDisposable
{
    public const int Outputs = 3;
    private readonly TestFolder _folder = new();

    public RandomFiles(Random random, int layers, bool isDense)
    {
        int items = random.Next(2, 5);
        int contexts = random.Next(2, 4);
        int count = isDense ? 270 : items * contexts;
        int features = isDense ? 3 : items + contexts;
        double[] inputs = [.. from feature in Enumerable.Range(0, features) from n in Enumerable.Range(0, count) select isDense
            ? random.NextDouble() - 0.5
            : (feature < items ? n % items == feature : n / items == feature - items) ? 1.0
            : 0];
        Data = IdentificationData.FromColumns(inputs, features, count);
        Inputs = NpyBytes.Write(_folder.Path, "X.npy", inputs, [features, count], "<f8");
        TargetColumns = [.. Enumerable.Range(0, Outputs * count).Select(_ => random.NextDouble() - 0.5)];
        Targets = NpyBytes.Write(_folder.Path, "Y.npy", TargetColumns, [Outputs, count], "<f8");
        double start = 0.5 * TargetColumns.Sum(target => target * target);
        LossValues = [.. Enumerable.Range(0, 150).Select(epoch => start * Math.Exp(-epoch / 80.0))];
        Losses = NpyBytes.Write(_folder.Path, "L.npy", LossValues, [150], "<f8");
        Recordings = random.Next(2, 4);
        IsStacked = random.Next(2) == 0;
        string type = random.Next(2) == 0 ? "<f4" : ">f8";
        Units = [.. Enumerable.Range(0, layers).Select(_ => random.Next(5, 12))];
        Recorded = [.. Units.Select(_ => new double[Recordings][])];
        for (int recording = 0; recording < Recordings; recording++)
        {
            double[] below = inputs;
            for (int layer = 0; layer < layers; layer++)
            {
                below = Recorded[layer][recording] = Above(random, below, count, Units[layer], isSingle: type == "<f4");
            }
        }

        Activations = [.. Recorded.Select((layer, l) => NpyBytes.Write(
            _folder.Path, $"A{l}.npy", [.. layer.SelectMany(recording => recording)],
                IsStacked ? [Recordings * Units[l], count] : [Recordings, Units[l], count], type, isFortranOrder: l == 1))];
    }

    public IdentificationData Data { get; }

    public string Inputs { get; }

    public string Targets { get; }

    public string Losses { get; }

    public string[] Activations { get; }

    public string Out => Path.Combine(_folder.Path, "Reln.cs");

    public double[] TargetColumns { get; }

    public double[] LossValues { get; }

    public int Recordings { get; }

    public bool IsStacked { get; }

    public int[] Units { get; }

    /// <summary>By layer and recording.</summary>
    public double[][][] Recorded { get; }

    public void Dispose() => _folder.Dispose();

    private static double[] Above(Random random, double[] below, int count, int units, bool isSingle)
    {
        int sources = below.Length / count;
        double[] activations = new double[units * count];
        for (int unit = 0; unit < units; unit++)
        {
            double[] weights = [.. Enumerable.Range(0, sources).Select(_ => random.NextDouble() - 0.4)];
            for (int n = 0; n < count; n++)
            {
                double sum = Math.Max(0, weights.Select((weight, source) => weight * below[(source * count) + n]).Sum());
                activations[(unit * count) + n] = isSingle ? (float)sum : sum;
            }
        }

        return activations;
    }
}
