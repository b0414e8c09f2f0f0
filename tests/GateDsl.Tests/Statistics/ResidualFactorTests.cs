using System.Numerics;
using GateDsl.CompilerServices;

namespace GateDsl.Tests;

/// <summary>
/// Errors and loss of an output, by its correlations, against sums over all datapoints: inputs that meet, in pairs and in chains, and inputs that do not.
/// </summary>
public class ResidualFactorTests
{
    private const int Units = 3;

    private static readonly int[] Widths = [3, 3, 4, 5, 2, 3];

    // Few datapoints, some blocks of them, and so many that they are summed up side by side.
    [Theory]
    [InlineData(40)]
    [InlineData(300)]
    [InlineData(2_500)]
    [InlineData(9_001)]
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

    /// <summary>
    /// Those that meet have 3 + 3 + 4 + 3 numbers, kept in four times four, and as many directions, in sixteen; the dense one eight and eight; the
    /// diagonal one four.
    /// </summary>
    [Fact]
    public void WorkIsThatOfEveryInputOfEveryGroup() =>
        Assert.Equal(Units * 4 * ((16 * 16) + (8 * 8) + 4), new ResidualData(300).Factor<double>(new DataCorrelations<double>()).Work);

    /// <summary>Each input is on at two datapoints, one of which is both's.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void InputsThatMeetAtOneDatapointAreSolvedTogether(bool isSummed)
    {
        double[] x = [1, 2, 3], y = [5, 7, -1];
        RowSet all = new(3, 64, _ => true), early = new(3, 64, n => n < 2), late = new(3, 64, n => n > 0);
        EffectiveInput<double>[] inputs = [new(Feature<double>.Dense(x, 1, "A"), early, "Early"), new(Feature<double>.Dense(x, 1, "B"), late, "Late")];
        ICorrelationSource<double> source = new DataCorrelations<double>();
        if (isSummed)
        {
            RecordedCorrelations<double> recorded = new();
            recorded.Output("Output", y, 1, all, inputs);
            source = new SummedCorrelations<double>(recorded.Sums);
        }

        ResidualFactor<double> factor = new CorrelationGatherer<double, double>(source).Residual("Output", y, 1, all, inputs);
        double[] errors = new double[factor.Stride], maps = new double[factor.Stride];
        (maps[0], maps[4]) = (0.5, -2);
        double loss = factor.FindErrors(maps, errors, new double[factor.WorkSpace]);

        // What is left is 5 - 0.5, 7 - 1 + 4 and -1 + 6.
        Assert.Equal(((4.5 * 4.5) + 100 + 25) / 2, loss, 1e-12);
        Assert.Equal(4.5 + 20, errors[0], 1e-12);
        Assert.Equal(20 + 15, errors[4], 1e-12);
    }

