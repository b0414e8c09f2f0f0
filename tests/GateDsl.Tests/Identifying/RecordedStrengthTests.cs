using GateDsl.Identifying;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Identifying;

/// <summary>What is kept of random recordings, of one layer and of several, against plain matrices.</summary>
public sealed class RecordedStrengthTests
{
    private const int Rounds = 30;

    /// <summary>Strengths are an estimate: the search for the shortest weights ends where a thousandth of its first gradient is left.</summary>
    private const double Estimated = 3e-3;

    [Fact]
    public void InputsSideBySideAreTheMatrix()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(seed);
            RandomTask task = RandomTask.Of(random, random.Next(2, 90));
            SparseInputs columns = task.Data.Columns;
            Assert.Equal(task.Rows[0].Length, task.Data.Features);
            Assert.Equal(task.Rows.Sum(row => row.Sum(x => x * x)), columns.SquaredNorm, 1e-9);
            double[] weights = [.. task.Rows[0].Select(_ => random.NextDouble())];
            for (int n = 0; n < task.Rows.Length; n++)
            {
                Assert.Equal(weights.Zip(task.Rows[n], (w, x) => w * x).Sum(), columns.Project(weights, n), 1e-12);
                Assert.Equal(Array.FindIndex(task.Rows, row => row.SequenceEqual(task.Rows[n])), task.Data.FirstEqual[n]);
            }
        }
    }

    /// <summary>
    /// In whatever pieces, in single precision or double: the gates are where activations are above 0, the strengths those of the shortest weights.
    /// </summary>
    [Fact]
    public void GatesAndStrengthsAreThoseOfTheActivations()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(100 + seed);
            RandomTask task = RandomTask.Of(random, random.Next(2, 90));
            (int count, int units) = (task.Rows.Length, random.Next(2, 9));
            LayerRecordings recordings = new(task.Data);
            LayerRecordings single = new(task.Data);
            for (int recording = 0; recording < 2; recording++)
            {
                double[] activations = RandomTask.Activations(random, task.Rows, units);
                if (!activations.Any(value => value > 0))
                {
                    break;
                }

                int first = random.Next(1, units);
                recordings.AddUnits(activations.AsSpan(0, first * count), first);
                recordings.AddUnits(activations.AsSpan(first * count), units - first);
                recordings.EndRecording();
                single.Add([.. activations.Select(value => (float)value)], units);
                AssertKept(recordings, recording, task.Rows, activations);
                AssertKept(single, recording, task.Rows, [.. activations.Select(value => (double)(float)value)]);
            }
        }
    }

    /// <summary>By powers of two numbers keep all their digits: on whatever scale, the strengths are exactly those of the same layer.</summary>
    [Theory]
    [InlineData(-40)]
    [InlineData(-10)]
    [InlineData(30)]
    public void StrengthsAreOnTheScaleOfActivationsAndInputs(int power)
    {
        double scale = Math.Pow(2, power);
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(400 + seed);
            double[] rows = [.. Enumerable.Range(0, 3 * 20).Select(_ => random.NextDouble() - 0.5)];
            double[] activations = [1, .. RandomTask.Activations(random, [.. rows.Chunk(3)], 5)[1..]];
            LayerRecordings plain = Recorded(rows, activations);
            LayerRecordings asScaled = Recorded(rows, [.. activations.Select(value => scale * value)]);
            LayerRecordings ofScaled = Recorded([.. rows.Select(value => scale * value)], activations);

            Assert.Equal(plain.Strengths(0).ToArray().Select(strength => scale * scale * strength), asScaled.Strengths(0).ToArray());
            Assert.Equal(plain.Strengths(0).ToArray().Select(strength => strength / (scale * scale)), ofScaled.Strengths(0).ToArray());
        }
    }

    /// <summary>Of many datapoints some are looked at: weights of few features are known from them, wherever the unit is on.</summary>
    [Theory]
    [InlineData(2_048, 0)]
    [InlineData(2_049, 0.5)]
    [InlineData(7_000, 0.97)]
    [InlineData(7_000, -0.97)]
    public void OfManyDatapointsStrengthsAreThoseOfTheWeights(int datapoints, double beyond)
    {
        Random random = new(datapoints);
        double[] rows = [.. Enumerable.Range(0, datapoints).SelectMany(n => new[] { (2.0 * n / datapoints) - 1, random.NextDouble() - 0.5, 1 })];

        // On behind a share of the datapoints, or before it; the last feature is 1.
        double[] weights = beyond < 0 ? [-1, 1e-3, beyond] : [1, 1e-3, -beyond];
        double[] activations = [.. rows.Chunk(3).Select(row => Math.Max(0, row.Zip(weights, (x, w) => x * w).Sum()))];

        Assert.Equal(weights.Sum(w => w * w), Recorded(rows, activations).Strengths(0)[0], 1e-2);
    }

    /// <summary>Up to 2,048 all are looked at, of more every second one from the first on: a unit that is on between them alone has no strength.</summary>
    [Theory]
    [InlineData(2_048, 2_047, true)]
    [InlineData(2_049, 2_047, false)]
    [InlineData(2_049, 2_048, true)]
    [InlineData(4_096, 4_094, true)]
    [InlineData(4_097, 4_094, false)]
    [InlineData(4_097, 4_095, true)]
    public void OfManyDatapointsEveryFewAreLookedAt(int datapoints, int at, bool isLookedAt)
    {
        double[] rows = [.. Enumerable.Range(0, datapoints).SelectMany(n => new[] { 2.0, n, 0 })];
        double[] activations = new double[datapoints];
        activations[at] = 3;

        // On at one datapoint x, a / |x| is the length of the shortest weights.
        Assert.Equal(isLookedAt ? 9 / (4 + ((double)at * at)) : 0, Recorded(rows, activations).Strengths(0)[0], 1e-12);
    }

    /// <summary>
    /// A layer reads the one below it: its strengths are of weights on those activations. Each unit answers mostly to one datapoint, so that the
    /// weights are well determined.
    /// </summary>
    [Fact]
    public void OfSeveralLayersEachReadsTheOneBelow()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(200 + seed);
            int count = random.Next(3, 8);
            DeepRecordings recordings = new(IdentificationData.Of(count).OneHot("Item", count, [.. Enumerable.Range(0, count)]));
            double[][] inputs = [.. Enumerable.Range(0, count).Select(n => Enumerable.Range(0, count).Select(f => f == n ? 1.0 : 0).ToArray())];
            int[] widths = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => count + random.Next(4))];
            List<double[][]> added = [];
            for (int epoch = 0; epoch < 2; epoch++)
            {
                added.Add([.. widths.Select(
                    units => (double[])[.. from unit in Enumerable.Range(0, units) from n in Enumerable.Range(0, count) select unit % count == n
                        ? 1 + random.NextDouble()
                        : Math.Max(0, (0.4 * random.NextDouble()) - 0.2)])]);
                recordings.Add((10 * epoch) + 3, added[^1]);
            }

            Assert.Equal([3, 13], recordings.Epochs);
            Assert.Equal(widths, recordings.Widths);
            for (int recording = 0; recording < 2; recording++)
            {
                for (int layer = 0; layer < widths.Length; layer++)
                {
                    double[][] below = layer == 0 ? inputs : RandomTask.Columns(added[recording][layer - 1], count);
                    double[][] units = [.. added[recording][layer].Chunk(count)];
                    Assert.Equal(units.Count(unit => unit.All(value => value > 0)) / (double)widths[layer], recordings.AlwaysOn(recording, layer), 1e-12);
                    double[] strengths = [.. units.Select(unit => RandomTask.ShortestSquared(below, unit))];
                    GateCensus census = recordings.Census(
                        recording, layer, LayerDatapoints.Of(count).Label("Datapoint", count, [.. Enumerable.Range(0, count)]));
                    Assert.Equal(units.Select(Bits).Distinct().Order(StringComparer.Ordinal),
                        census.Patterns.Select(row => row.Pattern).Order(StringComparer.Ordinal));
                    Assert.All(census.Patterns,
                        row => Assert.Equal(units.Zip(strengths, (unit, strength) => Bits(unit) == row.Pattern ? strength : 0).Sum() / strengths.Sum(),
                            row.Share, Estimated));
                    Assert.All(census.Patterns, row => Assert.Equal(units.Count(unit => Bits(unit) == row.Pattern), row.Units));
                }
            }
        }
    }

    /// <summary>By the census of a layer as by its gates and strengths: of each pattern as many units, which share what it holds.</summary>
    [Fact]
    public void ACensusIsItsUnits()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(300 + seed);
            RandomTask task = RandomTask.Of(random, random.Next(2, 70));
            (int count, int units) = (task.Rows.Length, random.Next(2, 12));
            bool[,] gates = new bool[units, count];
            for (int unit = 0; unit < units; unit++)
            {
                int like = unit > 0 && random.Next(2) == 0 ? random.Next(unit) : unit;
                for (int n = 0; n < count; n++)
                {
                    int first = task.Data.FirstEqual[n];
                    gates[unit, n] = like < unit ? gates[like, n] : first < n ? gates[unit, first] : random.Next(2) == 0;
                }
            }

            gates[0, 0] = true;
            for (int n = 0; n < count; n++)
            {
                gates[0, n] = gates[0, task.Data.FirstEqual[n]];
            }

            double[] strengths = [.. Enumerable.Range(0, units).Select(_ => 0.1 + random.NextDouble())];
            GateCensus census = GateCensus.Take(gates, strengths, LayerDatapoints.Of(count).Label("Datapoint", count, [.. Enumerable.Range(0, count)]));
            LayerRecordings recordings = new(task.Data);
            recordings.Add(census);
            Assert.Equal(units, recordings.Units);
            Dictionary<string, (int Units, double Strength)> held = [];
            for (int unit = 0; unit < units; unit++)
            {
                string pattern = string.Concat(Enumerable.Range(0, count).Select(n => IsOn(recordings, 0, unit, n) ? '1' : '0'));
                (int known, double strength) = held.GetValueOrDefault(pattern);
                held[pattern] = (known + 1, strength + recordings.Strengths(0)[unit]);
            }

            double scale = strengths.Sum() / held.Values.Sum(value => value.Strength);
            for (int unit = 0; unit < units; unit++)
            {
                string pattern = string.Concat(Enumerable.Range(0, count).Select(n => gates[unit, n] ? '1' : '0'));
                int[] alike = [.. Enumerable.Range(0, units).Where(other => Enumerable.Range(0, count).All(n => gates[other, n] == gates[unit, n]))];
                Assert.Equal(alike.Length, held[pattern].Units);
                Assert.Equal(alike.Sum(other => strengths[other]), scale * held[pattern].Strength, 1e-9);
            }
        }
    }

    private static void AssertKept(LayerRecordings recordings, int recording, double[][] rows, double[] activations)
    {
        for (int unit = 0; unit < recordings.Units; unit++)
        {
            double[] own = activations[(unit * rows.Length)..((unit + 1) * rows.Length)];
            Assert.Equal(own.Select(value => value > 0), Enumerable.Range(0, rows.Length).Select(n => IsOn(recordings, recording, unit, n)));
            double expected = RandomTask.ShortestSquared(rows, own);
            double estimated = recordings.Strengths(recording)[unit];
            Assert.InRange(estimated, 0, (1 + Estimated) * expected);
            if (IsWellDetermined([.. rows.Where((_, n) => own[n] > 0)]))
            {
                Assert.Equal(expected, estimated, Estimated * Math.Max(1, expected));
            }
        }
    }

    // What is found first is found well: no direction is ten times as weak as another one.
    private static bool IsWellDetermined(double[][] rows)
    {
        double[] singular = rows.Length == 0 ? [] : [.. Matrix<double>.Build.DenseOfRowArrays(rows).Svd(computeVectors: false).S.Where(value => value > 1e-9)];
        return singular.Length > 0 && singular.Max() < 10 * singular.Min();
    }

    private static bool IsOn(LayerRecordings recordings, int recording, int unit, int datapoint) =>
        (recordings.Gates(recording)[(unit * recordings.Words) + (datapoint / 64)] >> (datapoint % 64) & 1) != 0;

    private static LayerRecordings Recorded(double[] rows, double[] activations)
    {
        LayerRecordings recordings = new(IdentificationData.Of(rows.Length / 3).Dense("Features", 3, rows));
        recordings.Add(activations, 3 * activations.Length / rows.Length);
        return recordings;
    }

    private static string Bits(double[] activations) => string.Concat(activations.Select(value => value > 0 ? '1' : '0'));
}
