using System.Numerics;
using GateDsl.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests;

/// <summary>
/// Into the bases of what the weights around hidden layers span, and out again: whatever the reduced weights have become, they lead from every input
/// to every output as the network's own then do, and what is behind a layer of few units is as it was.
/// </summary>
public class ReducedWeightsTests
{
    private static readonly LayerUnits Units = new LayerUnits().Input("Wide", 101).Input("Few", 4).Hidden("H", 230).Hidden("G", 120).Hidden("Small", 2)
        .Output("Out", 3).Output("Other", 5);

    // H reads both inputs and feeds two outputs and G; G is between H and an output; two units are not worth a basis.
    private static readonly (string Name, string Source, string Target)[] Edges =
    [
        ("HToOut", "H", "Out"), ("WideToH", "Wide", "H"), ("HToOther", "H", "Other"), ("FewToH", "Few", "H"), ("HToG", "H", "G"), ("GToOut", "G", "Out"),
        ("FewToSmall", "Few", "Small"), ("SmallToOut", "Small", "Out"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PathsAreTheSameInside(bool isTransposed)
    {
        Check<double, double>(isTransposed, 1e-10);
        Check<float, float>(isTransposed, 2e-3);
        Check<float, double>(isTransposed, 1e-4);
    }

    /// <summary>An input may be in a basis too, the eigenvectors of its correlations: W leaves as Q_H dW Q_Wide^T.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnEdgeBetweenTwoBasesLeavesBoth(bool isTransposed)
    {
        Following following = new(isTransposed);
        Matrix<double> q = Matrix<double>.Build.DenseOfRowMajor(Following.Inputs, Following.Inputs, following.Eigenvectors.Values);

        following.Move();
        following.Leave();

        Dictionary<string, Matrix<double>> network = Dense(following.Network), reduced = Plain(following.Buffers, following.Reduced);
        Matrix<double> expected = reduced["HToOut"] * reduced["WideToH"] * q.Transpose();
        Assert.True((expected - (network["HToOut"] * network["WideToH"])).FrobeniusNorm() < 1e-10 * expected.FrobeniusNorm());

        // The other way is held by its length: both bases are orthonormal.
        Assert.Equal(1, reduced["WideToH"].FrobeniusNorm() / network["WideToH"].FrobeniusNorm(), 1e-10);
    }

    /// <summary>A listener at every epoch has the weights written back each time, and fresh memory costs more than the products.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WeightsThatAreWrittenBackAgainAllocateNothing(bool isTransposed)
    {
        Following following = new(isTransposed);
        long least = long.MaxValue;

        // The pool of work space may be trimmed at any time.
        for (int attempt = 0; attempt < 10 && least > 0; attempt++)
        {
            following.Leave();
            long before = GC.GetAllocatedBytesForCurrentThread();
            following.Leave();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private static void Check<T, TReduced>(bool isTransposed, double tolerance)
        where T : struct, INumber<T>
        where TReduced : struct, INumber<TReduced>
    {
        // Without the edge between them both layers touch less than they have.
        foreach ((string Name, string Source, string Target)[] edges in new[] { Edges.Where(edge => edge.Name != "HToG").ToArray(),
            Edges.Where(edge => !edge.Name.StartsWith("HTo", StringComparison.Ordinal) || edge.Name == "HToOther").ToArray() })
        {
            Random random = new(4);
            LayerUnits reducedUnits =
                Units.With([.. new[] { "H", "G" }.Select(layer => (layer, Math.Min(Units[layer], Touched(edges, layer)))).Where(pair => pair.Item2 > 0)]);
            EdgeMatrix<T>[] network = [.. edges.Select(edge => new EdgeMatrix<T>(
                edge.Name, edge.Source, edge.Target, Units[edge.Target], Units[edge.Source], Numbers<T>(random, Units[edge.Target] * Units[edge.Source])))];
            EdgeMatrix<T>[] before = [.. network.Select(edge => edge with { Values = (T[])edge.Values.Clone() })];
            StatisticsBuffers<TReduced> buffers = new(reducedUnits, hasFeatureRows: false);
            foreach ((string name, string source, string target) in edges)
            {
                buffers.Edge(name, source, target, isTransposed);
            }

            EdgeMatrix<TReduced>[] reduced = buffers.Edges;
            Dictionary<string, LayerBasis> bases = ReducedWeights.Bases(network, reduced, new Dictionary<string, LayerBasis>());
            ReducedWeights.Enter(network, reduced, bases);
            Assert.Contains("H", bases.Keys);
            Assert.DoesNotContain("Small", bases.Keys);
            AssertPaths(edges, Dense(network), Plain(buffers, reduced), tolerance);

            // Nothing of any weight lies outside of the bases.
            Dictionary<string, Matrix<double>> plain = Plain(buffers, reduced);
            Assert.All(Dense(network), edge => Assert.Equal(1, plain[edge.Key].FrobeniusNorm() / edge.Value.FrobeniusNorm(), tolerance));

            TReduced[][] start = [.. reduced.Select(edge => (TReduced[])edge.Values.Clone())];
            foreach (EdgeMatrix<TReduced> edge in reduced)
            {
                Move(edge, random);
            }

            ReducedWeights.Leave(reduced, start, null, network, bases);
            AssertPaths(edges, Dense(network), Plain(buffers, reduced), tolerance);

            // From the weights that were there at the start, the same again.
            T[][] once = [.. network.Select(edge => (T[])edge.Values.Clone())];
            ReducedWeights.Leave(reduced, start, [.. before.Select(edge => edge.Values)], network, bases);
            Assert.Equal(once, network.Select(edge => edge.Values));
        }
    }

    private static int Touched((string Name, string Source, string Target)[] edges, string layer) =>
        edges.Sum(edge => edge.Target == layer ? Units[edge.Source] : edge.Source == layer ? Units[edge.Target] : 0);

    private static void Move<T>(EdgeMatrix<T> edge, Random random)
        where T : struct, INumber<T>
    {
        int columns = edge.IsTransposed ? edge.Targets : edge.Sources, rows = edge.IsTransposed ? edge.Sources : edge.Targets;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                edge.Values[(i * MatrixPacking.Stride<T>(columns)) + j] += T.CreateTruncating((2 * random.NextDouble()) - 1);
            }
        }
    }

    private static void AssertPaths(
        (string Name, string Source, string Target)[] edges, Dictionary<string, Matrix<double>> network, Dictionary<string, Matrix<double>> reduced,
            double tolerance)
    {
        foreach ((string name, string source, string target) in edges)
        {
            foreach ((string next, string _, string end) in edges.Where(edge => edge.Source == target))
            {
                Matrix<double> expected = reduced[next] * reduced[name];
                if (expected.RowCount == Units[end] && expected.ColumnCount == Units[source])
                {
                    double off = (expected - (network[next] * network[name])).FrobeniusNorm();
                    Assert.True(off < tolerance * expected.FrobeniusNorm(), $"{name}, {next}: {off} of {expected.FrobeniusNorm()}");
                }
            }
        }
    }

    private static Dictionary<string, Matrix<double>> Plain<T>(StatisticsBuffers<T> buffers, EdgeMatrix<T>[] packed)
        where T : struct, INumber<T>
    {
        EdgeMatrix<T>[] plain = buffers.Unpacked;
        ReducedWeights.Copy(packed, plain);
        return Dense(plain);
    }

    private static Dictionary<string, Matrix<double>> Dense<T>(EdgeMatrix<T>[] edges)
        where T : struct, INumber<T> =>
        edges.ToDictionary(edge => edge.Name,
            edge => Matrix<double>.Build.DenseOfRowMajor(edge.Targets, edge.Sources, edge.Values.Select(double.CreateTruncating)));

    private static T[] Numbers<T>(Random random, int count)
        where T : struct, INumber<T> => [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((2 * random.NextDouble()) - 1))];

    /// <summary>Two edges, Wide to H to Out, the input in the basis of its correlations and H in that of what its weights span.</summary>
    private sealed class Following
    {
        public const int Inputs = 101;

        private readonly Random _random = new(5);
        private readonly Dictionary<string, LayerBasis> _bases;
        private readonly double[][] _before, _start;

        public Following(bool isTransposed)
        {
            Network = [.. new[] { ("WideToH", "Wide", "H"), ("HToOut", "H", "Out") }.Select(edge => new EdgeMatrix<double>(
                edge.Item1, edge.Item2, edge.Item3, Units[edge.Item3], Units[edge.Item2], Numbers<double>(_random, Units[edge.Item3] * Units[edge.Item2])))];
            Buffers = new StatisticsBuffers<double>(Units.With([("H", Inputs + Units["Out"])]), hasFeatureRows: false);
            foreach (EdgeMatrix<double> edge in Network)
            {
                Buffers.Edge(edge.Name, edge.Source, edge.Target, isTransposed);
            }

            Reduced = Buffers.Edges;
            Matrix<double> square = Matrix<double>.Build.DenseOfRowMajor(Inputs, Inputs, Numbers<double>(_random, Inputs * Inputs));
            Eigenvectors = new GateDsl.Theory.LinearAlgebra.Matrix(Inputs, Inputs, square.QR().Q.ToRowMajorArray());
            _bases = ReducedWeights.Bases(Network, Reduced, new Dictionary<string, LayerBasis> { ["Wide"] = LayerBasis.OfColumns(Eigenvectors) });
            ReducedWeights.Enter(Network, Reduced, _bases);
            _before = [.. Reduced.Select(edge => (double[])edge.Values.Clone())];
            _start = [.. Network.Select(edge => (double[])edge.Values.Clone())];
        }

        public EdgeMatrix<double>[] Network { get; }

        public EdgeMatrix<double>[] Reduced { get; }

        public StatisticsBuffers<double> Buffers { get; }

        public GateDsl.Theory.LinearAlgebra.Matrix Eigenvectors { get; }

        public void Move()
        {
            foreach (EdgeMatrix<double> edge in Reduced)
            {
                ReducedWeightsTests.Move(edge, _random);
            }
        }

        public void Leave() => ReducedWeights.Leave(Reduced, _before, _start, Network, _bases);
    }
}
