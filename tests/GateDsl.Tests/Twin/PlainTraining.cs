namespace GateDsl.Tests.Twin;

/// <summary>A leaky ReLU network trained by plain loops and the documented update of torch.optim.SGD: what the engine is compared with.</summary>
internal sealed class PlainTraining
{
    public required int[] Units { get; init; }

    /// <summary>Edge by edge, target x source.</summary>
    public required double[][,] Weights { get; init; }

    public double[][]? Biases { get; init; }

    public double Slope { get; init; }

    /// <summary>Hidden layers, from the first on, that are on everywhere.</summary>
    public int LinearLayers { get; init; }

    public double Momentum { get; init; }

    public bool Nesterov { get; init; }

    public double Decay { get; init; }

    public double[]? WeightFactors { get; init; }

    public double[]? BiasFactors { get; init; }

    /// <summary>dL/dyhat and L of one datapoint.</summary>
    public required Func<int, double[], (double[] Gradient, double Loss)> Loss { get; init; }

    public required double[][] Inputs { get; init; }

    /// <summary>Losses before every pass, summed over all datapoints.</summary>
    public double[] Train(int epochs, double step, int batch, Func<int, int[]> order, bool isMean)
    {
        double[][,] velocity = [.. Weights.Select(w => new double[w.GetLength(0), w.GetLength(1)])];
        double[][]? biasVelocity = Biases?.Select(b => new double[b.Length]).ToArray();
        double[] losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            losses[epoch] = Enumerable.Range(0, Inputs.Length).Sum(n => Loss(n, Forward(n)[^1]).Loss) * (isMean ? 1.0 / Inputs.Length : 1);
            foreach (int[] rows in order(epoch).Chunk(batch))
            {
                (double[][,] g, double[][] gb) = Gradients(rows, isMean ? 1.0 / rows.Length : 1);
                for (int e = 0; e < Weights.Length; e++)
                {
                    for (int i = 0; i < Weights[e].GetLength(0); i++)
                    {
                        for (int j = 0; j < Weights[e].GetLength(1); j++)
                        {
                            Update(ref Weights[e][i, j], ref velocity[e][i, j], g[e][i, j], step * (WeightFactors?[e] ?? 1));
                        }

                        if (Biases is not null)
                        {
                            Update(ref Biases[e][i], ref biasVelocity![e][i], gb[e][i], step * (BiasFactors?[e] ?? 1));
                        }
                    }
                }
            }
        }

        return losses;
    }

    public double[][] Forward(int n)
    {
        List<double[]> layers = [Inputs[n]];
        for (int e = 0; e < Weights.Length; e++)
        {
            double[] z = new double[Units[e + 1]];
            for (int i = 0; i < z.Length; i++)
            {
                z[i] = Biases?[e][i] ?? 0;
                for (int j = 0; j < Units[e]; j++)
                {
                    z[i] += Weights[e][i, j] * layers[e][j];
                }

                z[i] *= e < Weights.Length - 1 && e >= LinearLayers && z[i] <= 0 ? Slope : 1;
            }

            layers.Add(z);
        }

        return [.. layers];
    }

    private void Update(ref double weight, ref double velocity, double gradient, double step)
    {
        gradient += Decay * weight;
        velocity = (Momentum * velocity) + gradient;
        weight -= step * (Nesterov ? gradient + (Momentum * velocity) : velocity);
    }

    private (double[][,] Weights, double[][] Biases) Gradients(int[] rows, double scale)
    {
        double[][,] g = [.. Weights.Select(w => new double[w.GetLength(0), w.GetLength(1)])];
        double[][] gb = [.. Units.Skip(1).Select(units => new double[units])];
        foreach (int n in rows)
        {
            double[][] h = Forward(n);
            double[] back = [.. Loss(n, h[^1]).Gradient.Select(x => x * scale)];
            for (int e = Weights.Length - 1; e >= 0; e--)
            {
                double[] below = new double[Units[e]];
                for (int i = 0; i < Units[e + 1]; i++)
                {
                    gb[e][i] += back[i];
                    for (int j = 0; j < Units[e]; j++)
                    {
                        g[e][i, j] += back[i] * h[e][j];
                        below[j] += Weights[e][i, j] * back[i];
                    }
                }

                back = [.. below.Select((x, j) => h[e][j] > 0 || e <= LinearLayers ? x : Slope * x)];
            }
        }

        return (g, gb);
    }
}
