using GateDsl.Theory.Sampling;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Twin;

/// <summary>How the weights of a twin start, and how soon a start falls, against their definitions written out once more.</summary>
public sealed class TwinStartsTests
{
    /// <summary>
    /// The largest step in which no layer's weights move by more than a tenth of their norm and the loss falls by no more than a tenth, until a
    /// tenth of it is gone; the time in between is by proportion. Gradients here are differences of losses.
    /// </summary>
    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    [InlineData(true, true, 0)]
    [InlineData(true, true, 0.3)]
    public void AStartFallsInSteepStepsOfATenth(bool hasBias, bool hasFactors, double slope)
    {
        for (int seed = 1; seed <= 6; seed++)
        {
            double[]? factors = hasFactors ? [0.5, 3, 1.5] : null, biasFactors = hasFactors ? [2, 0.25, 0.7] : null;
            double scale = seed % 2 == 0 ? 0.05 : 0.6;
            Case drawn = new(seed, hasBias, slope, scale);
            double expected = drawn.Fall(factors ?? [1, 1, 1], biasFactors ?? [1, 1, 1]);
            Assert.Equal(expected, FirstFall.Of(new Case(seed, hasBias, slope, scale).Network, factors, biasFactors, default),
                double.IsFinite(expected) ? 1e-5 * expected : 0);
        }
    }

    /// <summary>Weights that are too large to be moved by a tenth without a rise end where the loss would rise.</summary>
    [Fact]
    public void AStartThatRisesEndsThere()
    {
        TwinTask task = new(1, 1, [1], [new("y", 1, [1], null, LossRule.Squared)]);
        LayeredNetwork network = new(task, [1], [[100.0], [0.0099]], null, [0]);
        double first = 0.5 * 0.01 * 0.01, v = (1 - 0.99) * 100, step = Math.Min(0.1 * 0.0099 / v, 0.1 * first / (v * v));
        Assert.True(step > 0);
        double time = FirstFall.Of(network, [0, 1], null, default);
        Assert.InRange(time, 0.9 * step / 2, 20 * step);
        Assert.Equal(double.PositiveInfinity, FirstFall.Of(new(task, [1], [[1.0], [1.0]], null, [0]), null, null, default));
    }

    [Fact]
    public void AFallIsStoppedWhereItIsAskedTo() => Assert.ThrowsAny<OperationCanceledException>(
        () => FirstFall.Of(new Case(1, false, 0, 0.1).Network, null, null, new CancellationToken(canceled: true)));

    /// <summary>Equidistant starts: the one that falls first, and of equal ones the one drawn first.</summary>
    [Fact]
    public void OfTwoEquallyNearStartsTheFirstIsTaken()
    {
        Assert.Equal([0], StratifiedStarts.Choose([1, 3], 1));
        Assert.Equal([1], StratifiedStarts.Choose([3, 1], 1));
        Assert.Equal([2], StratifiedStarts.Choose([4, 3, 1, 0], 1));
        Assert.Equal([0, 2], StratifiedStarts.Choose([5, 5, 5, 5], 2));
    }

    /// <summary>
    /// Singular values of the weights between hidden layers are those of the large network, each a mean over its share; the frames of both sides are
    /// orthogonal.
    /// </summary>
    [Theory]
    [InlineData(12, 12, 400, 300)]
    [InlineData(10, 24, 300, 600)]
    [InlineData(24, 10, 600, 300)]
    public void WeightsBetweenLayersHaveTheSpectrumOfTheLargeNetwork(int below, int above, int largeBelow, int largeAbove)
    {
        TwinShape shape = new([largeBelow, largeAbove], [0.1, 0.2, 0.3]);
        double[] weights = NetworkStart.Draw(3, 2, shape, [below, above], new NormalSampler(4))[1];
        double[] singular = [.. Matrix<double>.Build.DenseOfRowMajor(above, below, weights).Svd(computeVectors: false).S];
        double[] large = GaussianSpectrum.Expected(largeAbove, largeBelow);
        int few = Math.Min(below, above);
        double share = (double)large.Length / few;
        for (int k = 0; k < few; k++)
        {
            double mean = Enumerable.Range(0, large.Length).Sum(i => large[i] * Math.Max(0, Math.Min((k + 1) * share, i + 1) - Math.Max(k * share, i))) / share;
            Assert.Equal(0.2 * mean, singular[k], 1e-12);
        }
    }

