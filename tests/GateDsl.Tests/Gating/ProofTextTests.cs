using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>Witnesses and certificates in words, and what gates depend on.</summary>
public sealed class ProofTextTests
{
    private static readonly Domain Square = Domains.OneHot(2, 2);

    [Theory]
    [InlineData("3 3 0 -1", int.MaxValue, "w(every Item) = 3, w(Context 0) = 0, w(Context 1) = -1")]
    [InlineData("1 2 0 -1", 2, "w(Item 1) = 2, w(Item 0) = 1, w(Context 0) = 0, w(Context 1) = -1")]
    [InlineData("1 2 0 -1", 1, "w(Item 1) = 2, ..., w(Context 0) = 0, ...")]
    public void EqualWeightsOfAOneHotInputStandTogetherTheLargestFirst(string weights, int mostGroups, string expected) =>
        Assert.Equal(expected, WitnessText.Of(Square, new Witness(Numbers(weights)), mostGroups));

    [Theory]
    [InlineData(1, "w(Stimulus) = (5, ...)")]
    [InlineData(2, "w(Stimulus) = (5, -2)")]
    public void WeightsOfADenseInputStandInItsOrder(int mostGroups, string expected) =>
        Assert.Equal(expected, WitnessText.Of(Domains.Stimuli("1 0", "0 1"), new Witness(Numbers("5 -2")), mostGroups));

    [Fact]
    public void AProofIsOneSumThatIsTwoThings()
    {
        Certificate xor = new(Terms("0:1 3:2"), Terms("1:1 2:1"));
        Assert.Equal(
            "It is on at (Item 0, Context 0) and (Item 1, Context 1) and off at (Item 0, Context 1) and (Item 1, Context 0). A unit is on where w·x > 0 and off where "
            + "w·x <= 0, so w·(Item 0, Context 0) + 2 w·(Item 1, Context 1) > 0 and w·(Item 0, Context 1) + w·(Item 1, Context 0) <= 0; but both are the same sum, "
            + "w·(Item 0 + 2 Item 1 + Context 0 + 2 Context 1).", CertificateText.Of(Square, xor));
    }

