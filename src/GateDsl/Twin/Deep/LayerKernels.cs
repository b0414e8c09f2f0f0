namespace GateDsl;

/// <summary>The kernels and predictions of a layered network (mathematics.md, Representations).</summary>
internal static class LayerKernels
{
    /// <summary>
    /// The network as it stands, activations of all datapoints known. Kernels are sums over its units: of representative ones as they are, since their sum
    /// stands for the twin's.
    /// </summary>
    /// <param name="epoch">Passes made.</param>
    /// <param name="network">The network.</param>
    /// <param name="task">Its data, perhaps reduced.</param>
    public static Snapshot Of(int epoch, LayeredNetwork network, TwinTask task)
    {
        int layers = network.Edges - 1;
        double[,] hidden = new double[task.Count, task.Count];
        Dictionary<string, double[,]> byLayer = [];
        for (int layer = 1; layer <= layers; layer++)
        {
            double[,] kernel = Products(network.ActivationsOf(layer), task.Count, network.UnitsOf(layer));
            byLayer.Add($"Hidden{layer}", kernel);
            KernelSums.Add(hidden, kernel, 1);
        }

        return new Snapshot
        {
            Epoch = epoch,
            HiddenKernel = hidden,
            HiddenKernels = byLayer,
            TangentKernel = Tangent(network, task),
            Predictions = task.Unreduced(network.ActivationsOf(network.Edges)),
        };
    }

    // Every edge gives (sources of n).(sources of m) times the trace of the products of what its targets do to the outputs; a bias the same with sources of 1.
    private static double[,] Tangent(LayeredNetwork network, TwinTask task)
    {
        double[,] tangent = new double[task.Count, task.Count];
        int outputs = network.UnitsOf(network.Edges);

        // By datapoint and output, row by row: what the units of the present layer do to it. Targets outside the basis of the outputs see the last layer only.
        double[][] effect = [.. Enumerable.Range(0, task.Count).Select(_ => Identity(outputs))];
        for (int edge = network.Edges - 1; edge >= 0; edge--)
        {
            int units = network.UnitsOf(edge + 1);
            bool isLast = edge == network.Edges - 1;
            double[,] sources = Products(network.ActivationsOf(edge), task.Count, network.UnitsOf(edge));
            for (int n = 0; n < task.Count; n++)
            {
                for (int m = 0; m < task.Count; m++)
                {
                    double trace = isLast ? task.SharedOutputs(n, m) : Dot(effect[n], effect[m]);
                    tangent[n, m] += (sources[n, m] + (network.Biases is null ? 0 : 1)) * trace;
                }
            }

            if (edge > 0)
            {
                int below = network.UnitsOf(edge);
                for (int n = 0; n < task.Count; n++)
                {
                    effect[n] = Back(effect[n], network.Weights[edge], network.ActivationsOf(edge).Slice(n * below, below), outputs, units,
                        network.SlopeOf(edge));
                    if (isLast)
                    {
                        task.CloseOutputs(n, effect[n], below);
                    }
                }
            }
        }

        return tangent;
    }

    private static double[] Back(double[] effect, double[] weights, ReadOnlySpan<double> h, int outputs, int units, double slope)
    {
        double[] back = new double[outputs * h.Length];
        for (int output = 0; output < outputs; output++)
        {
            Span<double> row = back.AsSpan(output * h.Length, h.Length);
            for (int unit = 0; unit < units; unit++)
            {
                RowArithmetic.AddScaled(weights.AsSpan(unit * h.Length, h.Length), effect[(output * units) + unit], row);
            }

            for (int i = 0; i < row.Length; i++)
            {
                row[i] *= h[i] > 0 ? 1 : slope;
            }
        }

        return back;
    }

    private static double[,] Products(ReadOnlySpan<double> rows, int count, int units)
    {
        double[,] kernel = new double[count, count];
        for (int n = 0; n < count; n++)
        {
            for (int m = 0; m <= n; m++)
            {
                kernel[n, m] = kernel[m, n] = Dot(rows.Slice(n * units, units), rows.Slice(m * units, units));
            }
        }

        return kernel;
    }

    private static double[] Identity(int size)
    {
        double[] identity = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            identity[(i * size) + i] = 1;
        }

        return identity;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => System.Numerics.Tensors.TensorPrimitives.Dot(a, b);
}
