using GateDsl.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Racing;

/// <summary>
/// What predictions lose on parts of test inputs that no training input has: incoming weights stay there as they were drawn, with the variance of
/// their edge. Pathways of two inputs and of one, with gates, outputs that are off at some datapoints, and a path without a hidden layer, which
/// starts at nothing.
/// </summary>
public sealed class OutsideLossTests
{
    private const int Trained = 4;
    private const int Tested = 5;
    private static readonly double[] Sigma = [0.5, 1.5, 0.8];
    private readonly Random _random = new(3);

    [Fact]
    public void ItIsTheVarianceOfWhatNoTrainingInputReaches()
    {
        Part train = Draw(Trained), test = Draw(Tested);
        EdgeMatrix<double>[] weights =
        [
            Edge("A", "H", 4, 3), Edge("C", "H", 4, 2), Edge("A", "G", 2, 3), Edge("A", "O", 2, 3), Edge("H", "O", 2, 4), Edge("G", "O", 2, 2),
            Edge("H", "P", 1, 4),
        ];
        Dictionary<string, double> variances = new() { ["AToH"] = Sigma[0] * Sigma[0], ["CToH"] = Sigma[1] * Sigma[1], ["AToG"] = Sigma[2] * Sigma[2] };
        OutsideLoss outside = new(train.Problem(), test.Problem(), StartWeights.Of(weights, variances, null!));

        // At every test datapoint where an output and the way to it are on: half the square of its weights times the variance.
        double[] h = Outside(
            train, test, (part, n) =>
                part.IsOn[n] ? [.. part.A[(3 * n)..(3 * (n + 1))], .. part.IsSecond[n] ? part.C[(2 * n)..(2 * (n + 1))] : [0, 0]] : new double[5],
                    [Sigma[0], Sigma[0], Sigma[0], Sigma[1], Sigma[1]]);
        double[] g = Outside(train, test, (part, n) => part.A[(3 * n)..(3 * (n + 1))], [Sigma[2], Sigma[2], Sigma[2]]);
        foreach (double factor in new[] { 1, 2.5 })
        {
            EdgeMatrix<float>[] now =
                [.. weights.Select(edge =>
                    new EdgeMatrix<float>(edge.Name, edge.Source, edge.Target, edge.Targets, edge.Sources, [.. edge.Values.Select(w => (float)(factor * w))]))];
            double expected = (Sum(h, n => test.IsThird[n]) * Square(now[4])) + (Sum(g, n => test.IsThird[n] && test.IsOn[n]) * Square(
                now[5])) + (Sum(h, n => true) * Square(now[6]));
            Assert.True(expected > 1);
            Assert.Equal(expected / 2, outside.Of(now), 1e-9 * expected);
        }

        // On what it was trained on there is nothing outside.
        Assert.Equal(0, new OutsideLoss(train.Problem(), train.Problem(), StartWeights.Of(weights, variances, null!)).Of(weights));

        double Sum(double[] at, Func<int, bool> isOn) => Enumerable.Range(0, Tested).Where(isOn).Sum(n => at[n]);
    }

    private static double[] Outside(Part train, Part test, Func<Part, int, double[]> row, double[] sigma)
    {
        Matrix<double> x = Matrix<double>.Build.DenseOfRowArrays(Enumerable.Range(0, Trained).Select(n => row(train, n)));
        Matrix<double> away = Matrix<double>.Build.DenseIdentity(x.ColumnCount) - (x.PseudoInverse() * x);
        return [.. Enumerable.Range(0, Tested)
            .Select(n => (away * Vector<double>.Build.DenseOfArray(row(test, n))).Select((value, i) => value * value * sigma[i] * sigma[i]).Sum())];
    }

    private static double Square(EdgeMatrix<float> edge) => edge.Values.Sum(value => (double)value * value);

    private EdgeMatrix<double> Edge(string source, string target, int targets, int sources) =>
        new($"{source}To{target}", source, target, targets, sources, Numbers(targets * sources));

    private double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => Math.Round((_random.NextDouble() * 4) - 2, 2))];

    // Training inputs of A lie in a plane.
    private Part Draw(int count) => new(
        [.. Numbers(3 * count).Select((value, i) => count == Trained && i % 3 == 2 ? 0 : value)], Numbers(2 * count),
        [.. Enumerable.Range(0, count).Select(n => n != 1)],
        [.. Enumerable.Range(0, count).Select(n => n is 3 or 4)], [.. Enumerable.Range(0, count).Select(n => n != 2)]);

    private sealed record Part(double[] A, double[] C, bool[] IsOn, bool[] IsSecond, bool[] IsThird)
    {
        public int Count => IsOn.Length;

        public RaceProblem Problem()
        {
            RaceProblem problem = new(new Datapoints(Count));
            problem.AddInput("A", Feature<double>.Dense(A, 3));
            problem.AddInput("C", Feature<double>.Dense(C, 2));
            problem.AddOutput("O", 2, new double[2 * Count], Set(IsThird));
            problem.AddOutput("P", 1, new double[Count], Set(null));
            problem.AddPathway("H", [(0, Set(IsOn)), (1, Set([.. IsOn.Zip(IsSecond, (one, two) => one && two)]))], [(0, Set(null)), (1, Set(null))]);
            problem.AddPathway("G", [(0, Set(null))], [(0, Set(IsOn))]);
            problem.AddDirect(0, 0, Set(null));
            return problem;
        }

        private RowSet Set(bool[]? on) => new(Count, Count, n => on?[n] ?? true);
    }

    private sealed class Datapoints : BatchData
    {
        public Datapoints(int count)
            : base(count, count) => AddZeroLoss(new double[count], new RowSet(count, count, _ => true), 1);
    }
}
