using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>Checks a verdict's evidence on dense integer points, with nothing of the product but the numbers in it.</summary>
internal static class EvidenceOracle
{
    public static void AssertHolds(Domain domain, GatePattern gate, Verdict verdict)
    {
        List<BigInteger[]> points = RandomGates.PointsOf(domain);
        if (verdict.Witness is { } witness)
        {
            Assert.Null(verdict.Certificate);
            Assert.NotEqual(PatternClass.NotImplementable, verdict.Class);
            for (int n = 0; n < points.Count; n++)
            {
                BigInteger product = points[n].Zip(witness.Weights, (x, w) => x * w).Aggregate(BigInteger.Add);
                Assert.Equal(gate[n], product > 0);
            }

            return;
        }

        Certificate certificate = Assert.IsType<Certificate>(verdict.Certificate);
        Assert.Equal(PatternClass.NotImplementable, verdict.Class);
        Assert.NotEmpty(certificate.On);
        Assert.All(certificate.On, term => Assert.True(gate[term.Datapoint] && term.Multiplier > 0));
        Assert.All(certificate.Off, term => Assert.True(!gate[term.Datapoint] && term.Multiplier > 0));
        for (int f = 0; f < domain.Features; f++)
        {
            Assert.Equal(Sum(certificate.On, points, f), Sum(certificate.Off, points, f));
        }

        Assert.Equal(BigInteger.One, certificate.On.Concat(certificate.Off).Aggregate(
            BigInteger.Zero, (divisor, term) => BigInteger.GreatestCommonDivisor(divisor, term.Multiplier)));
    }

    /// <summary>No datapoint of a certificate can be left out: without any one of them, the others can be told apart.</summary>
    public static void AssertMinimal(Domain domain, Certificate certificate)
    {
        List<BigInteger[]> points = RandomGates.PointsOf(domain);
        (int Datapoint, bool On)[] terms =
            [.. certificate.On.Select(term => (term.Datapoint, true)), .. certificate.Off.Select(term => (term.Datapoint, false))];
        for (int left = 0; left < terms.Length; left++)
        {
            (int Datapoint, bool On)[] others = terms.Where((_, t) => t != left).ToArray();
            bool[] on = others.Select(term => term.On).ToArray();
            Assert.True(
                others.Length == 0 || FourierMotzkin.IsSeparable(others.Select(term => points[term.Datapoint]).ToArray(), on),
                "superfluous: " + Names.Datapoint(domain, terms[left].Datapoint));
        }
    }

    private static BigInteger Sum(IReadOnlyList<CertificateTerm> terms, List<BigInteger[]> points, int feature) =>
        terms.Aggregate(BigInteger.Zero, (sum, term) => sum + (term.Multiplier * points[term.Datapoint][feature]));
}
