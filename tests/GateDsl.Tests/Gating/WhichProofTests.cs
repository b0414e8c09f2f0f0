using System.Globalization;
using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>Of several proofs, or weights, that would do: which of them is shown, always the same.</summary>
public sealed class WhichProofTests
{
    /// <summary>The steps of (2, 1, 0), (0, 2, 1) and (1, 0, 2), whose sum is that of (1, 2, 0), (0, 1, 2) and (2, 0, 1); all slices are chains.</summary>
    private static readonly int[][] Corners = [[2, 1, 0], [0, 2, 1], [1, 0, 2]];

    [Fact]
    public void OfValuesThatAreAlikeTheFirstIsNamed()
    {
        Domain domain = Domains.OneHot(6, 6, 6);
        GatePattern gate = GatePattern.From(domain.Count, n => IsAbove(domain.Value(n, 0) / 2, domain.Value(n, 1) / 2, domain.Value(n, 2) / 2));
        Verdict verdict = GateDecider.Decide(domain, gate);

        Certificate certificate = Assert.IsType<Certificate>(verdict.Certificate);
        Assert.All(certificate.On.Concat(certificate.Off),
            term => Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(0, domain.Value(term.Datapoint, i) % 2)));
        Assert.Equal("1(0,4,2) 1(2,0,4) 1(4,2,0)", Terms(domain, certificate.On));
        Assert.Equal("1(0,2,4) 1(2,4,0) 1(4,0,2)", Terms(domain, certificate.Off));
        EvidenceOracle.AssertHolds(domain, gate, verdict);
    }

    /// <summary>Two crossed slices would need four datapoints; two in one direction are a shorter proof.</summary>
    [Fact]
    public void TheShortestProofIsShownAlsoWhereSlicesCross()
    {
        Domain domain = new(
        [
            new DenseInput("Left", 1, new("Row", [Domains.Row("1"), Domains.Row("2")])),
            new DenseInput("Right", 1, new("Column", [Domains.Row("1"), Domains.Row("2"), Domains.Row("4"), Domains.Row("8")])),
            DomainIndex.Selector("Row", 2),
            DomainIndex.Selector("Column", 4),
        ]);

        Certificate certificate = Assert.IsType<Certificate>(GateDecider.Decide(domain, Domains.Gate("1100 0101")).Certificate);

        Assert.Equal([new CertificateTerm(7, 1)], certificate.On);
        Assert.Equal([new CertificateTerm(2, 2)], certificate.Off);
    }

    /// <summary>A proof of two counts each by what the other is a multiple of, whichever of them stands first.</summary>
    [Theory]
    [InlineData("2 4;3 6", "10", "0:3", "1:2")]
    [InlineData("2 4;3 6", "01", "1:2", "0:3")]
    [InlineData("2 4;-3 -6", "11", "0:3 1:2", "")]
    [InlineData("1 1;2 2;4 4", "110", "0:4", "2:1")]
    [InlineData("1 1;0 1;2 2;0 3", "1100", "0:2", "2:1")]
    [InlineData("1 0;0 0;-1 0", "111", "1:1", "")]
    public void StimuliInOneDirectionAreAProofOfTwo(string rows, string gate, string on, string off)
    {
        Certificate certificate = Assert.IsType<Certificate>(GateDecider.Decide(Domains.Stimuli(rows.Split(';')), Domains.Gate(gate)).Certificate);

        Assert.Equal(on, string.Join(" ", certificate.On.Select(Text)));
        Assert.Equal(off, string.Join(" ", certificate.Off.Select(Text)));
    }

    [Fact]
    public void OfCrossedSlicesTheFirstAreShown()
    {
        Certificate certificate = Assert.IsType<Certificate>(GateDecider.Decide(Domains.OneHot(3, 2), Domains.Gate("10 01 10")).Certificate);

        Assert.Equal([0, 3], certificate.On.Select(term => term.Datapoint));
        Assert.Equal([1, 2], certificate.Off.Select(term => term.Datapoint));
    }

    /// <summary>Thirty items that are on in as many contexts each, more than are sorted one by one: the first two that differ are shown.</summary>
    [Fact]
    public void OfManySlicesOfOneSizeTheFirstAreShown()
    {
        Certificate certificate =
            Assert.IsType<Certificate>(GateDecider.Decide(Domains.OneHot(30, 2), GatePattern.From(60, n => n / 2 % 3 == n % 2)).Certificate);

        Assert.Equal([0, 3], certificate.On.Select(term => term.Datapoint));
        Assert.Equal([1, 2], certificate.Off.Select(term => term.Datapoint));
    }

    /// <summary>An item that is read both as stimuli and one-hot, whichever stands first.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void StimuliOfAOneHotInputMayStandBeforeIt(bool isBefore)
    {
        DomainPart stimuli = new DenseInput("Stimulus", 2, new("Item", [Domains.Row("1 2"), Domains.Row("2 4"), Domains.Row("-1 0")]));
        DomainPart item = DomainIndex.OneHot("Item", 3, IndexRole.Item), context = DomainIndex.OneHot("Context", 2, IndexRole.Context);
        Domain domain = new(isBefore ? [stimuli, item, context] : [item, context, stimuli]);
        foreach (string gate in (string[])["10 01 10", "11 00 00", "10 10 00", "01 11 01", "11 11 11"])
        {
            GatePattern pattern = Domains.Gate(gate);
            EvidenceOracle.AssertHolds(domain, pattern, GateDecider.Decide(domain, pattern));
        }
    }

    /// <summary>The datapoints of a data set stand in any order, and some of them twice.</summary>
    [Fact]
    public void AProofNamesTheDatapointsOfTheDataSet()
    {
        DatapointTable oneHot = new(5, [Column("Item", 1, 1, 0, 1, 0), Column("Context", 0, 0, 0, 1, 1)]);
        Certificate square = Assert.IsType<Certificate>(GateDecider.Decide(oneHot, Domains.Gate("11001")).Certificate);
        Assert.Equal([0, 4], square.On.Select(term => term.Datapoint));
        Assert.Equal([2, 3], square.Off.Select(term => term.Datapoint));

        DatapointTable dense = new(5, [new DenseColumn("Pixels", 2, [1, 0, 1, 0, 0, 1, 0, 1, 3, 3])]);
        Certificate sum = Assert.IsType<Certificate>(GateDecider.Decide(dense, Domains.Gate("11110")).Certificate);
        Assert.Equal("0:3 2:3", string.Join(" ", sum.On.Select(Text)));
        Assert.Equal("4:1", string.Join(" ", sum.Off.Select(Text)));

        static IndexColumn Column(string name, params int[] values) => new(new DomainIndex(name, 2, IndexKind.OneHot, IndexRole.Item), values);
    }

    /// <summary>Two dense inputs that one selector chooses, and one that another does, each with its own weights.</summary>
    [Fact]
    public void EveryInputHasItsOwnWeights()
    {
        Domain domain = new(
        [
            new DenseInput("Left", 2, new("Row", [Domains.Row("1 0"), Domains.Row("0 1"), Domains.Row("0 0")])),
            new DenseInput("Other", 1, new("Column", [Domains.Row("1"), Domains.Row("0")])),
            new DenseInput("Right", 2, new("Row", [Domains.Row("0 0"), Domains.Row("0 0"), Domains.Row("0 1")])),
            DomainIndex.Selector("Row", 3),
            DomainIndex.Selector("Column", 2),
        ]);
        GatePattern gate = Domains.Gate("11 00 11");

        Verdict verdict = GateDecider.Decide(domain, gate);

        Assert.Equal("w(Left) = (1, 0), w(Other) = (0), w(Right) = (0, 1)", WitnessText.Of(domain, Assert.IsType<Witness>(verdict.Witness)));
        EvidenceOracle.AssertHolds(domain, gate, verdict);
    }

    [Theory]
    [InlineData("1110 1000", "0 -1 1 0 1 0")]
    [InlineData("1110 1010", "1 -1 1 0 2 -1")]
    [InlineData("1111 1110", "1 0 1 0 1 0")]
    public void WeightsOfThreeOneHotInputsAreSmall(string gate, string weights)
    {
        Verdict verdict = GateDecider.Decide(Domains.OneHot(2, 2, 2), Domains.Gate(gate));

        Assert.Equal(weights, string.Join(" ", Assert.IsType<Witness>(verdict.Witness).Weights));
    }

    [Theory]
    [InlineData("3 1 2;-1 4 1;2 -3 5;1 1 -6;-2 -5 1;4 -1 -1", "101011", "1 -1 1")]
    [InlineData("7 5;5 7;-3 11;11 -3;-9 -10", "11010", "1 0")]
    [InlineData("13 -11 0;-11 13 1;1 1 3;17 -19 2", "1010", "15 13 -4")]
    [InlineData("10 -9;-55 50;-1 -1", "110", "39 43")]
    [InlineData("4 -9;-5 11;17 -38", "101", "0 -1")]
    [InlineData("41 -29;-24 17;17 -12", "100", "-12 -17")]
    [InlineData("5 -13 3;-7 19 2;2 -5 -4", "101", "0 -1 -1")]
    [InlineData("100 -99;-99 100;1 2;3 -2", "1111", "1 1")]
    [InlineData("1000 -999;-999 1000;500 -501", "110", "1 1")]
    public void WeightsOfStimuliAreRounded(string rows, string gate, string weights)
    {
        Verdict verdict = GateDecider.Decide(Domains.Stimuli(rows.Split(';')), Domains.Gate(gate));

        Assert.Equal(weights, string.Join(" ", Assert.IsType<Witness>(verdict.Witness).Weights));
    }

    [Theory]
    [InlineData("1/2;-1/2", "10", "1")]
    [InlineData("6 0;-6 0", "10", "1 0")]
    [InlineData("0 0.5;0 -0.25", "01", "0 -1")]
    [InlineData("1 0;0 1;-1 -1", "110", "1 1")]
    public void WeightsAreAsSmallAsTheyCanBe(string rows, string gate, string weights)
    {
        Witness witness = Assert.IsType<Witness>(GateDecider.Decide(Domains.Stimuli(rows.Split(';')), Domains.Gate(gate)).Witness);

        Assert.Equal(weights, string.Join(" ", witness.Weights));
    }

    /// <summary>In other units a feature has another weight, and the others have theirs.</summary>
    [Theory]
    [InlineData("7", 7)]
    [InlineData("1/7", -7)]
    [InlineData("1000", 1000)]
    public void UnitsOfAFeatureDoNotMatter(string unit, int factor)
    {
        string[] rows = ["3 1 2", "-1 4 1", "2 -3 5", "1 1 -6", "-2 -5 1", "4 -1 -1"];
        GatePattern gate = Domains.Gate("101011");
        BigInteger[] plain = Weights(rows);
        string[] others = [.. rows.Select(row => row.Split(' ')).Select(row => Times(row[0]) + " " + row[1] + " " + row[2])];
        BigInteger[] scaled = Weights(others);

        Assert.NotEqual(BigInteger.Zero, plain[0]);
        (BigInteger first, BigInteger rest) = factor > 0 ? (scaled[0] * factor, BigInteger.One) : (scaled[0], -factor);
        Assert.Equal(plain[1] * first, plain[0] * scaled[1] * rest);
        Assert.Equal(plain[2] * first, plain[0] * scaled[2] * rest);

        string Times(string number) => (Domains.Number(number) * Domains.Number(unit)).ToString();

        BigInteger[] Weights(string[] stimuli) => [.. Assert.IsType<Witness>(GateDecider.Decide(Domains.Stimuli(stimuli), gate).Witness).Weights];
    }

    /// <summary>The same gate takes the same work everywhere: one step less, and it is not decided.</summary>
    [Theory]
    [InlineData(3, true, 337)]
    [InlineData(6, false, 8680)]
    public void TheWorkOfADecisionIsCounted(int size, bool isSteep, long work)
    {
        Domain domain = Domains.OneHot(size, size, size);
        GatePattern gate = GatePattern.From(domain.Count, n => isSteep
            ? IsAbove(domain.Value(n, 0), domain.Value(n, 1), domain.Value(n, 2))
            : (domain.Value(n, 0) + 1) * (domain.Value(n, 1) + 1) * (domain.Value(n, 2) + 2) > 40);

        Assert.Equal(work, LeastWork(domain, gate));
    }

    [Fact]
    public void LargeNumbersTakeMoreWork() => Assert.InRange(
        LeastWork(Domains.Stimuli("3 1", "1 3", "-1 -1"), Domains.Gate("110")),
        1,
        LeastWork(Domains.Stimuli("3e40 1", "1 3e40", "-1e40 -1e40"), Domains.Gate("110")) - 1);

    [Fact]
    public void AGateOfAnotherSizeIsRefusedInNumbers()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => GateDecider.Decide(Domains.OneHot(2, 3), Domains.Gate("10101")));
        Assert.Equal("The gate has 5 datapoints, not 6. (Parameter 'pattern')", refused.Message);
    }

    private static long LeastWork(Domain domain, GatePattern gate)
    {
        long low = 0, high = 1_000_000;
        while (low < high)
        {
            long middle = (low + high) / 2;
            (low, high) = GateDecider.Decide(domain, gate, middle).Class is null ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsAbove(int x, int y, int z) => Corners.Any(corner => x >= corner[0] && y >= corner[1] && z >= corner[2]);

    private static string Text(CertificateTerm term) => string.Create(CultureInfo.InvariantCulture, $"{term.Datapoint}:{term.Multiplier}");

    private static string Terms(Domain domain, IReadOnlyList<CertificateTerm> terms) => string.Join(" ", terms.Select(term =>
        $"{term.Multiplier}({domain.Value(term.Datapoint, 0)},{domain.Value(term.Datapoint, 1)},{domain.Value(term.Datapoint, 2)})"));
}
