using System.Globalization;

namespace GateDsl;

/// <summary>What a snapshot of a network holds: datapoints, hidden layers, outputs with their units; and how it is kept in a checkpoint.</summary>
/// <param name="Datapoints">N.</param>
/// <param name="HiddenLayers">Names of hidden layers, a bank being one.</param>
/// <param name="Outputs">Names and units of outputs.</param>
internal sealed record SnapshotShape(int Datapoints, IReadOnlyList<string> HiddenLayers, IReadOnlyList<(string Name, int Units)> Outputs)
{
    /// <summary>Bytes of one snapshot.</summary>
    public double Bytes => 8.0 * Datapoints * (((HiddenLayers.Count + 2.0) * Datapoints) + Outputs.Sum(output => output.Units));

    /// <summary>Refuses snapshots that would not fit into memory.</summary>
    /// <exception cref="ArgumentException">Names the option, and how many bytes it would take.</exception>
    public void Require(TrainingOptions options)
    {
        double bytes = Bytes * options.SnapshotEpochs.Distinct().Count();
        double available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (bytes > available / 2)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{nameof(TrainingOptions)}.{nameof(options.SnapshotEpochs)}: {options.SnapshotEpochs.Distinct().Count()} snapshots of {Datapoints} datapoints take {bytes:N0} bytes; at most {available / 2:N0}, half of the memory, are given to them."),
                nameof(options.SnapshotEpochs));
        }
    }

    /// <summary>The epochs of the snapshots that were taken before the update of an epoch was made.</summary>
    public static IEnumerable<int> EpochsBefore(int epoch, TrainingOptions options) =>
        options.SnapshotEpochs.Distinct().Order().Where(at => at < epoch || (at == epoch && epoch == options.Epochs));

    public static IEnumerable<StoredArray> Arrays(Snapshot snapshot)
    {
        string epoch = snapshot.Epoch.ToString(CultureInfo.InvariantCulture);
        return
        [
            StoredArray.Of($"TangentKernel/{epoch}", snapshot.TangentKernel),
            .. snapshot.HiddenKernels.Select(layer => StoredArray.Of($"HiddenKernel/{layer.Key}/{epoch}", layer.Value)),
            .. snapshot.Predictions.Select(output => StoredArray.Of($"Predictions/{output.Key}/{epoch}", output.Value)),
        ];
    }

    public Snapshot Read(IReadOnlyDictionary<string, FoundArray> arrays, int epoch)
    {
        string suffix = "/" + epoch.ToString(CultureInfo.InvariantCulture);
        Dictionary<string, double[,]> kernels = HiddenLayers.ToDictionary(layer => layer, layer => Matrix($"HiddenKernel/{layer}{suffix}", Datapoints));
        return new Snapshot
        {
            Epoch = epoch,
            HiddenKernel = Sum(kernels.Values, Datapoints),
            HiddenKernels = kernels,
            TangentKernel = Matrix("TangentKernel" + suffix, Datapoints),
            Predictions = Outputs.ToDictionary(output => output.Name, output => Matrix($"Predictions/{output.Name}{suffix}", output.Units)),
        };

        double[,] Matrix(string name, int columns)
        {
            double[] values = arrays.TryGetValue(name, out FoundArray? found)
                ? found.ReadMatrix<double>(Datapoints, columns)
                : throw new InvalidDataException($"{name} is missing");
            double[,] matrix = new double[Datapoints, columns];
            Buffer.BlockCopy(values, 0, matrix, 0, values.Length * sizeof(double));
            return matrix;
        }
    }

    /// <summary>The sum of kernels, added in their order.</summary>
    public static double[,] Sum(IEnumerable<double[,]> kernels, int datapoints)
    {
        double[,] sum = new double[datapoints, datapoints];
        foreach (double[,] kernel in kernels)
        {
            for (int n = 0; n < datapoints; n++)
            {
                for (int m = 0; m < datapoints; m++)
                {
                    sum[n, m] += kernel[n, m];
                }
            }
        }

        return sum;
    }
}
