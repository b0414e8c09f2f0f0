using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>Domains of 4,096 datapoints over three one-hot inputs fit the default budget, whatever the gate; larger ones may not.</summary>
public sealed class LargeDomainTests
{
    private const int Size = 16;
    private static readonly Domain Large = Domains.OneHot(Size, Size, Size);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomThresholdUnits(int seed)
    {
        Random random = new(seed);
        int[][] weights = Enumerable.Range(0, 3)
            .Select(_ => Enumerable.Range(0, Size).Select(_ => random.Next(-1_000, 1_001)).ToArray())
            .ToArray();
        GatePattern gate = Gate((x, y, z) => weights[0][x] + weights[1][y] + weights[2][z] > 0);
        Assert.Equal(PatternClass.NestedMixed, GateDecider.Decide(Large, gate).Class);
        int turned = random.Next(Large.Count);
        Assert.NotNull(GateDecider.Decide(Large, GatePattern.From(Large.Count, n => gate[n] ^ n == turned)).Class);
    }

    // Chains along every axis, so that only the projection decides them.
    public static TheoryData<string> Monotone => ["product", "sphere", "ripple", "saddle"];

    [Theory]
    [MemberData(nameof(Monotone))]
    public void GatesWhoseSlicesAreChains(string kind)
    {
        GatePattern gate = Gate((x, y, z) => kind switch
        {
            "product" => x * y * z > 400,
            "sphere" => (x * x) + (y * y) + (z * z) < 300,
            "ripple" => (4 * x) + (5 * y) + (6 * z) + (x * y % 3) > 110,
            _ => (x * y) + (y * z) + (x * z) > 200,
        });
        Verdict verdict = GateDecider.Decide(Large, gate);
        Assert.NotNull(verdict.Class);
        EvidenceOracle.AssertHolds(Large, gate, verdict);
    }

    [Fact]
    public void BeyondTheBudgetTheAnswerIsThatThereIsNone()
    {
        GatePattern gate = Gate((x, y, z) => x * y * z > 400);
        Verdict verdict = GateDecider.Decide(Large, gate, work: 10_000);
        Assert.Null(verdict.Class);
        Assert.Null(verdict.Witness);
        Assert.Null(verdict.Certificate);
        Assert.Equal("it needs more than 10000 steps of exact arithmetic on 4096 datapoints", verdict.NotChecked);
    }

    [Fact]
    public void ALongDecisionCanBeCancelled()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        GatePattern gate = Gate((x, y, z) => x * y * z > 400);
        Assert.Throws<OperationCanceledException>(() => GateDecider.Decide(Large, gate, cancellation: cancelled.Token));
    }

    [Fact]
    public void DomainsBeyondTheLimitAreNotBuilt()
    {
        DomainPart[] parts = [DomainIndex.Selector("A", 257), DomainIndex.Selector("B", 256)];
        Assert.Equal(65_792, Domain.Size(parts));
        Assert.Throws<ArgumentException>(() => new Domain(parts));
        DomainPart[] huge = Enumerable.Range(0, 30).Select(i => (DomainPart)DomainIndex.Selector("S" + i, 1_000)).ToArray();
        Assert.Equal(long.MaxValue, Domain.Size(huge));
    }

    [Fact]
    public void TwoLargeOneHotInputsNeedNoProjection()
    {
        Domain domain = Domains.OneHot(256, 256);
        GatePattern nested = GatePattern.From(domain.Count, n => domain.Value(n, 0) + domain.Value(n, 1) > 200);
        Assert.Equal(PatternClass.NestedMixed, GateDecider.Decide(domain, nested, work: 1_000).Class);
        GatePattern crossed = GatePattern.From(domain.Count, n => nested[n] ^ n == 40_000);
        Assert.Equal(PatternClass.NotImplementable, GateDecider.Decide(domain, crossed, work: 1_000).Class);
    }

    private static GatePattern Gate(Func<int, int, int, bool> rule) =>
        GatePattern.From(Large.Count, n => rule(Large.Value(n, 0), Large.Value(n, 1), Large.Value(n, 2)));
}
