using System.Numerics;
using GateDsl.CompilerServices;

namespace GateDsl.Tests;

/// <summary>Errors and loss of an output, by its correlations, against sums over all datapoints: inputs that meet, in pairs and in chains, and inputs that do not.</summary>
public class ResidualFactorTests
{
    private const int Units = 3;

    private static readonly int[] Widths = [3, 3, 4, 5, 2];

    // Few datapoints, some blocks of them, and so many that they are summed up side by side.
    [Theory]
    [InlineData(40)]
    [InlineData(300)]
    [InlineData(2_500)]
    [InlineData(5_200)]
    public void ErrorsAndLossAreSumsOverTheDatapoints(int datapoints)
    {
        ResidualData data = new(datapoints);
        Check(data, data.Factor<double>(new DataCorrelations<double>()), 1e-10);
        Check(data, data.Factor<float>(new DataCorrelations<float>()), 2e-4);
    }

    /// <summary>Of three unequal parts, each summed up by itself; what is on where, differs between them.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(2_500)]
    public void SumsOfPartsAreThoseOfTheWhole(int datapoints)
    {
        ResidualData data = new(datapoints);
        StatisticSums sums = StatisticSums.Add([data.Record(0, 5), data.Record(5, datapoints / 2), data.Record(datapoints / 2, datapoints)]);
        Check(data, data.Factor<double>(new SummedCorrelations<double>(sums)), 1e-10);
    }

    /// <summary>F Q and the errors times Q, where Q has the eigenvectors of the one input that has any to turn into.</summary>
    [Theory]
    [InlineData(300)]
    public void InTheEigenvectorsOfAnInputTheErrorsAreTurnedAndTheLossIsTheSame(int datapoints)
    {
        ResidualData data = new(datapoints);
        CorrelationGatherer<double, double> gatherer = new(new DataCorrelations<double>());
        ResidualFactor<double> factor = data.Residual(gatherer);
        InputBases<double> bases = gatherer.Bases([.. new[] { 0, 2, 3, 4 }.Select(p => (data.Names[p], data.Feature<double>(gatherer, p)))]);

        Assert.True(bases.IsPossible);
        (string name, LayerBasis basis) = Assert.Single(bases.Bases);
        Assert.Equal(data.Names[3], name);
        ResidualFactor<double> turned = bases.Factor(factor);
        Assert.NotSame(factor, turned);

        double[][] maps = data.Maps();
        double[][] turnedMaps = [.. maps];
        turnedMaps[3] = Turn(maps[3]);
        (double loss, double[][] errors) = Errors(factor, maps);
        (double turnedLoss, double[][] turnedErrors) = Errors(turned, turnedMaps);
        Assert.Equal(loss, turnedLoss, 1e-9 * loss);
        errors[3] = Turn(errors[3]);
        for (int p = 0; p < Widths.Length; p++)
        {
            AssertClose(errors[p], turnedErrors[p], 1e-9 * datapoints);
        }

        double[] Turn(double[] matrix) => [.. Enumerable.Range(0, Units).SelectMany(i => Enumerable.Range(0, 5).Select(
            k => Enumerable.Range(0, 5).Sum(j => matrix[(i * 5) + j] * basis.Q[(j * basis.Stride) + k])))];
    }

    /// <summary>Which inputs meet, directly or by others, against walking from one to the next.</summary>
    [Fact]
    public void GroupsAreThoseThatCanBeReached()
    {
        Random random = new(3);
        for (int run = 0; run < 200; run++)
        {
            int inputs = random.Next(1, 8);
            bool[,] together = new bool[inputs, inputs];
            for (int p = 0; p < inputs; p++)
            {
                for (int j = 0; j <= p; j++)
                {
                    together[j, p] = together[p, j] = j == p ? random.Next(4) > 0 : random.Next(4) == 0;
                }
            }

            HashSet<int> left = [.. Enumerable.Range(0, inputs)];
            List<int[]> expected = [];
            while (left.Count > 0)
            {
                SortedSet<int> group = [left.Min()];
                while (left.Where(p => !group.Contains(p) && group.Any(member => together[member, p])).ToArray() is { Length: > 0 } reached)
                {
                    group.UnionWith(reached);
                }

                left.ExceptWith(group);
                expected.Add([.. group]);
            }

            Assert.Equal(expected, OutputSums.GroupsOf(together));
        }
    }

    private static void Check<T>(ResidualData data, ResidualFactor<T> factor, double tolerance)
        where T : struct, INumber<T>
    {
        double[][] maps = data.Maps();
        (double loss, double[][] errors) = Errors(factor, maps);
        (double expectedLoss, double[][] expected) = data.Direct(maps);
        Assert.Equal(expectedLoss, loss, tolerance * expectedLoss);
        for (int p = 0; p < Widths.Length; p++)
        {
            AssertClose(expected[p], errors[p], tolerance * data.Datapoints);
        }
    }

    private static (double Loss, double[][] Errors) Errors<T>(ResidualFactor<T> factor, double[][] maps)
        where T : struct, INumber<T>
    {
        T[] packed = new T[Units * factor.Stride], errors = new T[packed.Length], work = new T[factor.WorkSpace];
        Array.Fill(errors, T.CreateTruncating(7));
        int[] at = new int[Widths.Length + 1];
        for (int p = 0; p < Widths.Length; p++)
        {
            at[p + 1] = at[p] + MatrixPacking.Stride<T>(Widths[p]);
            for (int i = 0; i < Units * Widths[p]; i++)
            {
                packed[(i / Widths[p] * factor.Stride) + at[p] + (i % Widths[p])] = T.CreateTruncating(maps[p][i]);
            }
        }

        Assert.Equal(at[^1], factor.Stride);
        double loss = factor.Errors(packed, errors, work);
        return (loss, [.. Widths.Select((width, p) => Enumerable.Range(0, Units * width)
            .Select(i => double.CreateTruncating(errors[(i / width * factor.Stride) + at[p] + (i % width)])).ToArray())]);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