    /// <summary>
    /// From twice as many units as directions on, or one less, units come with their negatives; fewer are a frame, and with fewer than directions
    /// its rows are orthogonal.
    /// </summary>
    [Theory]
    [InlineData(20, 5, true)]
    [InlineData(10, 5, true)]
    [InlineData(9, 5, true)]
    [InlineData(8, 5, false)]
    [InlineData(5, 5, false)]
    [InlineData(3, 5, false)]
    public void UnitsComeWithTheirNegativesWhereTheyAreEnough(int units, int directions, bool arePairs)
    {
        TwinShape shape = new([700, 500], [0.1, 0.2, 0.3]);
        double[][] weights = NetworkStart.Draw(directions, directions, shape, [units, units], new NormalSampler(4));
        (Matrix<double> First, double Square)[] ends =
        [
            (Matrix<double>.Build.DenseOfRowMajor(units, directions, weights[0]), 0.01 * 700),
            (Matrix<double>.Build.DenseOfRowMajor(directions, units, weights[2]).Transpose(), 0.09 * 500),
        ];
        foreach ((Matrix<double> end, double square) in ends)
        {
            Assert.Equal(arePairs, (end.Row(0) + end.Row(1)).L2Norm() == 0);
            bool isWide = units < directions;
            Matrix<double> gram = isWide ? end * end.Transpose() : end.Transpose() * end;
            double expected = isWide ? square * directions / units : square;
            double off = (gram - (expected * Matrix<double>.Build.DenseIdentity(gram.RowCount))).L2Norm();

            // The last of an odd number has no negative: its square stands in for a pair of them.
            Assert.InRange(off, 0, arePairs && units % 2 == 1 ? expected : 1e-12 * expected);
        }
    }

    // Two hidden layers, three datapoints, an output that is off at one of them.
    private sealed class Case
    {
        private static readonly int[] Units = [3, 4, 5, 2];
        private readonly double _slope;
        private readonly TwinTask _task;
        private readonly double[][] _weights;
        private readonly double[][]? _biases;

        public Case(int seed, bool hasBias, double slope, double scale)
        {
            Random random = new(seed);
            double[] Numbers(int count, double size) => [.. Enumerable.Range(0, count).Select(_ => size * ((random.NextDouble() * 2) - 1))];
            _slope = slope;
            _task = new(4, 3, Numbers(12, 1), [new("y", 2, [.. Numbers(8, 0.3).Select(y => y + 1)], [true, false, true, true], LossRule.Squared)]);
            _weights = [.. Enumerable.Range(0, 3).Select(e => Numbers(Units[e] * Units[e + 1], scale))];
            _biases = hasBias ? [.. Units.Skip(1).Select(count => Numbers(count, scale / 3).Select(Math.Abs).ToArray())] : null;
            Network = new(_task, [4, 5], _weights, _biases, [slope, slope]);
        }

        public LayeredNetwork Network { get; }

        public double Fall(double[] factors, double[] biasFactors)
        {
            double time = 0, first = Loss(), before = double.PositiveInfinity, step = 0;
            for (int steps = 0; steps < 400; steps++)
            {
                double loss = Loss();
                if (loss <= 0.9 * first && steps > 0)
                {
                    return time - (step * ((0.9 * first) - loss) / (before - loss));
                }

                if (loss >= before)
                {
                    return time;
                }

                double[][] down = [.. _weights.Select(Down)], biasDown = [.. (_biases ?? []).Select(Down)];
                double fall = down.Select((d, e) => factors[e] * Square(d)).Sum() + biasDown.Select((d, e) => biasFactors[e] * Square(d)).Sum();
                step = down.Select((d, e) => 0.1 * Math.Sqrt(Square(_weights[e]) / Square(d)) / factors[e]).Append(0.1 * loss / fall).Min();
                if (!double.IsFinite(step))
                {
                    return double.PositiveInfinity;
                }

                for (int e = 0; e < 3; e++)
                {
                    Move(_weights[e], down[e], step * factors[e]);
                    if (_biases is not null)
                    {
                        Move(_biases[e], biasDown[e], step * biasFactors[e]);
                    }
                }

                (time, before) = (time + step, loss);
            }

            return time;
        }

        private double[] Down(double[] numbers) => [.. numbers.Select((kept, i) =>
        {
            numbers[i] = kept + 1e-6;
            double up = Loss();
            numbers[i] = kept - 1e-6;
            double down = Loss();
            numbers[i] = kept;
            return (down - up) / 2e-6;
        })];

        private double Loss()
        {
            double loss = 0;
            foreach (int n in new[] { 0, 2, 3 })
            {
                double[] h = _task.Inputs[(n * 3)..((n + 1) * 3)];
                for (int e = 0; e < 3; e++)
                {
                    h = [.. Enumerable.Range(0, Units[e + 1]).Select(i =>
                    {
                        double z = (_biases?[e][i] ?? 0) + h.Select((x, j) => _weights[e][(i * Units[e]) + j] * x).Sum();
                        return e < 2 && z <= 0 ? _slope * z : z;
                    })];
                }

                loss += h.Select((y, i) => (y - _task.Outputs[0].Targets[(n * 2) + i]) * (y - _task.Outputs[0].Targets[(n * 2) + i]) / 2).Sum();
            }

            return loss;
        }

        private static double Square(double[] values) => values.Sum(value => value * value);

        private static void Move(double[] numbers, double[] by, double step)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] += step * by[i];
            }
        }
    }
}
