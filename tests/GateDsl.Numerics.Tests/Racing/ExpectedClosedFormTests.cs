namespace GateDsl.Numerics.Tests.Racing;

/// <summary>The closed form of an expectation over Gaussian starts, from rich to lazy, against the exact reduction in small steps.</summary>
public sealed partial class ExpectedClosedFormTests
{
    private static readonly double[] Targets = [1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 0];

    [Theory]
    [InlineData(1e-4, 1e-4)]
    [InlineData(0.05, 0.05)]
    [InlineData(0.3, 0.1)]
    [InlineData(0.2, 0.9)]
    public void ItFollowsTheExactReduction(double incoming, double outgoing)
    {
        OneLinearPathway.Dataset data = OneLinearPathway.Dataset.Create([0, 1, 2, 3], Targets);
        OneLinearPathway.Race race = OneLinearPathway.Race.Expect(data, Gaussian.PerEdge(("ItemToUnits", incoming), ("UnitsToParts", outgoing)));
        double[] halved = [.. new[] { 2e-3, 1e-3 }.Select(step =>
        {
            int epochs = (int)(6 / step);
            double[] exact = race.Integrate(epochs, step).Loss;
            double[] closed = race.Integrate(epochs, step, reduction: Reduction.ClosedForm).Loss;
            return exact.Zip(closed, (a, b) => Math.Abs(a - b)).Max() / exact[0];
        })];

        // A flow beside its steps: half the step, half the distance.
        Assert.InRange(halved[1], 0, 0.02);
        Assert.InRange(halved[0] / halved[1], 1.8, 2.2);
    }

    /// <summary>
    /// Inputs whose edges vary differently: modes no longer start alike, and each grows from the mean of its two edges, a quarter of both squares.
    /// </summary>
    [Fact]
    public void ModesThatStartUnlikeGrowEachFromItsOwnStrength()
    {
        double[] targets = [4, 0, 0, 0, 0, 3, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];
        TwoInputs.Dataset data = TwoInputs.Dataset.Create([1, 0, 0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0, 0, 1], targets);
        IInitializer start = Gaussian.PerEdge(("FirstToUnits", 0.1), ("SecondToUnits", 0.02), ("UnitsToParts", 0.05));
        double[,] strengths = TwoInputs.Race.Expect(data, start).Integrate(200, 0.01, reduction: Reduction.ClosedForm).ModeStrengths["Units"];
        for (int k = 0; k < 4; k++)
        {
            double sigma = k < 2 ? 0.1 : 0.02;
            ModeCurve curve = new(4 - k, 1, 60 * ((sigma * sigma) + (0.05 * 0.05)) / 4);
            Assert.All(Enumerable.Range(0, 200), epoch => Assert.Equal(curve.At(0.01 * epoch), strengths[epoch, k], 1e-10));
        }
    }

    [GatedNetwork(Precision = Precision.Double)]
    public sealed partial class TwoInputs
    {
        [Input(2)] public partial Layer First { get; }

        [Input(2)] public partial Layer Second { get; }

        [Hidden(60), From(nameof(First), nameof(Second))] public partial Layer Units { get; }

        [Output(4), From(nameof(Units))] public partial Layer Parts { get; }
    }

    [GatedNetwork(Precision = Precision.Double)]
    public sealed partial class OneLinearPathway
    {
        [OneHotInput(4)] public partial Layer Item { get; }

        [Hidden(60), From(nameof(Item))] public partial Layer Units { get; }

        [Output(6), From(nameof(Units))] public partial Layer Parts { get; }
    }
}
