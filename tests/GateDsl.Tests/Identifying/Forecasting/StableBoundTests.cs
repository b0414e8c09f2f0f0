using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Forecasting;

/// <summary>
/// The step size up to which a training is stable: the same for datapoints that come again, whose parts of the loss are one with a greater weight.
/// </summary>
public sealed class StableBoundTests
{
    private static readonly double[] Inputs = [1, 0.5, -0.3, 0.8, 0.6, -1];
    private static readonly double[] Targets = [1, 0.2, -0.4, 0.7, 0.9, 0.1];

    /// <summary>Weights of datapoints that differ: each pair of inputs and targets counts by the square root of its times in both.</summary>
    [Theory]
    [InlineData(new[] { 0, 0, 0, 0, 1, 2, 2 })]
    [InlineData(new[] { 2, 1, 0, 1, 1, 2, 1, 1, 1, 1, 0 })]
    [InlineData(new[] { 2, 1, 0 })]
    public void DatapointsThatComeAgainWeighAsMuch(int[] datapoints)
    {
        int[] different = [.. datapoints.Distinct()];
        double[] scales = [.. different.Select(one => Math.Sqrt(datapoints.Count(other => other == one)))];
        double expected = Bound(
            [.. different.SelectMany((n, i) => new[] { scales[i] * Inputs[2 * n], scales[i] * Inputs[(2 * n) + 1] })],
            [.. different.SelectMany((n, i) => new[] { scales[i] * Targets[2 * n], scales[i] * Targets[(2 * n) + 1] })]);
        double found = Bound([.. datapoints.SelectMany(n => Inputs[(2 * n)..((2 * n) + 2)])], [.. datapoints.SelectMany(n => Targets[(2 * n)..((2 * n) + 2)])]);
        Assert.True(found > 0);
        Assert.Equal(expected, found, 1e-9 * expected);
    }

    /// <summary>Of equal inputs with other targets both stay, and a single datapoint stays as often as it comes.</summary>
    [Fact]
    public void OnlyWhatIsTheSameInAllIsOne()
    {
        double apart = Bound([1, 0.5, 1, 0.5, -0.3, 0.8], [1, 0.2, 1, 0.3, 0.9, 0.1]);
        Assert.Equal(apart, Bound([1, 0.5, 1, 0.5, -0.3, 0.8], [1, 0.2, 1, 0.3 + 1e-12, 0.9, 0.1]), 1e-6 * apart);
        double root = Math.Sqrt(2);
        Assert.NotEqual(apart, Bound([root, 0.5 * root, -0.3, 0.8], [root, 0.2 * root, 0.9, 0.1]), 1e-6 * apart);
        Assert.True(Bound([1, 0.5, 1, 0.5], [1, 0.2, 1, 0.2]) > 0);
    }

    /// <summary>From a small start it is the end that bounds a training, wherever it starts; from a large one its start.</summary>
    [Fact]
    public void TheStricterOfStartAndEndCounts()
    {
        double end = Bound(Inputs, Targets, 1e-6);
        Assert.Equal(end, Bound(Inputs, Targets, 1e-5));
        Assert.InRange(Bound(Inputs, Targets, 10), 0, 0.1 * end);
        Assert.Equal(100, Bound(Inputs, Targets, 10) / Bound(Inputs, Targets, 100), 20.0);
    }

    private static double Bound(double[] inputs, double[] targets, double sigma = 0.01) =>
        StableBound.Of(IdentificationData.Of(inputs.Length / 2).Dense("X", 2, inputs).WithTargets(targets, 2), 30, sigma, seed: 4);
}
