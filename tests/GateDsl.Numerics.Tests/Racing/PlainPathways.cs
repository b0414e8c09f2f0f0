namespace GateDsl.Numerics.Tests.Racing;

/// <summary>
/// Gradient descent on gated pathways with one hidden layer, written out: yhat_n = sum over the pathways on at n of W2 W1 x_n. The independent
/// implementation that races are compared with.
/// </summary>
internal sealed class PlainPathways(double[][] x, double[][] y)
{
    private readonly List<Pathway> _pathways = [];

    /// <summary>A pathway over all features; a feature it does not read has no weights.</summary>
    /// <param name="w1">Hidden x features.</param>
    /// <param name="w2">Outputs x hidden.</param>
    /// <param name="on">By datapoint.</param>
    public void Add(double[,] w1, double[,] w2, bool[] on) => _pathways.Add(new Pathway(w1, w2, on));

    /// <summary>The weights whose Gram matrix is the expected one, H sigma^2 I, over the features read.</summary>
    public void AddExpected(double units, double sigma, int[] features, bool[] on)
    {
        double scale = Math.Sqrt(units) * sigma;
        int outputs = y[0].Length;
        double[,] w1 = new double[features.Length + outputs, x[0].Length];
        double[,] w2 = new double[outputs, features.Length + outputs];
        for (int i = 0; i < features.Length; i++)
        {
            w1[i, features[i]] = scale;
        }

        for (int o = 0; o < outputs; o++)
        {
            w2[o, features.Length + o] = scale;
        }

        Add(w1, w2, on);
        _pathways[^1].Reads = features;
    }

    /// <summary>Sum loss before the update.</summary>
    public double Step(double stepSize)
    {
        double[][,] maps = [.. _pathways.Select(p => Multiply(p.W2, p.W1))];
        double loss = 0;
        double[][,] errors = [.. maps.Select(map => new double[map.GetLength(0), map.GetLength(1)])];
        for (int n = 0; n < x.Length; n++)
        {
            double[] residual = (double[])y[n].Clone();
            for (int i = 0; i < x[n].Length; i++)
            {
                for (int p = 0; x[n][i] != 0 && p < maps.Length; p++)
                {
                    for (int o = 0; _pathways[p].On[n] && o < residual.Length; o++)
                    {
                        residual[o] -= maps[p][o, i] * x[n][i];
                    }
                }
            }

            loss += residual.Sum(r => r * r) / 2;
            for (int i = 0; i < x[n].Length; i++)
            {
                for (int p = 0; x[n][i] != 0 && p < maps.Length; p++)
                {
                    for (int o = 0; _pathways[p].On[n] && o < residual.Length; o++)
                    {
                        errors[p][o, i] += residual[o] * x[n][i];
                    }
                }
            }
        }

        for (int p = 0; p < maps.Length; p++)
        {
            _pathways[p].Move(errors[p], stepSize);
        }

        return loss;
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        double[,] product = new double[a.GetLength(0), b.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int k = 0; k < a.GetLength(1); k++)
            {
                double value = a[i, k];
                for (int j = 0; value != 0 && j < b.GetLength(1); j++)
                {
                    product[i, j] += value * b[k, j];
                }
            }
        }

        return product;
    }

    private sealed class Pathway(double[,] w1, double[,] w2, bool[] on)
    {
        public double[,] W1 { get; private set; } = w1;

        public double[,] W2 { get; private set; } = w2;

        public bool[] On { get; } = on;

        /// <summary>Features it reads; null: all.</summary>
        public int[]? Reads { get; set; }

        // W1 += eta W2^T E, W2 += eta E W1^T, both from the weights before.
        public void Move(double[,] error, double stepSize)
        {
            int hidden = W1.GetLength(0);
            int[] features = Reads ?? [.. Enumerable.Range(0, W1.GetLength(1))];
            double[,] w1 = (double[,])W1.Clone();
            double[,] w2 = (double[,])W2.Clone();
            for (int o = 0; o < error.GetLength(0); o++)
            {
                foreach (int i in features)
                {
                    double pull = stepSize * error[o, i];
                    for (int h = 0; pull != 0 && h < hidden; h++)
                    {
                        w1[h, i] += pull * W2[o, h];
                        w2[o, h] += pull * W1[h, i];
                    }
                }
            }

            (W1, W2) = (w1, w2);
        }
    }
}