    [Fact]
    public void StimuliBehindOneHotInputsAreWrittenWithTheirNumbers()
    {
        // Item 0 at stimuli (1, -1/2) and (-1, 1/2): the stimuli cancel, the item does not.
        Domain domain = new([DomainIndex.OneHot("Item", 2, IndexRole.Item), .. Domains.StimuliParts("1 -1/2", "-1 1/2", "0 0")]);
        Certificate certificate = new(Terms("0:1 1:1"), Terms("2:2"));
        Assert.Equal(
            "It is on at (Item 0, Sample 0) with Stimulus = (1, -1/2) and (Item 0, Sample 1) with Stimulus = (-1, 1/2) and off at (Item 0, Sample 2) with "
            + "Stimulus = (0, 0). A unit is on where w·x > 0 and off where w·x <= 0, so w·(Item 0, Sample 0) + w·(Item 0, Sample 1) > 0 and 2 w·(Item 0, Sample 2) <= 0; "
            + "but both are the same sum, w·(2 Item 0).", CertificateText.Of(domain, certificate));
        Domain dense = Domains.Stimuli("1 -1", "-1 1");
        Assert.Contains("these inputs add up to zero", CertificateText.Of(dense, new(Terms("0:1 1:1"), [])), StringComparison.Ordinal);
        Assert.Contains("whatever w", CertificateText.Of(Domains.Stimuli("0 0", "-1 1"), new(Terms("0:1"), [])), StringComparison.Ordinal);
        Assert.Contains("but both are the same sum, w·(0)", CertificateText.Of(dense, new(Terms("0:1 1:1"), Terms("0:1 1:1"))), StringComparison.Ordinal);
        Assert.Contains("w·(Stimulus[0] - 1 Stimulus[1])", CertificateText.Of(dense, new(Terms("0:1"), Terms("0:1"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 3, "(Sample 0) with Left = (1, 0, 0, 0, 0), Right = (1, 0, 0) and off")]
    [InlineData(5, 4, "(Sample 0) and off")]
    [InlineData(8, 0, "(Sample 0) with Left = (1, 0, 0, 0, 0, 0, 0, 0) and off")]
    [InlineData(9, 0, "(Sample 0) and off")]
    public void UpToEightNumbersOfStimuliAreWrittenOut(int left, int right, string expected)
    {
        DomainPart[] parts = [Dense("Left", left), .. right > 0 ? (DomainPart[])[Dense("Right", right)] : [], DomainIndex.Selector("Sample", 2)];

        Assert.StartsWith("It is on at " + expected, CertificateText.Of(new Domain(parts), new(Terms("0:1"), Terms("1:1"))), StringComparison.Ordinal);

        static DenseInput Dense(string name, int features) => new(name, features, new("Sample", [Row(features), Row(features)]));

        static Rational[] Row(int features) => [.. Enumerable.Range(0, features).Select(i => Rational.Of(i == 0 ? 1 : 0))];
    }

    [Fact]
    public void DatapointsWithoutIndicesAreNumbered() =>
        Assert.Equal("(datapoint 1)", Names.Datapoint(new DatapointTable(2, [new DenseColumn("Pixels", 1, [0.5, 1])]), 1));

    /// <summary>Rows and columns are those of two one-hot inputs that are all there is.</summary>
    [Fact]
    public void OnlyGatesOfTwoOneHotInputsHaveAnOrderOfRows()
    {
        DomainIndex item = DomainIndex.OneHot("Item", 2, IndexRole.Item), other = DomainIndex.OneHot("Other", 2, IndexRole.Item);
        Assert.Equal("Item 1: Other 0; Item 0: Other 0, 1", NestingText.Of(new Domain([item, other]), Domains.Gate("1110")));
        Assert.Null(NestingText.Of(new Domain([item, other, DomainIndex.Selector("Mood", 2)]), Domains.Gate("11111100")));
        Assert.Null(NestingText.Of(new Domain([item, .. Domains.StimuliParts("1", "2")]), Domains.Gate("1110")));
        Assert.Null(NestingText.Of(new Domain([item]), Domains.Gate("10")));
    }

    [Fact]
    public void WithoutAContextItIsSaidOfTheContextAll()
    {
        Domain domain = new([DomainIndex.OneHot("Item", 2, IndexRole.Item), DomainIndex.OneHot("Mood", 2, IndexRole.None)]);
        GatePattern gate = Domains.Gate("1110");
        string text = Explanation.Of(domain, gate, GateDecider.Decide(domain, gate), mostWeights: 1);

        Assert.Contains("it does not depend on the context alone, and", text, StringComparison.Ordinal);
        Assert.Contains("w(Item 0) = 1, ..., w(Mood 0) = 1, ....", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AGateDependsOnNoContextWhereThereIsNone()
    {
        Domain items = Domains.OneHot(3);
        Assert.False(PatternClassifier.DependsOnRoleAlone(items, Domains.Gate("111"), IndexRole.Context));
        Assert.True(PatternClassifier.DependsOnRoleAlone(items, Domains.Gate("101"), IndexRole.Item));
        Assert.Null(ContextGate.NearestTo(items, Domains.Gate("101")));
    }

    [Fact]
    public void AGateOfItemsIsOnlyComparedWithTheLemmaWhereThereAreContexts()
    {
        Domain items = new([DomainIndex.OneHot("Item", 3, IndexRole.Item), DomainIndex.OneHot("Other", 2, IndexRole.Item)]);
        GatePattern first = Domains.Gate("11 11 00");
        string text = Explanation.Of(items, first, GateDecider.Decide(items, first));
        Assert.StartsWith("The gate depends on Item and Other alone. A ReLU unit can implement it, with w(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lemma", text, StringComparison.Ordinal);
        GatePattern second = Domains.Gate("11 11 00");
        Domain contexts = Domains.OneHot(3, 2);
        Assert.EndsWith("where the module is on, it is on for every Context.",
            Explanation.Of(contexts, second, GateDecider.Decide(contexts, second)), StringComparison.Ordinal);
    }

    [Fact]
    public void AContextOfOneValueIsNoReplacement()
    {
        Domain domain = new([DomainIndex.OneHot("Where", 1, IndexRole.Context), DomainIndex.OneHot("Item", 2, IndexRole.Item),
            DomainIndex.OneHot("When", 2, IndexRole.Context)]);
        ContextGate nearest = Assert.IsType<ContextGate>(ContextGate.NearestTo(domain, Domains.Gate("10 11")));
        Assert.Equal((2, 1), (nearest.Index, nearest.Changed));
        Assert.Equal([0], nearest.Values);
        Assert.Equal("1010", Domains.Gate(domain, nearest).ToBitString());
        Assert.Null(ContextGate.NearestTo(
            new([DomainIndex.OneHot("Where", 1, IndexRole.Context), DomainIndex.OneHot("Item", 2, IndexRole.Item)]), Domains.Gate("10")));
    }

    [Fact]
    public void OnlyTwoOneHotInputsMakeASquare()
    {
        Certificate diagonal = new(Terms("0:1 3:1"), Terms("1:1 2:1"));
        Assert.True(CertificateText.IsSquare(Square, diagonal));
        Assert.False(CertificateText.IsSquare(Square, diagonal with { Off = Terms("1:1") }));
        Assert.False(CertificateText.IsSquare(Square, diagonal with { On = Terms("0:1") }));
        Assert.False(CertificateText.IsSquare(Domains.OneHot(4), diagonal));
        Assert.False(CertificateText.IsSquare(new Domain([DomainIndex.OneHot("Item", 2, IndexRole.Item), .. Domains.StimuliParts("1 0", "0 1")]), diagonal));
        Assert.False(CertificateText.IsSquare(Domains.OneHot(2, 2, 2), diagonal));
    }

    [Fact]
    public void AContextDeclaredFirstReplacesAsWell()
    {
        Domain domain = new([DomainIndex.OneHot("When", 2, IndexRole.Context), DomainIndex.OneHot("Item", 2, IndexRole.Item)]);
        ContextGate nearest = Assert.IsType<ContextGate>(ContextGate.NearestTo(domain, Domains.Gate("10 11")));
        Assert.Equal((0, 1), (nearest.Index, nearest.Changed));
        Assert.Equal([1], nearest.Values);
    }

    [Fact]
    public void EveryStimulusMustHaveItsNumbers()
    {
        foreach (int row in (int[])[0, 1, 2])
        {
            Rational[][] rows = [.. Enumerable.Range(0, 3).Select(i => Domains.Row(i == row ? "1 0 1" : "1 0"))];
            ArgumentException refused =
                Assert.Throws<ArgumentException>(() => new Domain([new DenseInput("Stimulus", 2, new("Sample", rows)), DomainIndex.Selector("Sample", 3)]));
            Assert.Equal($"Stimulus {row} of Stimulus has 3 numbers, not 2.", refused.Message);
        }
    }

    private static BigInteger[] Numbers(string text) => [.. text.Split(' ').Select(number => BigInteger.Parse(number))];

    private static CertificateTerm[] Terms(string text) => [.. text.Split(' ').Select(term => term.Split(':'))
        .Select(parts => new CertificateTerm(int.Parse(parts[0]), BigInteger.Parse(parts[1])))];
}
