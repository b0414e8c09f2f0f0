using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>Verdicts on random gates against Fourier-Motzkin elimination: 5,000 over one-hot inputs and 6,000 over dense stimuli.</summary>
public sealed class RandomGatesTests
{
    [Theory]
    [InlineData(1, 2_500)]
    [InlineData(2, 2_500)]
    public void OneHotInputs(int seed, int gates)
    {
        var random = new RandomGates(seed);
        AssertAgreement(gates, seed, random, random.OneHotDomain);
    }

    [Theory]
    [InlineData(3, 3_000)]
    [InlineData(4, 3_000)]
    public void DenseStimuli(int seed, int gates)
    {
        var random = new RandomGates(seed);
        AssertAgreement(gates, seed, random, random.StimuliDomain);
    }

    private static void AssertAgreement(int gates, int seed, RandomGates random, Func<Domain> nextDomain)
    {
        int implementable = 0;
        int checkedForSize = 0;
        for (int i = 0; i < gates; i++)
        {
            Domain domain = nextDomain();
            GatePattern gate = random.Gate(domain);
            Verdict verdict = GateDecider.Decide(domain, gate);
            string which = $"seed {seed}, gate {i}: {gate.ToBitString()} over {string.Join(", ", domain.Indices)}";
            Assert.True(verdict.Class is not null, which + " " + verdict.NotChecked);
            bool expected = FourierMotzkin.IsSeparable(WithoutRedundancy(domain), gate.ToArray());
            Assert.True(expected == (verdict.Class != PatternClass.NotImplementable), which);
            EvidenceOracle.AssertHolds(domain, gate, verdict);
            if (verdict.Certificate is { } certificate)
            {
                EvidenceOracle.AssertMinimal(domain, certificate);
                checkedForSize++;
            }
            else
            {
                implementable++;
            }
        }

        // The draw has to reach both answers often.
        Assert.InRange(implementable, gates / 5, gates * 4 / 5);
        Assert.Equal(gates, implementable + checkedForSize);
    }

    // The first value of every one-hot input but the first can have weight zero (move it to all values of the first); elimination is
    // hopeless with one variable more than it takes.
    private static List<System.Numerics.BigInteger[]> WithoutRedundancy(Domain domain)
    {
        int[] redundant = domain.Blocks.Where(block => block.Rows is null).Skip(1).Select(block => block.Offset).ToArray();
        return RandomGates.PointsOf(domain).Select(point => point.Where((_, f) => !redundant.Contains(f)).ToArray()).ToList();
    }
}
