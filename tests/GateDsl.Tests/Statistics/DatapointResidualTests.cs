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
        double loss = residual.Errors(maps, errors, new double[residual.WorkSpace]);

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

    [Fact]
    public void FewDistinctDatapointsAreMergedAndManyAreNot()
    {
        Assert.True(Merged(8, 3).IsSmall);
        Assert.Equal(24, Merged(8, 3).Rows.Length);
        Assert.All(Merged(8, 3).Counts, count => Assert.Equal(10, count));
        Assert.False(Merged(2, 2, 2, 2, 2, 2).IsSmall);

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
