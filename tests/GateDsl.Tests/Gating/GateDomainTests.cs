using System.Numerics;

namespace GateDsl.Tests.Gating;

/// <summary>The public face: domains, proofs, and the checker on claims from outside.</summary>
public sealed class GateDomainTests
{
    private static readonly GateDomain Domain = GateDomain.Empty.OneHot("Item", 3).OneHot("Context", 2);

    [Fact]
    public void TheLastOneHotInputIsTheContextUnlessAnotherIsSaidToBe()
    {
        Assert.Equal(GateClass.ContextOnly, Domain.Decide(n => n % 2 == 0).Class);
        GateDomain said = GateDomain.Empty.OneHot("Where", 3, InputRole.Context).OneHot("What", 2);
        Assert.Equal(GateClass.ItemOnly, said.Decide(n => n % 2 == 0).Class);
        Assert.Equal(GateClass.ItemOnly, GateDomain.Empty.OneHot("Item", 3).Decide(n => n < 2).Class);
    }

    [Fact]
    public void ProofsPassThePublicChecker()
    {
        for (int mask = 0; mask < 64; mask++)
        {
            bool[] gate = Enumerable.Range(0, 6).Select(n => (mask >> n & 1) != 0).ToArray();
            GateProof proof = Domain.Decide(gate);
            if (proof.Witness is { } witness)
            {
                Assert.True(GateChecker.IsWitness(Domain, gate, witness.ToArray(), out string reason), reason);
            }
            else
            {
                Assert.Equal(GateClass.NotImplementable, proof.Class);
                Assert.True(GateChecker.IsCertificate(Domain, gate, proof.Multipliers!.ToArray(), out string reason), reason);
            }
        }
    }

    [Fact]
    public void TheCheckerTakesClaimsFromAnywhere()
    {
        bool[] xor = [true, false, false, true, false, false];
        Assert.True(GateChecker.IsCertificate(Domain, xor, [1, 1, 1, 1, 0, 0], out _));
        Assert.False(GateChecker.IsCertificate(Domain, xor, [1, 1, 1, 2, 0, 0], out string unequal));
        Assert.Equal("the sums differ in Item 1", unequal);
        Assert.False(GateChecker.IsCertificate(Domain, xor, [0, 0, 0, 0, 0, 0], out string empty));
        Assert.Equal("no datapoint that is on has a multiplier", empty);
        Assert.False(GateChecker.IsCertificate(Domain, xor, [1, 1, 1, 1], out string few));
        Assert.Equal("6 gates and 4 multipliers for 6 datapoints", few);
        Assert.False(GateChecker.IsWitness(Domain, xor, [1, 1, 0, 0, 0], out string wrong));
        Assert.Equal("w·x is positive at (Item 0, Context 1), where the gate is off", wrong);
    }

    [Fact]
    public void StimuliAreReadExactly()
    {
        GateDomain stimuli = GateDomain.Empty.Stimuli("Stimulus", "Sample", "1 -1 0.8", "-1 1 0.8", "1 1 -0.8", "-1 -1 -0.8").Selector("Sample", 4);
        Assert.Equal(4, stimuli.Count);
        Assert.Equal(3, stimuli.Features);
        GateProof linear = stimuli.Decide(n => n < 2);
        Assert.Equal(GateClass.NestedMixed, linear.Class);
        Assert.Equal(GateClass.SingleDatapoint, stimuli.Decide(n => n == 2).Class);
        Assert.Equal(GateClass.NotImplementable, GateDomain.Empty.Stimuli("Stimulus", "Sample", "1 -1 0", "-1 1 0", "1 1 0").Selector("Sample", 3)
            .Decide(n => n < 2).Class);
        Assert.Throws<ArgumentException>(() => GateDomain.Empty.Stimuli("Stimulus", "Sample", "1 x"));
        Assert.Throws<ArgumentException>(() => GateDomain.Empty.Stimuli("Stimulus", "Sample", "1", "2").Selector("Sample", 3).Count);
        Assert.Throws<ArgumentException>(() => GateDomain.Empty.Stimuli("Stimulus", "Nowhere", "1", "2").Count);
    }

    [Fact]
    public void UnknownInputsAreNotChecked()
    {
        GateDomain unknown = Domain.Dense("Sense", 2);
        GateProof proof = unknown.Decide(n => n == 0);
        Assert.Null(proof.Class);
        Assert.Equal("Not checked: the values of Sense are not known.", proof.Explanation);
        bool[] gate = [true, false, false, false, false, false];
        BigInteger[] weights = [1, 0, 0, 0, -1, 0, 0];
        Assert.False(GateChecker.IsWitness(unknown, gate, weights, out string reason));
        Assert.Equal("the values of Sense are not known", reason);
        Assert.False(GateChecker.IsCertificate(unknown, gate, new BigInteger[6], out _));
    }

    [Fact]
    public void WhatTheNetworkCannotSeeIsNamed()
    {
        GateDomain domain = GateDomain.Empty.OneHot("Item", 2).Selector("Rule", 2);
        GateProof proof = domain.Decide(n => domain.Value(n, "Rule") == 1);
        Assert.Equal(GateClass.NotImplementable, proof.Class);
        Assert.Equal((1, 0), proof.EqualInputs);
        Assert.Equal("(Item 0, Rule 1)", domain.Describe(1));
    }

    [Fact]
    public void ClassesHaveTheSameNamesInside() =>
        Assert.Equal(Enum.GetNames<GateDsl.Gating.PatternClass>(), Enum.GetNames<GateClass>());

    [Fact]
    public void GatesOfAnotherSizeAreRefused() => Assert.Throws<ArgumentException>(() => Domain.Decide(new bool[5]));
}
