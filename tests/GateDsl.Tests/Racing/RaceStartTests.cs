using GateDsl.CompilerServices;
using GateDsl.Tests.Theory.LinearAlgebra;
using GateDsl.Theory.Sampling;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Racing;

/// <summary>
/// The start of a race in expectation: modules that differ in width and in what they touch, edges with variances of their own. What descent sees of
/// a module is the Gram matrix of its incoming and outgoing weights side by side; in the mean it is diagonal, the width times the variance of each edge.
/// </summary>
public sealed class RaceStartTests
{
    private static readonly LayerUnits Declared = Units(h: 7, g: 40, bank: 3), Narrow = Units(h: 9, g: 5, bank: 4);

    [Fact]
    public void TheGramMatrixOfAModuleIsItsWidthTimesTheVariancesOfItsEdges()
    {
        StartWeights start = ExpectedStart.Of(new Varied()).Fill(Edges(), Declared, Narrow);
        AssertGram(start.Weights, edge => WidthOf(edge, Declared) * Variance(edge), 1e-12);
        Assert.Equal(
            Edges().Where(edge => IsHidden(edge.Target)).Select(edge => KeyValuePair.Create(edge.Name, Variance(edge)))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal),
            start.Variances!.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            (one, other) => one.Key == other.Key && Math.Abs(one.Value - other.Value) < 1e-12);
        Assert.All(start.Weights.Where(edge => !IsHidden(edge.Target) && !IsHidden(edge.Source)),
            edge => Assert.All(edge.Values, value => Assert.Equal(0, value)));
    }

    /// <summary>Widths that are given, for all modules or each by its name, stand in place of the declared ones.</summary>
    [Fact]
    public void WidthsThatAreGivenStandInPlaceOfDeclaredOnes()
    {
        AssertGram(ExpectedStart.Of(0.3, 12.5).Fill(Edges(), Declared, Narrow).Weights, _ => 12.5 * 0.09, 1e-12);
        AssertGram(ExpectedStart.Of(0.3, null).Fill(Edges(), Declared, Narrow).Weights, edge => WidthOf(edge, Declared) * 0.09, 1e-12);
        Dictionary<string, double> widths = new() { ["H"] = 5, ["G"] = 0.5, ["B[0]"] = 2, ["B[1]"] = 30 };
        AssertGram(ExpectedStart.Of(0.3, widths, Declared).Fill(Edges(), Declared, Narrow).Weights,
            edge => widths[IsHidden(edge.Target) ? edge.Target : edge.Source] * 0.09, 1e-12);
    }

    /// <summary>Draws have the same Gram matrix in their mean, whichever way they are drawn; a pair of them has the opposite weights past all layers.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void DrawsHaveItInTheMean(bool isGaussian, bool areByGrowth)
    {
        const int Draws = 3000;
        StartWeights start = (isGaussian ? ExpectedStart.Of(0.3, 12.5) : ExpectedStart.Of(new Varied())).Fill(Edges(), Declared, Narrow, Draws, seed: 3);
        GrowthDirections directions = areByGrowth ? GrowthDirections.Of(Problem()) : GrowthDirections.None;
        Assert.Equal((Draws, isGaussian), (start.Draws!.Count, start.Draws.HasPairs));
        EdgeMatrix<double>[][] drawn = [.. Enumerable.Range(0, Draws).Select(number => start.Draws.Of(number, directions).Weights)];
        foreach (string module in Declared.HiddenModules)
        {
            Matrix<double> mean = drawn.Select(weights => Gram(weights, module)).Aggregate((a, b) => a + b) / Draws;
            double[] expected = [.. Beside(Edges(), module)
                .SelectMany(pair => Enumerable.Repeat(isGaussian ? 12.5 * 0.09 : WidthOf(pair.Edge, Declared) * Variance(pair.Edge), pair.Units))];
            for (int i = 0; i < expected.Length; i++)
            {
                for (int j = 0; j < expected.Length; j++)
                {
                    // A variance of H sigma^4 at most 2 H sigma^4, and five standard errors of it; the narrowest module has three units.
                    double spread = Math.Sqrt(expected[i] * expected[j] * (i == j ? 2 : 1) / Declared[module]);
                    Assert.Equal(i == j ? expected[i] : 0, mean[i, j], 6 * spread / Math.Sqrt(Draws));
                }
            }
        }

        double[] direct = [.. drawn.Select(weights => weights.Single(edge => edge.Name == "AToP").Values[0])];
        Assert.Equal(0, direct.Average(), 0.05);
        Assert.Equal(isGaussian ? 0.09 : Variance(Edges().Single(edge => edge.Name == "AToP")), direct.Average(value => value * value), 0.02);
        for (int pair = 0; pair < Draws / 2; pair++)
        {
            Assert.Equal(isGaussian, direct[2 * pair] == -direct[(2 * pair) + 1]);
        }

        Assert.Equal(isGaussian ? Draws / 2 : Draws, direct.Select(Math.Abs).Distinct().Count());
    }

    /// <summary>Orthogonal frames in pairs: the second has the opposite incoming weights, so the opposite maps and the same kernels.</summary>
    [Fact]
    public void TheSecondOfAPairOfFramesHasTheOppositeMaps()
    {
        StartWeights start = ExpectedStart.Of(Orthogonal.WithGain(0.7)).Fill(Edges(), Declared, Narrow, 6);
        Assert.True(start.Draws!.HasPairs);
        for (int pair = 0; pair < 3; pair++)
        {
            EdgeMatrix<double>[] one = start.Draws.Of(2 * pair, GrowthDirections.None).Weights,
                other = start.Draws.Of((2 * pair) + 1, GrowthDirections.None).Weights;
            Assert.True(one.Single(edge => edge.Name == "AToP").Values.Zip(other.Single(edge => edge.Name == "AToP").Values)
                .All(both => both.First == -both.Second));
            foreach (string module in Declared.HiddenModules)
            {
                (Matrix<double> first, Matrix<double> second) = (Gram(one, module), Gram(other, module));
                bool[] isIncoming = [.. Beside(one, module).SelectMany(part => Enumerable.Repeat(part.IsIncoming, part.Units))];
                Assert.True(first.L2Norm() > 0.1);
                for (int i = 0; i < isIncoming.Length; i++)
                {
                    Assert.All(Enumerable.Range(0, isIncoming.Length),
                        j => Assert.Equal(isIncoming[i] == isIncoming[j] ? first[i, j] : -first[i, j], second[i, j], 1e-12));
                }
            }
        }
    }

    /// <summary>Without a name a bias starts at zero; its draws do too, and others have the variance that is asked for.</summary>
    [Fact]
    public void BiasesStartAtZero()
    {
        EdgeMatrix<double>[] edges = [Edge("A", "H", 9, 2), Edge("Bias", "H", 9, 1), Edge("H", "O", 3, 9)];
        LayerUnits declared = new LayerUnits().Input("A", 2).Hidden("H", 7).Output("O", 3);
        StartWeights start = ExpectedStart.Of(0.3, null).Fill(edges, declared, declared.With(("H", 9)), draws: 4);
        Assert.All(start.Weights[1].Values, value => Assert.Equal(0, value));
        Assert.Equal(0, start.Variances!["BiasToH"]);
        Assert.Equal(0.09, start.Variances["AToH"], 1e-12);
        Assert.All(Enumerable.Range(0, 4),
            number => Assert.All(start.Draws!.Of(number, GrowthDirections.None).Weights[1].Values, value => Assert.Equal(0, value)));
        Matrix<double> gram = Gram(start.Weights, "H");
        Assert.Equal([0.63, 0.63, 0, 0.63, 0.63, 0.63], gram.Diagonal(), (one, other) => Math.Abs(one - other) < 1e-12);
    }

    /// <summary>
    /// The first columns are the directions in which a module grows, those of each mode first and then those in which it shrinks; each edge counts
    /// by its standard deviation. All are orthonormal.
    /// </summary>
    [Fact]
    public void ABasisBeginsWithTheModesOfItsModule()
    {
        double[] sigma = [0.5, 2, 3];
        Matrix<double> basis = GrowthDirections.Of(Problem()).Basis("H", [("A", 2, sigma[0]), ("C", 3, sigma[1])], [("O", 3, sigma[2])])!.ToMathNet();
        Assert.Equal((8, 8), (basis.RowCount, basis.ColumnCount));
        Assert.True(((basis.Transpose() * basis) - Matrix<double>.Build.DenseIdentity(8)).L2Norm() < 1e-12);

        // Correlations of targets with the two inputs, over the datapoints at which H is on.
        Matrix<double> correlation =
            Matrix<double>.Build.Dense(
                3, 5, (o, i) => Enumerable.Range(0, Points).Where(n => n != 2).Sum(n => Targets[(n * 3) + o] * (i < 2 ? A[(n * 2) + i] : C[(n * 3) + i - 2])));
        MathNet.Numerics.LinearAlgebra.Factorization.Svd<double> svd = correlation.Svd();
        Assert.Equal(3, svd.Rank);
        for (int column = 0; column < 6; column++)
        {
            double sign = column < 3 ? 1 : -1;
            Vector<double> v = svd.VT.Row(column % 3), u = svd.U.Column(column % 3);
            Vector<double> direction = Vector<double>.Build.Dense(8, i => i < 2 ? sigma[0] * v[i] : i < 5 ? sigma[1] * v[i] : sign * sigma[2] * u[i - 5]);
            Matrix<double> first = basis.SubMatrix(0, 8, 0, column + 1);
            Assert.True((direction - (first * (first.Transpose() * direction))).L2Norm() < 1e-10, $"column {column}");
            Assert.Equal(column > 0,
                column > 0 && (direction - (basis.SubMatrix(
                    0, 8, 0, Math.Max(1, column)) * (basis.SubMatrix(0, 8, 0, Math.Max(1, column)).Transpose() * direction))).L2Norm() > 1e-3);
        }

        Assert.Null(GrowthDirections.Of(Problem()).Basis("Elsewhere", [], []));
        Assert.Null(GrowthDirections.None.Basis("H", [], []));
    }

    private const int Points = 6;

    private static double[] A { get; } = [1, 2, 0.5, -1, 4, 4, -0.3, 1, 0.2, 0.9, -2, 0.1];

    private static double[] C { get; } = [1, 0, 0, 0, 1, 0, 5, 5, 5, 0, 0, 1, 0.5, -1, 0, 2, 0.3, 1];

    private static double[] Targets { get; } = [1, 0, 2, -1, 0.5, 0, 9, 9, 9, 0.3, 0.2, -2, 1, 1, 0, -0.5, 2, 0.1];

    private static RaceProblem Problem()
    {
        RaceProblem problem = new(new Datapoints());
        problem.AddInput("A", Feature<double>.Dense(A, 2));
        problem.AddInput("C", Feature<double>.Dense(C, 3));
        RowSet all = new(Points, Points, _ => true), some = new(Points, Points, n => n != 2);
        problem.AddOutput("O", 3, Targets, all);
        problem.AddPathway("H", [(0, some), (1, some)], [(0, all)]);
        return problem;
    }

    private static LayerUnits Units(int h, int g, int bank) =>
        new LayerUnits().Input("A", 2).Input("C", 3).Hidden("H", h).Hidden("G", g).Hidden("B", bank, copies: 2).Output("O", 3).Output("P", 1);

    private static EdgeMatrix<double>[] Edges() =>
    [
        Edge("A", "H", 9, 2), Edge("C", "H", 9, 3), Edge("A", "G", 5, 2), Edge("A", "B[0]", 4, 2), Edge("A", "B[1]", 4, 2),
        Edge("H", "O", 3, 9), Edge("G", "O", 3, 5), Edge("H", "P", 1, 9), Edge("B[0]", "P", 1, 4), Edge("B[1]", "P", 1, 4), Edge("A", "P", 1, 2),
    ];

    private static EdgeMatrix<double> Edge(string source, string target, int targets, int sources) =>
        new($"{source}To{target}", source, target, targets, sources, new double[targets * sources]);

    private static bool IsHidden(string layer) => Declared.HiddenModules.Contains(layer);

    private static double WidthOf(EdgeMatrix<double> edge, LayerUnits units) => units[IsHidden(edge.Target) ? edge.Target : edge.Source];

    // By the widths that are declared, which no narrow matrix has.
    private static double Variance(EdgeMatrix<double> edge) => new Varied().Variance(
        edge.Name, IsHidden(edge.Target) ? Declared[edge.Target] : edge.Targets, IsHidden(edge.Source) ? Declared[edge.Source] : edge.Sources)!.Value;

    private static IEnumerable<(EdgeMatrix<double> Edge, int Units, bool IsIncoming)> Beside(EdgeMatrix<double>[] edges, string module) =>
        edges.Where(edge => edge.Target == module).Select(edge => (edge, edge.Sources, true))
            .Concat(edges.Where(edge => edge.Source == module).Select(edge => (edge, edge.Targets, false)));

    private static Matrix<double> Gram(EdgeMatrix<double>[] weights, string module)
    {
        Matrix<double> z = Beside(weights, module).Select(part =>
        {
            Matrix<double> values = Matrix<double>.Build.DenseOfRowMajor(part.Edge.Targets, part.Edge.Sources, part.Edge.Values);
            return part.IsIncoming ? values : values.Transpose();
        }).Aggregate((a, b) => a.Append(b));
        return z.Transpose() * z;
    }

    private static void AssertGram(EdgeMatrix<double>[] weights, Func<EdgeMatrix<double>, double> expected, double tolerance)
    {
        foreach (string module in Declared.HiddenModules)
        {
            double[] diagonal = [.. Beside(weights, module).SelectMany(pair => Enumerable.Repeat(expected(pair.Edge), pair.Units))];
            Matrix<double> off = Gram(weights, module) - Matrix<double>.Build.DenseOfDiagonalArray(diagonal);
            Assert.True(off.L2Norm() < tolerance, $"{module}: {off.L2Norm()}");
        }
    }

    private sealed class Varied : IInitializer
    {
        public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
        {
            NormalSampler sampler = new(seed, edge);
            double sigma = Math.Sqrt(Variance(edge, targets, sources)!.Value);
            foreach (ref double value in rowMajor)
            {
                value = sigma * sampler.Next();
            }
        }

        public double? Variance(string edge, int targets, int sources) => 0.01 * edge.Length * (targets + (3.0 * sources)) / (targets * sources);
    }

    private sealed class Datapoints : BatchData
    {
        public Datapoints()
            : base(Points, Points) => AddZeroLoss(Targets, new RowSet(Points, Points, _ => true), 3);
    }
}
