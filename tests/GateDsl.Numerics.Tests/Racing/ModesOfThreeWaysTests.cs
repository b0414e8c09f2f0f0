using System.Numerics.Tensors;
using GateDsl.Numerics.Tests.Racing.Networks;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>
/// Strengths of modes and Eq. 6 written out once more, with matrices of whole data sets: pathways of one, two and three edges from weights that are
/// neither balanced nor aligned, whose errors hang together. Strengths do not depend on the signs of singular vectors.
/// </summary>
public sealed class ModesOfThreeWaysTests
{
    private const int Points = 9;
    private const double Step = 0.004;
    private readonly Random _random = new(4);
    private readonly double[] _x, _y;
    private readonly int[] _context = [.. Enumerable.Range(0, Points).Select(n => n % 3)];
    private readonly ThreeWays.Dataset _data;
    private readonly Matrix<double> _targets;
    private readonly Way[] _ways;

    public ModesOfThreeWaysTests()
    {
        _x = Numbers(Points * 4);
        _y = Numbers(Points * 3);
        _data = ThreeWays.Dataset.Create(_x, _context, _y);
        _targets = Matrix<double>.Build.DenseOfRowMajor(Points, 3, _y);
        Matrix<double> x = Matrix<double>.Build.DenseOfRowMajor(Points, 4, _x), one = Matrix<double>.Build.Dense(Points, 3, (n, c) => _context[n] == c ? 1 : 0);
        _ways =
        [
            Of("", x, network => [Read(network.XToY, 3, 4)]),
            Of("Short", x.Append(one), network => [Read(network.XToShort, 5, 4).Append(Read(network.ContextToShort, 5, 3)), Read(network.ShortToY, 3, 5)]),
            Of("Low>High", Matrix<double>.Build.Dense(Points, 4, (n, i) => _context[n] == 0 ? 0 : x[n, i]),
                network => [Read(network.XToLow, 6, 4), Read(network.LowToHigh, 4, 6), Read(network.HighToY, 3, 4)]),
        ];
    }

    [Fact]
    public void StrengthsAreWhatTheMapsOfPathwaysDoToTheirModes()
    {
        RaceLog plain = ThreeWays.Race.From(Start(), _data).Integrate(12, Step);
        RaceLog told = ThreeWays.Race.From(Start(), _data).Integrate(new TrainingOptions { Epochs = 12, StepSize = Step, RecordEvery = 4 });
        ThreeWays network = Start();
        Assert.Equal([0, 4, 8, 11], told.Epochs);
        Assert.Equal(["", "Low>High", "Short"], plain.ModeStrengths.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["", "Low>High", "Short"], told.ModeStrengths.Keys.Order(StringComparer.Ordinal));
        for (int epoch = 0; epoch < 12; epoch++)
        {
            foreach (Way way in _ways)
            {
                Matrix<double> map = way.Weights(network).Reverse().Aggregate((left, right) => left * right);
                for (int k = 0; k < 3; k++)
                {
                    double expected = way.U.Column(k) * map * way.V.Column(k);
                    Assert.Equal(expected, plain.ModeStrengths[way.Name][epoch, k], 1e-11);
                    if (Array.IndexOf(told.Epochs, epoch) is >= 0 and int row)
                    {
                        Assert.Equal(expected, told.ModeStrengths[way.Name][row, k], 1e-11);
                    }
                }
            }

            network.Step(_data, Step);
        }
    }

    [Theory]
    [InlineData(LossScale.Sum)]
    [InlineData(LossScale.Mean)]
    public void ModesTakeStepsOfEq6(LossScale scale)
    {
        double factor = scale == LossScale.Sum ? 1 : 1.0 / Points;
        RaceLog log = ThreeWays.Race.From(Start(), _data).Integrate(40, Step / factor, scale, Reduction.Modes);
        double[][][] q = [.. _ways.Select(way => Begin(way, Start()))];
        for (int epoch = 0; epoch < 40; epoch++)
        {
            AssertAt(log, epoch, q, factor, 1e-10);
            Move(q, Rates(q), Step);
        }

        Assert.True(log.Loss[^1] < 0.98 * log.Loss[0]);
    }

