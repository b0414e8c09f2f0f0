using System.Numerics.Tensors;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>
/// Gradient descent on gated pathways with one hidden layer, written out: yhat_n = sum over the pathways on at n of W2 W1 x_n. The independent
/// implementation that races are compared with.
/// </summary>
internal sealed class PlainPathways(double[][] x, double[][] y)
{
    private readonly List<Pathway> _pathways = [];

    /// <summary>A pathway that reads some of the features.</summary>
    /// <param name="w1">By feature read: its column of W1, one weight per hidden unit.</param>
    /// <param name="w2">By output: its row of W2.</param>
    /// <param name="features">The features read.</param>
    /// <param name="on">By datapoint.</param>
    public void Add(double[][] w1, double[][] w2, int[] features, bool[] on) => _pathways.Add(new Pathway(w1, w2, features, on));

    /// <summary>The weights whose Gram matrix is the expected one, H sigma^2 I: one hidden unit per feature and output.</summary>
    public void AddExpected(double units, double sigma, int[] features, bool[] on)
    {
        double scale = Math.Sqrt(units) * sigma;
        int hidden = features.Length + y[0].Length;
        double[] Unit(int at) => [.. Enumerable.Range(0, hidden).Select(h => h == at ? scale : 0)];
        Add([.. features.Select((_, i) => Unit(i))], [.. y[0].Select((_, o) => Unit(features.Length + o))], features, on);
    }

    /// <summary>Sum loss before the update.</summary>
    public double Step(double stepSize)
    {
        double[][][] maps = [.. _pathways.Select(pathway => pathway.Map())];
        double[][][] errors = [.. maps.Select(map => map.Select(row => new double[row.Length]).ToArray())];
        double loss = 0;
        for (int n = 0; n < x.Length; n++)
        {
            double[] residual = (double[])y[n].Clone();
            ForEachFeature(n, (p, i, value) => TensorPrimitives.MultiplyAdd(maps[p][i], -value, residual, residual));
            loss += TensorPrimitives.SumOfSquares<double>(residual) / 2;
            ForEachFeature(n, (p, i, value) => TensorPrimitives.MultiplyAdd(residual, value, errors[p][i], errors[p][i]));
        }

        for (int p = 0; p < maps.Length; p++)
        {
            _pathways[p].Move(errors[p], stepSize);
        }

        return loss;
    }

    private void ForEachFeature(int n, Action<int, int, double> visit)
    {
        for (int p = 0; p < _pathways.Count; p++)
        {
            for (int i = 0; _pathways[p].On[n] && i < _pathways[p].Features.Length; i++)
            {
                if (x[n][_pathways[p].Features[i]] is var value and not 0)
                {
                    visit(p, i, value);
                }
            }
        }
    }

    private sealed class Pathway(double[][] w1, double[][] w2, int[] features, bool[] on)
    {
        private double[][] _w1 = w1;
        private double[][] _w2 = w2;

        public int[] Features => features;

        public bool[] On => on;

        /// <summary>By feature read, its column of W2 W1.</summary>
        public double[][] Map() => [.. _w1.Select(column => _w2.Select(row => TensorPrimitives.Dot<double>(row, column)).ToArray())];

        /// <summary>W1 += eta W2^T E, W2 += eta E W1^T, both from the weights before.</summary>
        /// <param name="error">By feature read, its column of E.</param>
        /// <param name="stepSize">eta.</param>
        public void Move(double[][] error, double stepSize)
        {
            double[][] inward = [.. _w1.Select(column => (double[])column.Clone())];
            double[][] outward = [.. _w2.Select(row => (double[])row.Clone())];
            for (int i = 0; i < inward.Length; i++)
            {
                for (int o = 0; o < outward.Length; o++)
                {
                    TensorPrimitives.MultiplyAdd(_w2[o], stepSize * error[i][o], inward[i], inward[i]);
                    TensorPrimitives.MultiplyAdd(_w1[i], stepSize * error[i][o], outward[o], outward[o]);
                }
            }

            (_w1, _w2) = (inward, outward);
        }
    }
}
