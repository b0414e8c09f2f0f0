using GateDsl.CompilerServices;

namespace GateDsl.Tests;

/// <summary>Errors and loss of an output with one-hot inputs, against sums over all datapoints of products with their one-hot vectors.</summary>
public class DatapointResidualTests
{
    // Few distinct datapoints, each many times; and so many different ones that a factor of the correlations takes over.
    [Theory]
    [InlineData(3, 2, 200, 7)]
    [InlineData(1, 1, 5, 1)]
    [InlineData(8, 3, 24, 60)]
    [InlineData(6, 12, 3000, 13)]
    public void ErrorsAndLossAreSumsOverTheDatapoints(int items, int contexts, int datapoints, int units)
    {
        Random random = new(datapoints);
        int[] item = [.. Enumerable.Range(0, datapoints).Select(_ => random.Next(items))];
        int[] context = [.. Enumerable.Range(0, datapoints).Select(_ => random.Next(contexts))];
        int[] third = [.. Enumerable.Range(0, datapoints).Select(_ => random.Next(4))];
        double[] y = Numbers(datapoints * units);
        RowSet always = new(datapoints, 64, _ => true);
        RowSet output = new(datapoints, 64, n => n % 5 != 3);
        RowSet gated = new(datapoints, 64, n => context[n] == 0 && n % 5 != 3);
        (Feature<double> Feature, RowSet On)[] inputs =
        [
            (Feature<double>.OneHot(item, items), output), (Feature<double>.OneHot(context, contexts), output),
            (Feature<double>.OneHot(item, items), gated), (Feature<double>.OneHot(third, 4), RowSet.Intersect(always, output)),
        ];
        DatapointResidual<double> residual = new CorrelationGatherer<double, double>(new DataCorrelations<double>()).ByDatapoint(
            "Properties",
            y, units, output, [.. inputs.Select(input => new EffectiveInput<double>(input.Feature, input.On))]);

        int features = inputs.Sum(input => input.Feature.Width);
        double[] maps = new double[features * residual.Stride];
        for (int f = 0; f < features; f++)
        {
            Numbers(units).CopyTo(maps, f * residual.Stride);
        }

        double[] errors = Numbers(features * residual.Stride);
        double loss = residual.FindErrors(maps, errors, new double[residual.WorkSpace]);

        double expectedLoss = 0;
        double[] expected = new double[features * units];
        for (int n = 0; n < datapoints; n++)
        {
            if (!output.Contains(n))
            {
                continue;
            }

            int[] on = [.. Rows(n)];
            for (int i = 0; i < units; i++)
            {
                double r = y[(n * units) + i] - on.Sum(f => maps[(f * residual.Stride) + i]);
                expectedLoss += r * r / 2;
                foreach (int f in on)
                {
                    expected[(f * units) + i] += r;
                }
            }
        }

        Assert.Equal(expectedLoss, loss, 1e-12 * expectedLoss);
        double largest = expected.Max(Math.Abs);
        for (int f = 0; f < features; f++)
        {
            for (int i = 0; i < units; i++)
            {
                Assert.Equal(expected[(f * units) + i], errors[(f * residual.Stride) + i], 1e-12 * largest);
            }
        }

        IEnumerable<int> Rows(int n)
        {
            int first = 0;
            foreach ((Feature<double> feature, RowSet on) in inputs)
            {
                if (on.Contains(n))
                {
                    yield return first + feature.IndexAt(n);
                }

                first += feature.Width;
            }
        }

        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    /// <summary>Indices that agree in their lower 16 bits, or in their higher ones, and an input that is off.</summary>
    [Fact]
    public void DistinctDatapointsAreToldApartByAllOfTheirIndices()
    {
        RowSet on = new(6, 64, _ => true), gated = new(6, 64, n => n != 4);
        EffectiveInput<double> large = new(Feature<double>.OneHot([1, 65_537, 65_536, 1, 1, 1], 70_000), on),
            small = new(Feature<double>.OneHot([0, 0, 0, 0, 0, 1], 2), gated);

        MergedDatapoints merged = MergedDatapoints.Of([1.0, 2, 4, 8, 16, 32], 1, on, [large, small]);

        Assert.Equal([[1, 70_000], [65_537, 70_000], [65_536, 70_000], [1], [1, 70_001]], merged.Rows);
        Assert.Equal([2, 1, 1, 1, 1], merged.Counts);
        Assert.Equal([4.5, 2, 4, 16, 32], merged.Means.Select(mean => mean[0]));
        Assert.Equal(3.5 * 3.5, merged.Least);
    }

    /// <summary>
    /// Three parts of unequal size, and one of nothing: counts, sums and what no map can lower are those of the whole, and the parts stay as they are.
    /// </summary>
    [Fact]
    public void PartsOfMergedDatapointsAddUpToTheWhole()
    {
        Random random = new(6);
        int[] item = [.. Enumerable.Range(0, 60).Select(_ => random.Next(4))], context = [.. Enumerable.Range(0, 60).Select(_ => random.Next(3))];
        double[] y = [.. Enumerable.Range(0, 120).Select(_ => (2 * random.NextDouble()) - 1)];
        MergedDatapoints whole = MergedDatapoints.Add([Part(0, 60)]);
        MergedDatapoints[] parts = [Part(0, 7), Part(7, 7), Part(7, 40), Part(40, 60)];
        double[][][] sums = [.. parts.Select(part => part.Sums.Select(sum => (double[])sum.Clone()).ToArray())];

        MergedDatapoints added = MergedDatapoints.Add(parts);

        Assert.Equal(whole.Rows, added.Rows);
        Assert.Equal(whole.Counts, added.Counts);
        Assert.Equal(whole.Sums.SelectMany(sum => sum), added.Sums.SelectMany(sum => sum), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(whole.Least, added.Least, 1e-12);
        Assert.Equal(sums, parts.Select(part => part.Sums));

        MergedDatapoints Part(int first, int end)
        {
            RowSet on = new(60, 64, n => n >= first && n < end), gated = new(60, 64, n => n >= first && n < end && n % 3 > 0);
            return MergedDatapoints.Of(
                y, 2, on, [new(Feature<double>.OneHot(item, 4), on), new EffectiveInput<double>(Feature<double>.OneHot(context, 3), gated)]);
        }
    }

    /// <summary>Behind the errors of an output stand those of another.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    public void ErrorsBehindThoseOfTheOutputStayAsTheyAre(int values)
    {
        RowSet on = new(values, 64, _ => true);
        DatapointResidual<double> residual = new CorrelationGatherer<double, double>(new DataCorrelations<double>()).ByDatapoint(
            "Output", new double[values], 1, on, new EffectiveInput<double>(Feature<double>.OneHot([.. Enumerable.Range(0, values)], values), on));
        double[] errors = [.. Enumerable.Repeat(7.0, (values + 1) * residual.Stride)];

        residual.FindErrors(new double[values * residual.Stride], errors, new double[residual.WorkSpace]);

        Assert.All(errors[..(values * residual.Stride)], error => Assert.Equal(0, error));
        Assert.All(errors[(values * residual.Stride)..], error => Assert.Equal(7, error));
    }

    /// <summary>Of numbers that no register holds: two datapoints of item 0, one of item 1, each with a target and a map.</summary>
    [Fact]
    public void ErrorsOfWholeNumbersAreExact()
    {
        RowSet on = new(3, 64, _ => true);
        DatapointResidual<int> residual = new CorrelationGatherer<double, int>(new DataCorrelations<double>()).ByDatapoint(
            "Output", [6, 6, -2], 1, on, new EffectiveInput<double>(Feature<double>.OneHot([0, 0, 1], 2), on));
        int[] maps = new int[2 * residual.Stride], errors = new int[maps.Length];
        (maps[0], maps[residual.Stride]) = (1, 3);

        Assert.Equal((25 + 25 + 25) / 2.0, residual.FindErrors(maps, errors, new int[residual.WorkSpace]));
        Assert.Equal((10, -5), (errors[0], errors[residual.Stride]));
    }

    [Fact]
    public void FewDistinctDatapointsAreMergedAndManyAreNot()
    {
        Assert.True(Merged(8, 3).IsSmall);
        Assert.Equal(24, Merged(8, 3).Rows.Length);
        Assert.All(Merged(8, 3).Counts, count => Assert.Equal(10, count));
        Assert.False(Merged(2, 2, 2, 2, 2, 2).IsSmall);

        // Three inputs at 27 datapoints are 81 additions, nine features squared as many; and 108 are more than a hundred.
        Assert.True(Merged(3, 3, 3).IsSmall);
        Assert.False(Merged(3, 3, 4).IsSmall);

        static MergedDatapoints Merged(params int[] sizes)
        {
            int distinct = sizes.Aggregate((a, b) => a * b);
            RowSet on = new(10 * distinct, 64, _ => true);
            int before = 1;
            List<EffectiveInput<double>> inputs = [];
            foreach (int size in sizes)
            {
                int stride = before;
                inputs.Add(new(Feature<double>.OneHot([.. Enumerable.Range(0, 10 * distinct).Select(n => n / stride % size)], size), on));
                before *= size;
            }

            return MergedDatapoints.Of(new double[10 * distinct], 1, on, [.. inputs]);
        }
    }
}
