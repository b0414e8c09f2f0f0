using System.Globalization;
using System.Text;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;

namespace GateDsl.Samples.Tests.Papers;

public sealed class WritingTests
{
    [Fact]
    public void NumbersInATableReadBackAsThemselves()
    {
        double[] values = [0.1, 1.0 / 3, 1e-300, -0.0, 123456789.12345678, double.Epsilon];
        CsvTable table = new(values.Length);
        table.Add("row", [0, 1, 2, 3, 4, 5]);
        table.Add("value", values);

        string[] lines = Encoding.UTF8.GetString(table.ToBytes()).Split('\n');

        Assert.Equal("row,value", lines[0]);
        Assert.Equal(
            values.Select(BitConverter.DoubleToInt64Bits),
            lines[1..^1].Select(line => BitConverter.DoubleToInt64Bits(double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void AColumnOfAnotherLengthIsRefused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new CsvTable(2).Add("short", [1.0]));

        Assert.Contains("short has 1 values, the table 2 rows", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>By hand: seed 1 differs from its reference by (1, 0) of 2, seed 2 by (0, 4) of 4.</summary>
    [Fact]
    public void AgreementIsRelativeToTheReferenceAndAveragedOverSeeds()
    {
        CurveFamily relu = new(Subject.Relu, [[2, 1], [4, 1]]);
        CurveFamily gdln = new(Subject.Gdln, [[3, 1], [4, 5]]);
        Metrics metrics = new();

        metrics.AddAgreement(gdln, reference: relu);

        Assert.Equal(((1 / 2.0) + (4 / 4.0)) / 2 / Math.Sqrt(2), metrics.Values["gdln_vs_relu_rms"], 1e-15);
        Assert.Equal(((1 / 2.0) + (4 / 4.0)) / 2, metrics.Values["gdln_vs_relu_max"], 1e-15);
    }

    [Fact]
    public void AMetricThatIsNoNumberIsRefused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new Metrics().Add("lost", double.NaN));

        Assert.Contains("lost", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheMeanIsTakenOverTheSeedsByEpoch() =>
        Assert.Equal([2, 3], new CurveFamily(Subject.Relu, [[1, 2], [3, 4]]).Mean());
}
