using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>Stacked gates of random recordings against their rows, one by one.</summary>
public sealed class GatePatternsTests
{
    private const int Rounds = 30;

    [Fact]
    public void AreTheDifferentRowsWithTheirWeightsAndNumbers()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            RandomRecordings recorded = RandomRecordings.Of(new Random(seed), 0.1);
            (string Bits, double Weight)[] rows = Rows(recorded);

            GatePatterns patterns = GatePatterns.Of(recorded.Kept);

            string[] all = [.. patterns.Patterns.Select(pattern => Bits(pattern, recorded.Datapoints))];
            Assert.Equal(rows.Select(row => row.Bits).Where(IsOnSomewhere).Distinct().Order(StringComparer.Ordinal), all);
            Assert.Equal((rows.Length, recorded.Datapoints), (patterns.Rows, patterns.Datapoints));
            Assert.Equal(rows.Count(row => !IsOnSomewhere(row.Bits)), patterns.DeadRows);
            Assert.Equal(rows.Count(row => !row.Bits.Contains('0', StringComparison.Ordinal)), patterns.AlwaysOnRows);
            AssertTotals(all, rows, patterns.Weights, patterns.Counts, _ => 1);
        }
    }

    /// <summary>A sample has some rows several times and others not at all: each counts as often as it was drawn, in weight and in number.</summary>
    [Fact]
    public void ASampleHasEveryRowAsOftenAsItWasDrawn()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(100 + seed);
            RandomRecordings recorded = RandomRecordings.Of(random, 0.1);
            (string Bits, double Weight)[] rows = Rows(recorded);
            int[] times = [.. rows.Select(_ => random.Next(5) - 1).Select(drawn => Math.Max(0, drawn))];
            GatePatterns patterns = GatePatterns.Of(recorded.Kept);

            (double[] weights, double[] counts) = patterns.Resampled(row => times[row]);

            AssertTotals([.. patterns.Patterns.Select(pattern => Bits(pattern, recorded.Datapoints))], rows, weights, counts, row => times[row]);
        }
    }

    /// <summary>Of groups of patterns, some in none: what each recording has of them, and their rows.</summary>
    [Fact]
    public void GroupsHoldTheRowsOfTheirPatterns()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(200 + seed);
            RandomRecordings recorded = RandomRecordings.Of(random, 0.1);
            (string Bits, double Weight)[] rows = Rows(recorded);
            GatePatterns patterns = GatePatterns.Of(recorded.Kept);
            int[] groups = [.. patterns.Patterns.Select(_ => random.Next(4) - 1)];
            Dictionary<string, int> groupOf = patterns.Patterns.Select((pattern, p) => (Bits(pattern, recorded.Datapoints), groups[p])).ToDictionary();

            double[][] shares = patterns.SharesByRecording(groups, 3);

            int[] members = [.. rows.Select(row => groupOf.GetValueOrDefault(row.Bits, -1))];
            Assert.Equal(Enumerable.Range(0, 3).Select(group => members.Count(member => member == group)), patterns.RowsOf(groups, 3));
            for (int group = 0; group < 3; group++)
            {
                Assert.Equal(recorded.Gates.Length, shares[group].Length);
                for (int recording = 0; recording < recorded.Gates.Length; recording++)
                {
                    int first = recording * recorded.Units;
                    Assert.Equal(Enumerable.Range(first, recorded.Units).Where(row => members[row] == group).Sum(row => rows[row].Weight),
                        shares[group][recording], 1e-12);
                }
            }
        }
    }

    private static void AssertTotals(string[] patterns, (string Bits, double Weight)[] rows, double[] weights, double[] counts, Func<int, int> times)
    {
        for (int p = 0; p < patterns.Length; p++)
        {
            int[] own = [.. Enumerable.Range(0, rows.Length).Where(row => rows[row].Bits == patterns[p])];
            Assert.Equal(own.Sum(row => times(row) * rows[row].Weight), weights[p], 1e-12);
            Assert.Equal(own.Sum(times), counts[p]);
        }
    }

    // Recording by recording; a row weighs its share of the strength of its recording, where there is none as much as any other.
    private static (string Bits, double Weight)[] Rows(RandomRecordings recorded) =>
    [
        .. from recording in Enumerable.Range(0, recorded.Gates.Length)
           let total = recorded.Strengths[recording].Sum()
           from unit in Enumerable.Range(0, recorded.Units)
           select (string.Concat(recorded.GateOf(recording, unit).Select(isOn => isOn ? '1' : '0')),
               total > 0 ? recorded.Strengths[recording][unit] / total : 1.0 / recorded.Units),
    ];

    private static string Bits(ulong[] pattern, int datapoints) =>
        string.Concat(Enumerable.Range(0, datapoints).Select(n => (pattern[n / 64] >> (n % 64) & 1) != 0 ? '1' : '0'));

    private static bool IsOnSomewhere(string bits) => bits.Contains('1', StringComparison.Ordinal);
}
