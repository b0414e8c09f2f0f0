using GateDsl.Theory.ClosedForms;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>What every mode would do alone.</summary>
public sealed class ModeRowTests
{
    private const double Scale = 2;

    /// <summary>Diagonal targets 3, 1 on inputs of length 2 that are never on together: modes are the inputs, s = |y| |x| / N and d = |x|^2 / N.</summary>
    private static readonly ReductionProblem Diagonal = new()
    {
        Count = 2,
        Inputs = [new("In", 2, [Scale, 0, 0, Scale])],
        Outputs = [new("Out", 2, [3, 0, 0, 1], null)],
        Modules = ["H"],
        Pathways = [new("H", [0], [new(0, null)], [new(0, null)])],
    };

    [Fact]
    public void RowsHoldStrengthsAndTheTimeToTheHalf()
    {
        ModeRow[] rows = Rows(sigma: 0.01);
        Assert.Equal([0, 1], rows.Select(row => row.Mode));
        for (int k = 0; k < 2; k++)
        {
            double s = (k == 0 ? 3 : 1) * Scale / 2, d = Scale * Scale / 2;
            Assert.Equal((s, d), (Math.Round(rows[k].S, 12), Math.Round(rows[k].D, 12)));
            Assert.Equal(s / d, rows[k].End, 1e-12);

            // Eq. 7: e^(2st) = a (s - d a0) / (a0 (s - d a)), at a = s / 2d.
            double a0 = rows[k].Start;
            Assert.True(a0 > 0);
            Assert.Equal(Math.Log((s - (d * a0)) / (d * a0)) / (2 * s), rows[k].HalfTime, 1e-9);
        }
    }

    [Fact]
    public void AModeThatStartsBeyondItsHalfIsThere()
    {
        Assert.All(Rows(sigma: 10), row => Assert.Equal(0, row.HalfTime));
        ModeRow white = new(0, 0, 1, 0, 0.1, 0);
        Assert.Equal(double.PositiveInfinity, white.End);
    }

    /// <summary>H (s1^2 + s2^2) / 4 of every mode's own blocks, in every pathway.</summary>
    [Fact]
    public void EveryModeHasTheStartOfItsOwnBlocks()
    {
        ReductionProblem problem = Diagonal with
        {
            Inputs = [new("Left", 1, [1, 0]), new("Right", 1, [0, 1])],
            Modules = ["G", "H"],
            Pathways = [new("G", [0], [new(1, null)], [new(0, null)]), new("H", [1], [new(0, null), new(1, null)], [new(0, null)])],
        };
        GatedData data = GatedData.Of(problem);
        ModeRow[] rows = ModeTable.Of(problem, data, EffectiveDataset.Of(data), [new(8, [0.5], [0]), new(4, [0.1, 0.2], [0.3])]);

        Assert.Equal([(0, 0), (1, 0), (1, 1)], rows.Select(row => (row.Pathway, row.Mode)));
        Assert.Equal([0.5, 1.5, 0.5], rows.Select(row => row.S), (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal([8 * 0.25 / 4, 0.01 + 0.09, 0.04 + 0.09], rows.Select(row => row.Start), (x, y) => Math.Abs(x - y) < 1e-14);
    }

    /// <summary>The end is 1.5, its half 0.75, and the start twice the variance.</summary>
    [Theory]
    [InlineData(0.74, false)]
    [InlineData(0.76, true)]
    public void HalfTheEndIsWhereTheTimeToItEnds(double start, bool isThere)
    {
        double time = Rows(Math.Sqrt(start / 2))[0].HalfTime;
        Assert.Equal(isThere ? 0 : Math.Log(0.75 * (3 - (2 * start)) / (start * (3 - (2 * 0.75)))) / 6, time, 1e-12);
    }

    [Fact]
    public void GrowthIsWhatComesToTheStart()
    {
        BalancedMode mode = new(1.3, 0.7, 0.05);
        foreach (double time in (double[])[0, 0.1, 1, 10])
        {
            Assert.Equal(mode.At(time), 0.05 + mode.GrowthAt(time), 1e-15);
        }

        Assert.Equal((1.3 / 0.7) - 0.05, mode.GrowthAt(100), 1e-12);
    }

    private static ModeRow[] Rows(double sigma)
    {
        GatedData data = GatedData.Of(Diagonal);
        EffectiveDataset[] datasets = EffectiveDataset.Of(data);
        return ModeTable.Of(Diagonal, data, datasets, PathwaySpread.Uniform(Diagonal, 4, sigma));
    }
}
