namespace GateDsl;

/// <summary>Sums and means of matrices by entry.</summary>
internal static class KernelSums
{
    /// <summary>A += factor B.</summary>
    public static void Add(double[,] a, double[,] b, double factor)
    {
        for (int n = 0; n < a.GetLength(0); n++)
        {
            for (int m = 0; m < a.GetLength(1); m++)
            {
                a[n, m] += factor * b[n, m];
            }
        }
    }

    /// <summary>A *= factor.</summary>
    public static void Scale(double[,] a, double factor)
    {
        for (int n = 0; n < a.GetLength(0); n++)
        {
            for (int m = 0; m < a.GetLength(1); m++)
            {
                a[n, m] *= factor;
            }
        }
    }

    /// <summary>Adds another network's snapshot of the same epoch, in place.</summary>
    public static void Add(Snapshot sum, Snapshot other)
    {
        foreach ((double[,] to, double[,] from) in Parts(sum).Zip(Parts(other)))
        {
            Add(to, from, 1);
        }
    }

    /// <summary>Multiplies all of a snapshot, in place.</summary>
    public static void Scale(Snapshot snapshot, double factor)
    {
        foreach (double[,] part in Parts(snapshot))
        {
            Scale(part, factor);
        }
    }

    /// <summary>The mean of several networks' snapshots of one epoch.</summary>
    public static Snapshot Mean(IReadOnlyList<Snapshot> draws) => new()
    {
        Epoch = draws[0].Epoch,
        HiddenKernel = Mean(draws, draw => draw.HiddenKernel),
        HiddenKernels = draws[0].HiddenKernels.Keys.ToDictionary(layer => layer, layer => Mean(draws, draw => draw.HiddenKernels[layer])),
        TangentKernel = Mean(draws, draw => draw.TangentKernel),
        Predictions = draws[0].Predictions.Keys.ToDictionary(output => output, output => Mean(draws, draw => draw.Predictions[output])),
    };

    private static IEnumerable<double[,]> Parts(Snapshot snapshot) =>
        [snapshot.HiddenKernel, .. snapshot.HiddenKernels.OrderBy(layer => layer.Key, StringComparer.Ordinal).Select(layer => layer.Value),
            snapshot.TangentKernel, .. snapshot.Predictions.OrderBy(output => output.Key, StringComparer.Ordinal).Select(output => output.Value)];

    private static double[,] Mean(IReadOnlyList<Snapshot> draws, Func<Snapshot, double[,]> part)
    {
        double[,] first = part(draws[0]);
        double[,] mean = new double[first.GetLength(0), first.GetLength(1)];
        foreach (Snapshot draw in draws)
        {
            Add(mean, part(draw), 1.0 / draws.Count);
        }

        return mean;
    }
}
