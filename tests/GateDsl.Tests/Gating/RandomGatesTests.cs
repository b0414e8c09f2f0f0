using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>Verdicts on random gates against Fourier-Motzkin elimination: 5,000 over one-hot inputs and 6,000 over dense stimuli.</summary>
public sealed class RandomGatesTests
{
    [Theory]
    [InlineData(1, 2_500)]
    [InlineData(2, 2_500)]
    public void VerdictsOnOneHotInputsAgreeWithElimination(int seed, int gates)
    {
        RandomGates random = new(seed);
        AssertAgreement(gates, seed, random, random.OneHotDomain);
    }

    [Theory]
    [InlineData(3, 3_000)]
    [InlineData(4, 3_000)]
    public void VerdictsOnDenseStimuliAgreeWithElimination(int seed, int gates)
    {
        RandomGates random = new(seed);
        AssertAgreement(gates, seed, random, random.StimuliDomain);
    }

    /// <summary>
    /// Gates z &gt;= h(x, y) with h falling in both: all slices are chains, so that only the projection tells whether they are implementable.
    /// The evidence says whether it is right.
    /// </summary>
    [Fact]
    public void GatesWhoseSlicesAreChains()
    {
        Domain domain = Domains.OneHot(6, 6, 6);
        Random random = new(5);
        int longCertificates = 0;
        int implementable = 0;
        for (int i = 0; i < 200; i++)
        {
            int[,] height = new int[6, 6];
            for (int x = 5; x >= 0; x--)
            {
                for (int y = 5; y >= 0; y--)
                {
                    int floor = Math.Max(x < 5 ? height[x + 1, y] : 0, y < 5 ? height[x, y + 1] : 0);
                    height[x, y] = random.Next(floor, Math.Min(floor + 2, 7));
                }
            }

            GatePattern gate = GatePattern.From(domain.Count, n => domain.Value(n, 2) >= height[domain.Value(n, 0), domain.Value(n, 1)]);
            Verdict verdict = GateDecider.Decide(domain, gate);
            EvidenceOracle.AssertHolds(domain, gate, verdict);
            implementable += verdict.Witness is null ? 0 : 1;
            longCertificates += verdict.Certificate is { } certificate && certificate.On.Count + certificate.Off.Count > 4 ? 1 : 0;
        }

        Assert.InRange(implementable, 10, 190);
        Assert.InRange(longCertificates, 1, 190);
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