    /// <summary>Of so few numbers that products are made entry by entry: two units, and two inputs of three and two numbers that meet.</summary>
    [Fact]
    public void ErrorsOfASmallOutputAreSumsOverTheDatapoints()
    {
        const int Datapoints = 7;
        Random random = new(3);
        double[] x = Draw(Datapoints * 3), z = Draw(Datapoints * 2), y = Draw(Datapoints * 2), f = Draw(2 * 3), g = Draw(2 * 2);
        RowSet all = new(Datapoints, 64, _ => true), some = new(Datapoints, 64, n => n % 3 != 1);
        ResidualFactor<double> factor = new CorrelationGatherer<double, double>(new DataCorrelations<double>()).Residual(
            "Output", y, 2, all, [new(Feature<double>.Dense(x, 3, "X"), all, "All"), new(Feature<double>.Dense(z, 2, "Z"), some, "Some")]);
        double[] maps = new double[2 * factor.Stride], errors = new double[maps.Length], expected = new double[maps.Length];
        double loss = 0;
        for (int i = 0; i < 2; i++)
        {
            f.AsSpan(3 * i, 3).CopyTo(maps.AsSpan(i * factor.Stride));
            g.AsSpan(2 * i, 2).CopyTo(maps.AsSpan((i * factor.Stride) + 4));
            for (int n = 0; n < Datapoints; n++)
            {
                bool isOn = n % 3 != 1;
                double left = y[(2 * n) + i];
                left -= Enumerable.Range(0, 3).Sum(j => f[(3 * i) + j] * x[(3 * n) + j]);
                left -= isOn ? Enumerable.Range(0, 2).Sum(j => g[(2 * i) + j] * z[(2 * n) + j]) : 0;
                loss += left * left / 2;
                for (int j = 0; j < 3; j++)
                {
                    expected[(i * factor.Stride) + j] += left * x[(3 * n) + j];
                }

                for (int j = 0; j < 2 && isOn; j++)
                {
                    expected[(i * factor.Stride) + 4 + j] += left * z[(2 * n) + j];
                }
            }
        }

        Assert.Equal(loss, factor.FindErrors(maps, errors, new double[factor.WorkSpace]), 1e-12);
        AssertClose(expected, errors, 1e-12);

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    /// <summary>All vectors are multiples of one: the other eigenvalues are zero to rounding, and some of them below it.</summary>
    [Fact]
    public void EigenvaluesThatAreRoundingAreNone()
    {
        Random random = new(12);
        for (int draw = 0; draw < 40; draw++)
        {
            double[] one = [.. Enumerable.Range(0, 4).Select(_ => (2 * random.NextDouble()) - 1)],
                y = [.. Enumerable.Range(0, 6).Select(_ => random.NextDouble())];
            Feature<double> feature = Feature<double>.Dense([.. Enumerable.Range(0, 24).Select(i => one[i % 4] * ((i / 4) - 2.3))], 4, "X");
            RowSet on = new(6, 64, _ => true);
            CorrelationGatherer<double, double> gatherer = new(new DataCorrelations<double>());
            ResidualFactor<double> factor = gatherer.Residual("Output", y, 1, on, new EffectiveInput<double>(feature, on));
            ResidualFactor<double> turned = gatherer.Bases(("X", feature)).Factor(factor);

            Assert.NotSame(factor, turned);
            Assert.Equal(y.Sum(value => value * value) / 2, turned.FindErrors(new double[4], new double[4], []), 1e-12);
        }
    }

    /// <summary>Correlations of one input with itself are computed on one side of the diagonal only, 64 columns at a time.</summary>
    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(150)]
    public void CorrelationsOfWideInputsAreSymmetric(int width)
    {
        Random random = new(width);
        double[] x = [.. Enumerable.Range(0, 9 * width).Select(_ => (double)random.Next(-9, 10))];
        EffectiveInput<double> input = new(Feature<double>.Dense(x, width, "X"), new(9, 64, n => n != 4), "On");

        double[] sum = new DataCorrelations<double>().Correlate(input, input);

        for (int i = 0; i < width * width; i++)
        {
            Assert.Equal(Enumerable.Range(0, 9).Sum(n => n == 4 ? 0 : x[(n * width) + (i / width)] * x[(n * width) + (i % width)]), sum[i]);
        }
    }

    /// <summary>Squares of what is wide, and products of what is long, are no 32-bit numbers.</summary>
    [Theory]
    [InlineData(300_000_000, 1)]
    [InlineData(1_000, 300_000_000)]
    public void CorrelationsThatNoMemoryHoldsAreRefused(int width, int units) =>
        Assert.Equal("inputs", Assert.ThrowsAny<ArgumentException>(() => OutputSums.RequireMemory(width, units)).ParamName);

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
        double loss = factor.FindErrors(packed, errors, work);
        return (loss, [.. Widths.Select((width, p) => Enumerable.Range(0, Units * width)
            .Select(i => double.CreateTruncating(errors[(i / width * factor.Stride) + at[p] + (i % width)])).ToArray())]);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
