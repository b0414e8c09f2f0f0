using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

public sealed class ClassificationTests
{
    [Theory]
    [InlineData("000 000 000", GateClass.NeverOn)]
    [InlineData("111 111 111", GateClass.AlwaysOn)]
    [InlineData("000 010 000", GateClass.SingleDatapoint)]
    [InlineData("101 101 101", GateClass.ContextOnly)]
    [InlineData("111 000 111", GateClass.ItemOnly)]
    [InlineData("111 011 001", GateClass.NestedMixed)]
    [InlineData("100 010 000", GateClass.NotImplementable)]
    [InlineData("110 101 000", GateClass.NotImplementable)]
    public void ItemsInContexts(string gate, GateClass expected) =>
        Assert.Equal(expected, (GateClass?)GateDecider.Decide(Domains.OneHot(3, 3), Domains.Gate(gate)).Class);

    // One context: every gate that depends on the context is constant, and a single item in it is a single datapoint.
    [Theory]
    [InlineData("1 1 0", GateClass.ItemOnly)]
    [InlineData("1 0 0", GateClass.SingleDatapoint)]
    public void WithOneContextNoGateDependsOnIt(string gate, GateClass expected) =>
        Assert.Equal(expected, (GateClass?)GateDecider.Decide(Domains.OneHot(3, 1), Domains.Gate(gate)).Class);

    [Fact]
    public void GatesOverOneItemInputAreItemOnly() =>
        Assert.Equal(PatternClass.ItemOnly, GateDecider.Decide(Domains.OneHot(4), Domains.Gate("1010")).Class);

    // Item (outermost), Item2, Context.
    [Theory]
    [InlineData("1111 0000", GateClass.ItemOnly)]
    [InlineData("1111 1100", GateClass.ItemOnly)]
    [InlineData("1010 1010", GateClass.ContextOnly)]
    [InlineData("1110 1000", GateClass.NestedMixed)]
    [InlineData("1100 0011", GateClass.NotImplementable)]
    [InlineData("0000 0100", GateClass.SingleDatapoint)]
    public void TwoItemInputsAreTheItemsTogether(string gate, GateClass expected) =>
        Assert.Equal(expected, (GateClass?)GateDecider.Decide(Domains.OneHot(2, 2, 2), Domains.Gate(gate)).Class);

    [Fact]
    public void TwoContextInputsAreTheContextTogether()
    {
        Domain domain = new(
        [
            DomainIndex.OneHot("Item", 2, IndexRole.Item),
            DomainIndex.OneHot("Place", 2, IndexRole.Context),
            DomainIndex.OneHot("Time", 2, IndexRole.Context),
        ]);
        Assert.Equal(PatternClass.ContextOnly, GateDecider.Decide(domain, Domains.Gate("1110 1110")).Class);
        Assert.Equal(PatternClass.NotImplementable, GateDecider.Decide(domain, Domains.Gate("1001 1001")).Class);
    }

    /// <summary>Every combination of the two is told from every other, whichever of them has more values.</summary>
    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void GatesOfTwoContextsOfUnequalSizesAreContextOnly(int places, int times)
    {
        Domain domain = new(
        [
            DomainIndex.OneHot("Item", 2, IndexRole.Item),
            DomainIndex.OneHot("Place", places, IndexRole.Context),
            DomainIndex.OneHot("Time", times, IndexRole.Context),
        ]);
        int implementable = 0;
        for (int contexts = 1; contexts < (1 << (places * times)) - 1; contexts++)
        {
            GatePattern gate = GatePattern.From(domain.Count, n => ((contexts >> (n % (places * times))) & 1) > 0);
            Assert.True(PatternClassifier.DependsOnRoleAlone(domain, gate, IndexRole.Context));
            Assert.False(PatternClassifier.DependsOnRoleAlone(domain, gate, IndexRole.Item));
            PatternClass? found = GateDecider.Decide(domain, gate).Class;
            Assert.True(found is PatternClass.ContextOnly or PatternClass.NotImplementable, $"{gate.ToBitString()}: {found}");
            implementable += found == PatternClass.ContextOnly ? 1 : 0;
        }

        // The tables of two rows that form a chain, but for the empty and the full one.
        Assert.Equal(44, implementable);
    }

