using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>The proofs in words, whole: a reader must be able to redo them on paper.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void AnXorSquareIsExplained() => AssertExplained(
        Domains.OneHot(6, 3),
        "000 000 100 000 000 010",
        "No ReLU unit can implement this gate. It is on at (Item 2, Context 0) and (Item 5, Context 1) and off at (Item 2, Context 1) and "
        + "(Item 5, Context 0). A unit is on where w·x > 0 and off where w·x <= 0, so w·(Item 2, Context 0) + w·(Item 5, Context 1) > 0 and "
        + "w·(Item 2, Context 1) + w·(Item 5, Context 0) <= 0; but both are the same sum, w·(Item 2 + Item 5 + Context 0 + Context 1). "
        + "This is the XoR square of Lemma 4.1's proof.");

    [Fact]
    public void StimuliWithMultipliers() => AssertExplained(
        Domains.Stimuli("1 0", "0 1", "2 0.5"),
        "110",
        "No ReLU unit can implement this gate. It is on at (Sample 0) with Stimulus = (1, 0) and (Sample 1) with Stimulus = (0, 1) and off at "
        + "(Sample 2) with Stimulus = (2, 1/2). A unit is on where w·x > 0 and off where w·x <= 0, so 4 w·(Sample 0) + w·(Sample 1) > 0 and "
        + "2 w·(Sample 2) <= 0; but both are the same sum, w·(4 Stimulus[0] + Stimulus[1]).");

    [Fact]
    public void StimuliThatAddUpToZeroAreExplained() => AssertExplained(
        Domains.Stimuli("1 -1", "-2 2"),
        "11",
        "No ReLU unit can implement this gate. It is on at (Sample 0) with Stimulus = (1, -1) and (Sample 1) with Stimulus = (-2, 2). A unit is "
        + "on where w·x > 0, so 2 w·(Sample 0) + w·(Sample 1) > 0; but these inputs add up to zero, so the same sum is 0.");

    [Fact]
    public void AStimulusOfZerosIsExplained() => AssertExplained(
        Domains.Stimuli("0 0", "1 1"),
        "10",
        "No ReLU unit can implement this gate. It is on at (Sample 0) with Stimulus = (0, 0), where the network input is zero: w·x = 0 there "
        + "whatever w, and a unit is on only where w·x > 0.");

    [Fact]
    public void WhatTheNetworkCannotSee() => AssertExplained(
        new Domain([DomainIndex.OneHot("Item", 1, IndexRole.Item), DomainIndex.Selector("Mood", 2)]),
        "01",
        "The gate depends on what the network cannot see: it is on at (Item 0, Mood 1) and off at (Item 0, Mood 0), but the network input is "
        + "the same at both, so every unit does the same at both.");

    [Fact]
    public void ANestedGateIsExplained() => AssertExplained(
        Domains.OneHot(4, 3),
        "111 011 001 011",
        "A ReLU unit can implement this gate: w·x > 0 exactly where it is on with w(Item 0) = 2, w(Item 1, 3) = 1, w(Item 2) = 0, "
        + "w(Context 2) = 1, w(Context 1) = 0, w(Context 0) = -1. Lemma 4.1 does not list it: it does not depend on Context alone, and it is on "
        + "for more than one datapoint. But the lemma's proof excludes only XoR squares, two values of each input with the gate on at one "
        + "diagonal and off at the other, and there is none here, because the rows are ordered by inclusion (Item 2: Context 2; Item 1, 3: "
        + "Context 1, 2; Item 0: Context 0-2).");

    [Fact]
    public void AGateOfItemsAloneIsExplained() => AssertExplained(
        Domains.OneHot(3, 2),
        "11 00 11",
        "The gate depends on Item alone. A ReLU unit can implement it, with w(Item 0, 2) = 1, w(Item 1) = 0, w(every Context) = 0. Lemma 4.1 does "
        + "not list it for a contextual task: where the module is on, it is on for every Context.");

    [Theory]
    [InlineData("00 00", "The gate is never on: its module never learns and never speaks.")]
    [InlineData("11 11", "The gate is always on, so the module is linear. A ReLU unit does the same with w(every Item) = 1, w(every Context) = 0.")]
    [InlineData("10 10", "The gate depends on Context alone, one of Lemma 4.1's families. A ReLU unit implements it with w(every Item) = 0, "
        + "w(Context 0) = 1, w(Context 1) = 0.")]
    [InlineData("00 10", "The gate is on for the single datapoint (Item 1, Context 0), one of Lemma 4.1's families. A ReLU unit is on there alone "
        + "with w(Item 1) = 1, w(Item 0) = 0, w(Context 0) = 0, w(Context 1) = -1.")]
    public void FamiliesOfTheLemma(string gate, string expected) => AssertExplained(Domains.OneHot(2, 2), gate, expected);

    /// <summary>
    /// It is about one-hot inputs, and no explanation may say of others both that a gate is in its families and that it is about none of them.
    /// </summary>
    [Fact]
    public void OtherInputsHaveNoFamiliesOfTheLemma()
    {
        double[] rows = [1, 0.5, -1, 0.25, 0, -3, 2, 1];
        LayerDatapoints dense = LayerDatapoints.Of(4).Dense("Features", 2, rows);
        LayerDatapoints mixed = LayerDatapoints.Of(4).OneHot("Item", 2, [0, 0, 1, 1], InputRole.Item).OneHot("Context", 2, [0, 1, 0, 1], InputRole.Context)
            .Dense("Features", 2, rows);

        GateProof[] proofs = [dense.Decide([true, false, false, true]), dense.Decide([false, true, false, false]), mixed.Decide([true, false, true, false]),
            mixed.Decide([false, true, false, false]), mixed.Decide([true, true, true, false])];

        Assert.Equal([GateClass.NestedMixed, GateClass.SingleDatapoint, GateClass.ContextOnly, GateClass.SingleDatapoint, GateClass.NestedMixed],
            proofs.Select(proof => proof.Class));
        Assert.All(proofs, proof => Assert.DoesNotContain("families", proof.Explanation, StringComparison.Ordinal));
        Assert.All(proofs, proof => Assert.Contains("about one-hot items and contexts", proof.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public void ThreeOneHotInputs()
    {
        Domain domain = Domains.OneHot(2, 2, 2);
        GatePattern majority = Domains.Gate("1110 1000");
        string text = Explanation.Of(domain, majority, GateDecider.Decide(domain, majority));
        Assert.EndsWith(
            "Lemma 4.1 does not list it, but its proof excludes only gates whose on-points have the same sum of inputs as off-points, and w shows "
            + "that here none have.",
            text);
    }

    [Fact]
    public void LongWitnessesAreCutWhereAsked()
    {
        Domain domain = Domains.OneHot(4, 3);
        Verdict verdict = GateDecider.Decide(domain, Domains.Gate("111 011 001 011"));
        Assert.Equal("w(Item 0) = 2, w(Item 1, 3) = 1, ..., w(Context 2) = 1, w(Context 1) = 0, ...", WitnessText.Of(domain, verdict.Witness!, 2));
    }

    /// <summary>An order of twelve steps is written whole, and of thirteen it is said that there are more.</summary>
    [Theory]
    [InlineData(12, "Item 11: Context 0-10")]
    [InlineData(13, "Item 11: Context 0-10; ...")]
    public void LongOrdersAreCut(int items, string end)
    {
        Domain domain = Domains.OneHot(items, 12);
        GatePattern stairs = GatePattern.From(domain.Count, n => domain.Value(n, 1) < domain.Value(n, 0));

        string text = NestingText.Of(domain, stairs)!;

        Assert.StartsWith("Item 0: none; Item 1: Context 0; Item 2: Context 0, 1; Item 3: Context 0-2; ", text, StringComparison.Ordinal);
        Assert.EndsWith("; Item 10: Context 0-9; " + end, text, StringComparison.Ordinal);
    }

    private static void AssertExplained(Domain domain, string bits, string expected)
    {
        GatePattern gate = Domains.Gate(bits);
        Verdict verdict = GateDecider.Decide(domain, gate);
        Assert.Equal(expected, Explanation.Of(domain, gate, verdict));
    }
}
