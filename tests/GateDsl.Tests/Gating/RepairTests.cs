using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

public sealed class RepairTests
{
    [Fact]
    public void NearestContextGateChangesTheFewestDatapoints()
    {
        Domain domain = Domains.OneHot(3, 4);
        for (int mask = 0; mask < 1 << 12; mask++)
        {
            GatePattern gate = Domains.Gate(mask, 12);
            ContextGate nearest = ContextGate.NearestTo(domain, gate)!;
            GatePattern replacement = Domains.Gate(domain, nearest);
            int changed = Enumerable.Range(0, 12).Count(n => gate[n] != replacement[n]);
            int fewest = Enumerable.Range(1, 14).Min(contexts => Enumerable.Range(0, 12).Count(n => gate[n] != ((contexts >> (n % 4)) & 1) > 0));
            Assert.Equal(changed, nearest.Changed);
            Assert.Equal(fewest, changed);
            if (mask % 64 == 9)
            {
                Assert.Equal(PatternClass.ContextOnly, GateDecider.Decide(domain, replacement).Class);
            }
        }
    }

    [Fact]
    public void TheNearerOfTwoContextsIsTaken()
    {
        Domain domain = new(
        [
            DomainIndex.OneHot("Place", 2, IndexRole.Context),
            DomainIndex.OneHot("Item", 2, IndexRole.Item),
            DomainIndex.OneHot("Time", 2, IndexRole.Context),
        ]);
        ContextGate nearest = ContextGate.NearestTo(domain, Domains.Gate("1010 1011"))!;
        Assert.Equal(2, nearest.Index);
        Assert.Equal([0], nearest.Values);
        Assert.Equal(1, nearest.Changed);
    }

    [Fact]
    public void OfEquallyNearContextsTheOneDeclaredFirstIsTaken()
    {
        Domain domain = new([DomainIndex.OneHot("Place", 2, IndexRole.Context), DomainIndex.OneHot("Time", 2, IndexRole.Context)]);
        ContextGate nearest = ContextGate.NearestTo(domain, Domains.Gate("1000"))!;
        Assert.Equal((0, 1), (nearest.Index, nearest.Changed));
        Assert.Equal([0], nearest.Values);
    }

    [Fact]
    public void WhereAnInputIsUnknownNothingIsSplit()
    {
        DomainIndex item = DomainIndex.OneHot("Item", 2, IndexRole.Item);
        Assert.Null(SingleDatapoints.Of(new Domain([item, new DenseInput("Sense", 1, null)]), Domains.Gate("10")));
        Assert.NotNull(SingleDatapoints.Of(new Domain([item]), Domains.Gate("10")));
    }

    [Theory]
    [InlineData("110 100", 0, 1)] // both items in context 0, one of two in context 1
    [InlineData("010 100", 0, 1)]
    [InlineData("000 010", 1)]
    public void WhereOnAndOffAreEquallyNearItIsOn(string gate, params int[] values) =>
        Assert.Equal(values, ContextGate.NearestTo(Domains.OneHot(2, 3), Domains.Gate(gate))!.Values);

    [Fact]
    public void WithoutAContextThereIsNoContextGate() => Assert.Null(ContextGate.NearestTo(Domains.OneHot(4), Domains.Gate("1010")));

    [Fact]
    public void SingleDatapointsAddUpToTheGate()
    {
        Domain domain = Domains.OneHot(2, 2);
        IReadOnlyList<GatePattern> parts = SingleDatapoints.Of(domain, Domains.Gate("10 01"))!;
        Assert.Equal(["1000", "0001"], parts.Select(part => part.ToBitString()));
        Assert.All(parts, part => Assert.Equal(PatternClass.SingleDatapoint, GateDecider.Decide(domain, part).Class));
    }

    [Fact]
    public void AStimulusBetweenOthersHasNoUnitOfItsOwn()
    {
        Assert.Null(SingleDatapoints.Of(Domains.Stimuli("1 0", "1 1", "0 1"), Domains.Gate("011")));
        Assert.Equal(2, SingleDatapoints.Of(Domains.Stimuli("1 0", "1 1", "0 1"), Domains.Gate("101"))!.Count);
    }

    [Fact]
    public void WhatTheNetworkCannotSeeCannotBeSplit()
    {
        Domain domain = new([DomainIndex.OneHot("Item", 2, IndexRole.Item), DomainIndex.Selector("Mood", 2)]);
        Assert.Null(SingleDatapoints.Of(domain, Domains.Gate("01 00")));
        Assert.Equal(["1100"], SingleDatapoints.Of(domain, Domains.Gate("11 00"))!.Select(part => part.ToBitString()));
    }
}
