using GateDsl.CompilerServices;

namespace GateDsl.Tests;

/// <summary>Which inputs can be kept in their eigenvectors, and from how many epochs on that pays.</summary>
public class InputBasesTests
{
    // Datapoints 0-1 have eigenvectors (1, 1) and (1, -1), 2-3 too, 4-5 others, and 6-7 any: their correlation is diagonal.
    private static readonly double[] Vectors = [1, 1, 2, -2, 3, 3, 1, -1, 1, 0, 1, 1, 1, 0, 0, 1];

    [Theory]
    [InlineData("0", true)]
    [InlineData("0 0", true)]
    [InlineData("0 2", true)]
    [InlineData("0 2", true, 1e-9)]
    [InlineData("0 2", true, 1e9)]
    [InlineData("2 0 2", true)]
    [InlineData("0 6", true)]
    [InlineData("0 4", false)]
    [InlineData("0 4", false, 1e-9)]
    [InlineData("0 2 4", false)]
    [InlineData("0 4 2", false)]
    public void CorrelationsMustHaveTheSameEigenvectorsAtEveryOutput(string pairs, bool isTurned, double scale = 1)
    {
        Correlations all = new();
        Feature<double> input = all.Gatherer.Dense("X", [.. Vectors.Select(value => scale * value)], 2);
        ResidualFactor<double>[] factors = [.. pairs.Split(' ').Select(pair => all.Output(8, 2, input, n => n / 2 == (pair[0] - '0') / 2))];

        InputBases<double> bases = all.Gatherer.Bases(("X", input));

        Assert.True(bases.IsPossible);
        Assert.Equal(isTurned ? ["X"] : [], bases.Bases.Keys);
        Assert.All(factors, factor => Assert.Equal(isTurned, !ReferenceEquals(factor, bases.Factor(factor))));
    }

    /// <summary>The third eigenvector, of the smallest eigenvalue, is the same; the first two are turned.</summary>
    [Fact]
    public void OneOfTheEigenvectorsIsNotEnough()
    {
        Correlations all = new();
        Feature<double> input = all.Gatherer.Dense("X", [5, 5, 0, 3, -3, 0, 0, 0, 1, 5, 1, 0, 0, 3, 0, 0, 0, 1], 3);
        all.Output(6, 2, input, n => n < 3);
        all.Output(6, 2, input, n => n >= 3);

        Assert.Empty(all.Gatherer.Bases(("X", input)).Bases);
    }

    [Fact]
    public void ADiagonalCorrelationNeedsNoBasisAndAnInputBesideAnotherHasNone()
    {
        Correlations all = new();
        Feature<double> diagonal = all.Gatherer.Dense("X", Vectors, 2), alone = all.Gatherer.Dense("Y", Vectors, 2), met = all.Gatherer.Dense("Z", Vectors, 2);
        all.Output(8, 2, diagonal, n => n >= 6);
        ResidualFactor<double> turned = all.Output(8, 2, alone, n => n < 2);
        RowSet on = new(8, 64, n => n < 2);
        ResidualFactor<double> both =
            all.Gatherer.Residual("Both", new double[16], 2, on, new EffectiveInput<double>(met, on), new EffectiveInput<double>(diagonal, on));
        all.Output(8, 2, met, n => n < 2);

        InputBases<double> bases = all.Gatherer.Bases(("X", diagonal), ("Y", alone), ("Z", met));

        Assert.Equal(["Y"], bases.Bases.Keys);
        Assert.NotSame(turned, bases.Factor(turned));
        Assert.Same(both, bases.Factor(both));
    }

    /// <summary>
    /// Six numbers are kept in eight, five too: an epoch saves 4 x 8 x 8 multiplications and additions for each of 3 + 4 and of 2 units, 2304. The
    /// eigenvectors cost 20 million and 90 times the cube of each width, 20 030 690: 8693.8 epochs.
    /// </summary>
    [Fact]
    public void BasesPayWhereEpochsSaveMoreThanTheyCost()
    {
        Correlations all = new();
        Feature<double> six = all.Gatherer.Dense("Six", Numbers(40 * 6), 6), five = all.Gatherer.Dense("Five", Numbers(40 * 5), 5);
        all.Output(40, 3, six, _ => true);
        all.Output(40, 4, six, n => n < 30);
        all.Output(40, 2, five, _ => true);

        InputBases<double> bases = all.Gatherer.Bases(("Six", six), ("Five", five));

        Assert.False(bases.IsWorth(8693));
        Assert.True(bases.IsWorth(8694));
        Assert.True(bases.IsWorth(int.MaxValue));

        // Once they are looked for they cost nothing more, although the six have no common ones.
        Assert.Equal(["Five"], bases.Bases.Keys);
        Assert.True(bases.IsWorth(1));
    }

    /// <summary>Twenty numbers, one unit: 12 950 epochs save the 20 720 000 that the eigenvectors cost.</summary>
    [Fact]
    public void WhereBothAreTheSameNothingIsTurned()
    {
        Correlations all = new();
        Feature<double> twenty = all.Gatherer.Dense("Twenty", Numbers(40 * 20), 20);
        all.Output(40, 1, twenty, _ => true);

        InputBases<double> bases = all.Gatherer.Bases(("Twenty", twenty));

        Assert.False(bases.IsWorth(12_950));
        Assert.True(bases.IsWorth(12_951));
    }

    private static double[] Numbers(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    private sealed class Correlations
    {
        private int _outputs;

        public CorrelationGatherer<double, double> Gatherer { get; } = new(new DataCorrelations<double>());

        public ResidualFactor<double> Output(int datapoints, int units, Feature<double> input, Func<int, bool> isOn)
        {
            RowSet on = new(datapoints, 64, isOn);
            return Gatherer.Residual($"Output{_outputs++}", Numbers(datapoints * units), units, on, new EffectiveInput<double>(input, on));
        }
    }
}
