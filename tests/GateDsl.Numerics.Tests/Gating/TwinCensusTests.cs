using System.Numerics.Tensors;
using GateDsl.Tests;
using Xunit.Abstractions;

namespace GateDsl.Numerics.Tests.Gating;

/// <summary>The census of a twin against an independent reading of its gates and weights.</summary>
public class TwinCensusTests(ITestOutputHelper output)
{
    [Fact]
    public void SharesAreThoseOfTheWeights()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Same, objects: 4);
        ShallowCensus.Dataset data = ShallowCensus.Dataset.Create(task.Items, task.Contexts, task.Targets);
        var twin = new ShallowCensus.ReluTwin(Gaussian.WithSigma(0.5), 3);

        GateCensus census = twin.Census(data);

        double[] strengths = [.. Enumerable.Range(0, 40).Select(unit =>
            Math.Sqrt(RowSquares(twin.ItemToHidden1, unit) + RowSquares(twin.ContextToHidden1, unit)) * Math.Sqrt(
                ColumnSquares(twin.Hidden1ToProperties, unit)))];
        AssertAgrees(census, twin.Gates(data), strengths);

        // Over one-hot inputs every gate of a first layer is implementable: the unit is the witness.
        Assert.Equal(0, census.ShareOf(GateClass.NotImplementable));
        Assert.True(census.ShareOf(GateClass.NestedMixed) > 0);
    }

    [Fact]
    public void ADeepLayerIsWeighedByItsOwnEdges()
    {
        DeepCensus.Dataset data = DeepCensus.Dataset.Create([1.0, -1, -1, 1, 1, 1, -1, -1], [0, 1, 2, 3], [1.0, 1, -1, -1]);
        var twin = new DeepCensus.ReluTwin(Gaussian.WithSigma(0.5), 1);

        double[] strengths = [.. Enumerable.Range(0, 30).Select(unit =>
            Math.Sqrt(RowSquares(twin.Hidden1ToHidden2, unit)) * Math.Sqrt(ColumnSquares(twin.Hidden2ToAnswer, unit)))];
        AssertAgrees(twin.Census(data, 2), twin.Gates(data, 2), strengths);

        // Only behind a ReLU layer can a unit be on at two opposite stimuli.
        Assert.Equal(0, twin.Census(data, 1).ShareOf(GateClass.NotImplementable));
        Assert.True(twin.Census(data, 2).ShareOf(GateClass.NotImplementable) > 0);
    }

    /// <summary>A unit with a weight that is no number is neither on nor off.</summary>
    [Fact]
    public void GatesOfWeightsThatAreNoNumbersAreRefused()
    {
        DeepCensus.Dataset data = DeepCensus.Dataset.Create([1.0, -1], [0], [1.0]);
        var twin = new DeepCensus.ReluTwin(Gaussian.WithSigma(0.5), 1);
        twin.Hidden1ToHidden2[3, 5] = double.NaN;

        Action[] uses = [() => twin.Gates(data), () => twin.Gates(data, 2), () => twin.Census(data, 2)];
        Assert.All(uses,
            use => Assert.StartsWith("Hidden1ToHidden2 is NaN at [3, 5]", Assert.Throws<ArgumentException>(use).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void ThereIsNoThirdLayer()
    {
        DeepCensus.Dataset data = DeepCensus.Dataset.Create([1.0, -1], [0], [1.0]);

        Assert.Throws<ArgumentOutOfRangeException>("hiddenLayer", () => new DeepCensus.ReluTwin(Gaussian.WithSigma(0.5), 1).Census(data, 3));
    }

    /// <summary>P1 §4 as its authors train it: in the end most of the path strength is not context-only, and nothing is lost.</summary>
    [SlowFact]
    [Trait("Category", "Slow")]
    public void TheTrainedReluNetworkOfThePaperIsMostlyNotContextOnly()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Different);
        ThreeContextsCensus.Dataset data = ThreeContextsCensus.Dataset.Create(task.Items, task.Contexts, task.Targets);
        foreach (ulong seed in new ulong[] { 1, 2 })
        {
            var twin = new ThreeContextsCensus.ReluTwin(Gaussian.WithSigma(0.005 / 700), seed);
            twin.Train(data, new TrainingOptions { Epochs = 8001, StepSize = 1e-3 });

            GateCensus census = twin.Census(data);

            output.WriteLine(string.Join(", ", census.Classes.Select(share => FormattableString.Invariant($"{share.Class} {share.Share:F3}"))));
            Assert.Equal(1, census.Classes.Sum(share => share.Share), 12);
            double contextOnly = census.ShareOf(GateClass.ContextOnly) + census.ShareOf(GateClass.AlwaysOn);
            Assert.True(contextOnly < 0.5, $"{contextOnly} of the path strength depends on the context alone.");
        }
    }

    private static void AssertAgrees(GateCensus census, bool[,] gates, double[] strengths)
    {
        var units = Enumerable.Range(0, strengths.Length)
            .GroupBy(unit => string.Concat(Enumerable.Range(0, gates.GetLength(1)).Select(n => gates[unit, n] ? '1' : '0')))
            .ToDictionary(group => group.Key, group => group.ToArray());
        Assert.Equal(units.Keys.Order(StringComparer.Ordinal), census.Patterns.Select(row => row.Pattern).Order(StringComparer.Ordinal));
        foreach (GateCensusRow row in census.Patterns)
        {
            Assert.Equal(units[row.Pattern].Length, row.Units);
            Assert.Equal(units[row.Pattern].Sum(unit => strengths[unit]) / strengths.Sum(), row.Share, 6);
        }
    }

    private static double RowSquares<T>(TensorSpan<T> weights, int row)
        where T : struct, System.Numerics.INumber<T> =>
        Squares(weights, row, -1);

    private static double ColumnSquares<T>(TensorSpan<T> weights, int column)
        where T : struct, System.Numerics.INumber<T> =>
        Squares(weights, -1, column);

    private static double Squares<T>(TensorSpan<T> weights, int row, int column)
        where T : struct, System.Numerics.INumber<T>
    {
        double sum = 0;
        for (int i = 0; i < weights.Lengths[0]; i++)
        {
            for (int j = 0; j < weights.Lengths[1]; j++)
            {
                sum += (row < 0 || row == i) && (column < 0 || column == j) ? Math.Pow(double.CreateChecked(weights[i, j]), 2) : 0;
            }
        }

        return sum;
    }
}
