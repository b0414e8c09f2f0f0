using GateDsl.CompilerServices;

namespace GateDsl.Tests.Statistics;

/// <summary>Inputs as paths see them that are gated by numbers.</summary>
public sealed class EffectiveInputTests
{
    /// <summary>The product of numbers of single precision may be beyond it, in either direction: 1e39 and 1e-39 times 3.</summary>
    [Theory]
    [InlineData(1e13f)]
    [InlineData(1e-13f)]
    public void NumbersMultiplyInDoublePrecision(float number)
    {
        RowSet on = new(1, 1, _ => true);
        float[] gate = [number];
        EffectiveInput<float> seen = new CorrelationGatherer<float, double>(new DataCorrelations<float>())
            .Multiplied(Feature<float>.Dense([3], 1), on, "Open_0_Power_3", gate, gate, gate);
        double[] found = new double[1];
        seen.CopyTo(0, found);
        double expected = 3 * Math.Pow(number, 3);

        Assert.Equal(1, found[0] / expected, 1e-14);
        Assert.Equal(1, new DataCorrelations<float>().Correlate(seen, seen)[0] / (expected * expected), 1e-14);
    }
}
