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

    /// <summary>The mean of several networks' snapshots of one epoch.</summary>
    public static Snapshot Mean(IReadOnlyList<Snapshot> draws) => new()
    {
        Epoch = draws[0].Epoch,
        HiddenKernel = Mean(draws, draw => draw.HiddenKernel),
        HiddenKernels = draws[0].HiddenKernels.Keys.ToDictionary(layer => layer, layer => Mean(draws, draw => draw.HiddenKernels[layer])),
        TangentKernel = Mean(draws, draw => draw.TangentKernel),
        Predictions = draws[0].Predictions.Keys.ToDictionary(output => output, output => Mean(draws, draw => draw.Predictions[output])),
    };

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
