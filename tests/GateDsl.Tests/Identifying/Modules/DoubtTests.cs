namespace GateDsl.Tests.Identifying.Modules;

/// <summary>Reasons to doubt what is found, at their bounds: at each of them there is none yet.</summary>
public sealed class DoubtTests
{
    /// <summary>An elbow is clear where no factor is within 0.02 of its threshold.</summary>
    [Fact]
    public void AnElbowThatIsNotClearIsDoubted()
    {
        int doubted = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            RandomRecordings recorded = RandomRecordings.Of(new Random(seed), 0.2, hasTargets: false);

            IdentificationResult found = Identification.Of(recorded.Kept, recorded.Task.Data, new() { MostModules = 3, Starts = 1, Repetitions = 1 });

            Assert.Equal(found.Elbow.Margin < 0.02, found.Doubts.Contains(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                    $"The elbow is not clear: a factor is within {found.Elbow.Margin:0.000} of its threshold.")));
            doubted += found.Elbow.Margin < 0.02 ? 1 : 0;
        }

        Assert.InRange(doubted, 1, 59);
    }

    /// <summary>Two rows of half the weight each differ at one of two datapoints: that is a quarter of the bits.</summary>
    [Fact]
    public void AQuarterOfTheBitsMayDiffer()
    {
        IdentificationResult found = Found(["11", "10"], [1, 1], modules: 1);

        Assert.Equal("10", Bits(Assert.Single(found.Modules).Gate));
        Assert.Equal(0.25, found.Residual);
        Assert.DoesNotContain(found.Doubts, doubt => doubt.Contains("of the gate bits differ", StringComparison.Ordinal));
    }

    /// <summary>A cluster of units that share no gate is no module: a quarter of the strength may be in such ones.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(1.1, true)]
    public void AQuarterOfTheStrengthMayBeInNoModule(double strength, bool isDoubted)
    {
        string[] gates = ["11111111", "11111111", "11111111", "11111111", "11111111", "11111111", "10000000", "01000000"];

        IdentificationResult found = Found(gates, [1, 1, 1, 1, 1, 1, strength, strength], modules: 2, recordings: 3);

        Assert.Equal("11111111", Bits(Assert.Single(found.Modules).Gate));
        Assert.Equal(0, found.Residual);
        Assert.Equal(6 / (6 + (2 * strength)), found.Modules[0].Share, 1e-12);
        Assert.Equal(6.0 / 8, found.Modules[0].UnitShare, 1e-12);
        Assert.Equal(isDoubted ? 1 : 0, found.Doubts.Count(doubt => doubt == "Units that hold 27% of the path strength are in no module."));
        Assert.DoesNotContain(found.Doubts, doubt => !isDoubted && doubt.Contains("in no module", StringComparison.Ordinal));
        Assert.Contains("k-means of the gates into k = 2, which was given.", found.ToDeclaration("Network"), StringComparison.Ordinal);
    }

    /// <summary>
    /// Bits that differ are counted among those of units in modules: of seven units one differs in one of eight, and two others are in no module.
    /// </summary>
    [Fact]
    public void BitsThatDifferAreThoseOfModules()
    {
        string[] gates = [.. Enumerable.Repeat("11111111", 6), "11011111", "10000000", "01000000"];

        IdentificationResult found = Found(gates, [.. gates.Select(_ => 1.0)], modules: 2, recordings: 3);

        Assert.Equal("11111111", Bits(Assert.Single(found.Modules).Gate));
        Assert.Equal(1.0 / 56, found.Residual, 1e-12);
    }

    /// <summary>Where no cluster has a gate there is no module: all bits and all strength are unexplained, and there is nothing to declare.</summary>
    [Fact]
    public void WithoutAnyModuleNothingIsExplained()
    {
        IdentificationResult found = Found(["10", "01"], [1, 1], modules: 1);

        Assert.Empty(found.Modules);
        Assert.Equal(1, found.Residual);
        Assert.Contains("100% of the gate bits differ from their module's gate; 25% or less is usual where few modules explain a network.", found.Doubts);
        Assert.Contains("Units that hold 100% of the path strength are in no module.", found.Doubts);
        Assert.Equal(
            "No module was found: in each of 1 clusters of gates the units that hold most of the path strength are off, whichever the datapoint; they share no gate.",
            Assert.Throws<InvalidOperationException>(() => found.ToDeclaration("Network")).Message);
    }

    /// <summary>Of two repetitions one may find other gates.</summary>
    [Fact]
    public void HalfOfTheRepetitionsMayFindOthers()
    {
        int[] seen = new int[3];
        for (ulong seed = 0; seed < 30; seed++)
        {
            IdentificationResult found = Found(["1100", "0011"], [1, 1], modules: 2, repetitions: 2, seed: seed);

            Assert.Equal(found.Stability < 0.5,
                found.Doubts.Any(doubt =>
                    doubt.StartsWith("Other starts or samples of the units find exactly these gates in 0% of the cases only.", StringComparison.Ordinal)));
            seen[(int)(2 * found.Stability)]++;
        }

        Assert.All(seen, count => Assert.InRange(count, 1, 29));
    }

    /// <summary>
    /// Of numbers in a row no unit is on in the middle alone: half of the gates may be such ones, more are a sign that the files are not of one network.
    /// </summary>
    [Theory]
    [InlineData(new[] { "1100", "0110" }, null)]
    [InlineData(new[] { "1100", "0011", "0110" }, null)]
    [InlineData(new[] { "1100", "0100", "0110" },
        "Of 3 gates of single units 2 are none that a ReLU unit over these inputs can have, with a bias or without: ")]
    [InlineData(new[] { "0110" }, "Of 1 gates of single units 1 are none that a ReLU unit over these inputs can have, with a bias or without: ")]
    [InlineData(new[] { "1111" }, null)]
    public void HalfOfTheGatesMayBeImpossible(string[] gates, string? expected)
    {
        IdentificationData data = IdentificationData.FromColumns([1, 2, 3, 4], 1, 4);

        IdentificationResult found = Identification.Of(Recorded(data, gates, [.. gates.Select(_ => 1.0)]), data, new() { Modules = 1, Repetitions = 1 });

        Assert.Equal(expected is not null, found.Doubts.Any(doubt => doubt.StartsWith("Of ", StringComparison.Ordinal)));
        Assert.True(expected is null || found.Doubts[0].StartsWith(expected, StringComparison.Ordinal), found.Doubts.FirstOrDefault());
    }

    /// <summary>
    /// Of units that carry nothing, plain gates are modules all the same: they hold no share, and every unit counts the same in their centroid.
    /// </summary>
    [Fact]
    public void AModuleWithoutStrengthIsTheMeanOfItsUnits()
    {
        // The weak ones have one bit flipped each, all bits in as many.
        string[] gates = [.. Enumerable.Range(0, 72)
            .Select(unit => unit % 2 == 0 ? "111111000000" : string.Concat(Enumerable.Range(0, 12).Select(n => n >= 6 ^ n == unit / 2 % 12 ? '1' : '0')))];

        IdentificationResult found = Found(gates, [.. gates.Select((_, unit) => unit % 2 == 0 ? 1.0 : 0)], modules: null);

        Assert.Equal(["111111000000", "000000111111"], found.Modules.Select(module => Bits(module.Gate)));
        Assert.Equal((1, 0, 0.5), (Math.Round(found.Modules[0].Share, 12), found.Modules[1].Share, found.Modules[1].UnitShare));
        Assert.All(found.Modules[1].Centroid.Select((entry, n) => n < 6 ? entry : 1 - entry), distance => Assert.Equal(1 / 12.0, distance, 1e-12));
        Assert.Equal(1 / 12.0, found.Modules[1].RoundingResidual, 1e-12);
        Assert.Equal((0, 0), (Math.Round(found.Residual, 12), Math.Round(found.Modules[0].RoundingResidual, 12)));
    }

    /// <summary>Targets have no structure where the gates leave more than 85% of what they leave of noise; how much that is, is said.</summary>
    [Fact]
    public void TargetsThatGatesLeaveLikeNoiseHaveNoStructure()
    {
        int doubted = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            RandomRecordings recorded = RandomRecordings.Of(new Random(seed), 0.05);
            IdentificationData data = seed % 2 == 0 ? recorded.Task.Data
                : recorded.Task.Data.WithTargets([.. recorded.Task.Rows.Select((row, n) => row.Sum() + (0.02 * n))], 1);
            LayerRecordings recordings = recorded.Into(data);
            double start = 0.5 * data.TargetValues!.Sum(target => target * target);

            IdentificationResult found = Identification.Of(
                recordings, data, new() { Modules = 1, MostModules = 1, Repetitions = 1, Training = new([start, 0.9 * start], 1e-3, 1e-3) });

            double left = new GateDsl.Identifying.TargetFit(data).AgainstNoise([.. found.Candidates[0].Gates.Select(gate => gate.ToArray())]);
            bool isDoubted = left > 0.85;
            Assert.Equal(isDoubted, found.Doubts.Any(doubt => doubt == string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                    $"The targets have no structure that these gates catch: they leave {left:0%} of what they would leave of random targets.")));
            Assert.Equal(isDoubted, found.Doubts.Any(doubt => doubt.StartsWith("The targets have no structure", StringComparison.Ordinal)));
            doubted += isDoubted ? 1 : 0;
        }

        Assert.InRange(doubted, 5, 35);
    }

    private static IdentificationResult Found(string[] gates, double[] strengths, int? modules, int repetitions = 1, ulong seed = 0, int recordings = 1)
    {
        int count = gates[0].Length;
        IdentificationData data = IdentificationData.Of(count).OneHot("Item", count, [.. Enumerable.Range(0, count)]);
        return Identification.Of(
            Recorded(data, gates, strengths, recordings), data, new() { Modules = modules, Starts = 8, Repetitions = repetitions, Seed = seed });
    }

    private static LayerRecordings Recorded(IdentificationData data, string[] gates, double[] strengths, int times = 1)
    {
        bool[,] bits = new bool[gates.Length, data.Count];
        for (int unit = 0; unit < gates.Length; unit++)
        {
            for (int n = 0; n < data.Count; n++)
            {
                bits[unit, n] = gates[unit][n] == '1';
            }
        }

        LayerRecordings recordings = new(data);
        for (int recording = 0; recording < times; recording++)
        {
            recordings.Add(bits, strengths);
        }

        return recordings;
    }

    private static string Bits(IReadOnlyList<bool> gate) => string.Concat(gate.Select(on => on ? '1' : '0'));
}