    [Fact]
    public void ASelectorThatAddsNothingMakesNoDatapoints()
    {
        Domain domain = new(
        [
            DomainIndex.OneHot("Item", 2, IndexRole.Item),
            DomainIndex.OneHot("Context", 2, IndexRole.Context),
            DomainIndex.Selector("Mood", 2),
        ]);
        Assert.Equal(PatternClass.SingleDatapoint, GateDecider.Decide(domain, Domains.Gate("1100 0000")).Class);
        Assert.Equal(PatternClass.ContextOnly, GateDecider.Decide(domain, Domains.Gate("1100 1100")).Class);

        Verdict unseen = GateDecider.Decide(domain, Domains.Gate("1100 0001"));
        Assert.Equal(new EqualInputs(7, 6), unseen.EqualInputs);
        Assert.Equal(PatternClass.NotImplementable, unseen.Class);
    }

    [Fact]
    public void EqualStimuliAreOneInput()
    {
        Verdict verdict = GateDecider.Decide(Domains.Stimuli("0.5 1", "1 0", "1/2 1.0"), Domains.Gate("001"));
        Assert.Equal(new EqualInputs(2, 0), verdict.EqualInputs);
    }

    /// <summary>Datapoints whose first input is alike are still told apart by the second.</summary>
    [Fact]
    public void EveryInputOfASelectorTellsItsValuesApart()
    {
        Domain domain = new([
            new DenseInput("Stimulus", 1, new("Sample", [Domains.Row("1"), Domains.Row("1")])),
            new DenseInput("Cue", 1, new("Sample", [Domains.Row("0"), Domains.Row("1")])),
            DomainIndex.Selector("Sample", 2)]);

        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(domain.FirstWithSameInput));
        Assert.NotEqual(PatternClass.NotImplementable, GateDecider.Decide(domain, Domains.Gate("01")).Class);
    }

    [Fact]
    public void GatesByStimuliAreOutsideTheLemma() =>
        Assert.Equal(PatternClass.NestedMixed, GateDecider.Decide(Domains.Stimuli("1 -1", "1 1", "-1 1"), Domains.Gate("110")).Class);

    [Fact]
    public void AOneHotInputIsAThresholdForStimuli()
    {
        // Without bias no unit is on for 1 and off for 2; a one-hot input adds the bias.
        DomainPart[] stimuli = Domains.StimuliParts("1", "2");
        Assert.Equal(PatternClass.NotImplementable, GateDecider.Decide(new Domain(stimuli), Domains.Gate("10")).Class);
        Domain withItem = new([.. stimuli, DomainIndex.OneHot("Item", 2, IndexRole.Item)]);
        Verdict verdict = GateDecider.Decide(withItem, Domains.Gate("11 00"));
        Assert.Equal(PatternClass.NestedMixed, verdict.Class);
        EvidenceOracle.AssertHolds(withItem, Domains.Gate("11 00"), verdict);
    }

    [Fact]
    public void AnUnknownInputLeavesOnlyTheEmptyGate()
    {
        Domain domain = new([DomainIndex.OneHot("Item", 2, IndexRole.Item), new DenseInput("Sense", 3, null)]);
        Assert.Equal(PatternClass.NeverOn, GateDecider.Decide(domain, Domains.Gate("00")).Class);
        Verdict verdict = GateDecider.Decide(domain, Domains.Gate("10"));
        Assert.Null(verdict.Class);
        Assert.Equal("the values of Sense are not known", verdict.NotChecked);
    }

    [Fact]
    public void WithoutIndicesThereIsOneDatapoint() =>
        Assert.Equal(PatternClass.NeverOn, GateDecider.Decide(new Domain([]), Domains.Gate("0")).Class);
}