    [Fact]
    public void TheirFlowFollowsEq6()
    {
        RaceLog log = ThreeWays.Race.From(Start(), _data).Integrate(20, 5 * Step, reduction: Reduction.ModesFlow);
        double[][][] q = [.. _ways.Select(way => Begin(way, Start()))];
        for (int epoch = 0; epoch < 20; epoch++)
        {
            AssertAt(log, epoch, q, 1, 1e-7);

            // Runge-Kutta of the second order in a hundred steps.
            for (int part = 0; part < 100; part++)
            {
                double[][][] middle = [.. q.Select(way => way.Select(edge => (double[])edge.Clone()).ToArray())];
                Move(middle, Rates(q), Step / 40);
                Move(q, Rates(middle), Step / 20);
            }
        }
    }

    // Two edges share half of |W1 v + W2^T u|; of more, each is as long as what the ones before have left of a mode.
    private static double[][] Begin(Way way, ThreeWays network)
    {
        Matrix<double>[] weights = way.Weights(network);
        double[][] q = [.. weights.Select(_ => new double[3])];
        for (int k = 0; k < 3; k++)
        {
            Vector<double> u = way.U.Column(k), reached = way.V.Column(k);
            if (weights.Length == 2)
            {
                q[0][k] = q[1][k] = ((weights[0] * reached) + (weights[1].Transpose() * u)).L2Norm() / 2;
                continue;
            }

            for (int e = 0; e < weights.Length - 1; e++)
            {
                reached = weights[e] * reached;
                q[e][k] = reached.L2Norm();
                reached /= q[e][k];
            }

            q[^1][k] = u * (weights[^1] * reached);
        }

        return q;
    }

    private (double Loss, double[][] Errors) Evaluate(double[][][] q)
    {
        Matrix<double> residual = _targets.Clone();
        for (int p = 0; p < 3; p++)
        {
            for (int k = 0; k < 3; k++)
            {
                double strength = q[p].Aggregate(1.0, (product, edge) => product * edge[k]);
                residual -= strength * (_ways[p].X * _ways[p].V.Column(k)).OuterProduct(_ways[p].U.Column(k));
            }
        }

        return (Math.Pow(residual.FrobeniusNorm(), 2) / 2,
            [.. _ways.Select(way => Enumerable.Range(0, 3).Select(k => way.U.Column(k) * (residual.Transpose() * way.X) * way.V.Column(k)).ToArray())]);
    }

    private double[][][] Rates(double[][][] q)
    {
        double[][] errors = Evaluate(q).Errors;
        return [.. q.Select((way, p) =>
            way.Select((_, e) => Enumerable.Range(0, 3)
                .Select(k => errors[p][k] * way.Where((_, other) => other != e).Aggregate(1.0, (product, edge) => product * edge[k]))
                .ToArray()).ToArray())];
    }

    private static void Move(double[][][] q, double[][][] rates, double step)
    {
        for (int p = 0; p < q.Length; p++)
        {
            for (int e = 0; e < q[p].Length; e++)
            {
                for (int k = 0; k < 3; k++)
                {
                    q[p][e][k] += step * rates[p][e][k];
                }
            }
        }
    }

    private void AssertAt(RaceLog log, int epoch, double[][][] q, double factor, double tolerance)
    {
        Assert.Equal(factor * Evaluate(q).Loss, log.Loss[epoch], tolerance * log.Loss[0]);
        for (int p = 0; p < 3; p++)
        {
            for (int k = 0; k < 3; k++)
            {
                Assert.Equal(q[p].Aggregate(1.0, (product, edge) => product * edge[k]), log.ModeStrengths[_ways[p].Name][epoch, k], tolerance);
            }
        }
    }

    private static ThreeWays Start() => new(Gaussian.WithSigma(0.4), seed: 6);

    private Way Of(string name, Matrix<double> x, Func<ThreeWays, Matrix<double>[]> weights)
    {
        MathNet.Numerics.LinearAlgebra.Factorization.Svd<double> svd = (_targets.Transpose() * x).Svd();
        return new(name, x, svd.U, svd.VT.Transpose(), weights);
    }

    private static Matrix<double> Read(TensorSpan<double> weights, int targets, int sources)
    {
        Matrix<double> read = Matrix<double>.Build.Dense(targets, sources);
        for (int i = 0; i < targets; i++)
        {
            for (int j = 0; j < sources; j++)
            {
                read[i, j] = weights[i, j];
            }
        }

        return read;
    }

    private double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (_random.NextDouble() * 2) - 1)];

    private sealed record Way(string Name, Matrix<double> X, Matrix<double> U, Matrix<double> V, Func<ThreeWays, Matrix<double>[]> Weights);
}
