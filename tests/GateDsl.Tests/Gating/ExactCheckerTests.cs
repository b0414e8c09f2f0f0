using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>What the checker must refuse: each test is evidence that is wrong in one way.</summary>
public sealed class ExactCheckerTests
{
    private static readonly Domain Square = Domains.OneHot(2, 2);
    private static readonly GatePattern Xor = Domains.Gate("10 01");
    private static readonly GatePattern Nested = Domains.Gate("11 01");

    [Theory]
    [InlineData("1 0 0 1", true, "")]
    [InlineData("1 0 0 0", false, "w·x is zero at (Item 1, Context 1), where the gate is on")]
    [InlineData("1 0 1 1", false, "w·x is positive at (Item 1, Context 0), where the gate is off")]
    [InlineData("-1 0 0 1", false, "w·x is negative at (Item 0, Context 0), where the gate is on")]
    [InlineData("1 0 0", false, "4 gates and 3 weights for 4 datapoints of 4 features")]
    public void OnlyAWitnessOfTheGateIsAccepted(string weights, bool expected, string expectedReason)
    {
        Witness witness = new(weights.Split(' ').Select(weight => new BigInteger(int.Parse(weight))).ToArray());
        Assert.Equal(expected, ExactChecker.Accepts(Square, Nested, witness, out string reason));
        Assert.Equal(expectedReason, reason);
    }

    [Fact]
    public void EvidenceForAnotherNumberOfDatapointsIsRefused()
    {
        GatePattern longer = Domains.Gate("11 01 1");
        Assert.False(ExactChecker.Accepts(Square, longer, new Witness([1, 0, 0, 1]), out string reason));
        Assert.Equal("5 gates and 4 weights for 4 datapoints of 4 features", reason);
        Assert.False(ExactChecker.Accepts(Square, longer, new Certificate(Terms("0:1 3:1"), Terms("1:1 2:1")), out reason));
        Assert.Equal("5 gates for 4 datapoints", reason);
    }

    [Fact]
    public void ZeroIsNotOn() =>
        Assert.False(ExactChecker.Accepts(Square, Domains.Gate("11 11"), new Witness(new BigInteger[4]), out _));

    [Theory]
    [InlineData("0:1 3:1", "1:1 2:1", true, "")]
    [InlineData("0:2 3:2", "1:2 2:2", true, "")]
    [InlineData("", "", false, "no datapoint that is on has a multiplier")]
    [InlineData("0:1", "1:1", false, "the sums differ in Context 0")]
    [InlineData("0:1 3:1", "1:1 2:2", false, "the sums differ in Item 1")]
    [InlineData("0:1 3:1", "", false, "the sums differ in Item 0")]
    [InlineData("1:1 2:1", "0:1 3:1", false, "the gate is off at (Item 0, Context 1)")]
    [InlineData("0:1 3:1 1:1 2:1", "", false, "the gate is off at (Item 0, Context 1)")]
    [InlineData("0:-1 3:-1", "1:-1 2:-1", false, "the multiplier of (Item 0, Context 0) is not positive")]
    [InlineData("0:0 3:0", "", false, "the multiplier of (Item 0, Context 0) is not positive")]
    [InlineData("0:1 0:1", "", false, "datapoint 0 does not exist or stands twice")]
    [InlineData("-1:1", "", false, "datapoint -1 does not exist or stands twice")]
    [InlineData("4:1", "", false, "datapoint 4 does not exist or stands twice")]
    public void OnlyACertificateWhoseSumsAreTheSameIsAccepted(string on, string off, bool expected, string expectedReason)
    {
        Assert.Equal(expected, ExactChecker.Accepts(Square, Xor, new Certificate(Terms(on), Terms(off)), out string reason));
        Assert.Equal(expectedReason, reason);
    }

    [Fact]
    public void FractionsAreAddedExactly()
    {
        // 1e9 (1/3, 1e-9) + (2/3, -1): the second feature cancels, the first leaves (1e9 + 2)/3 - 333333334 = 0 against 333333334.
        Domain domain = Domains.Stimuli("1/3 1e-9", "2/3 -1", "1 0");
        Certificate certificate = new([new(0, 1_000_000_000), new(1, 1)], [new(2, 333_333_334)]);
        Assert.True(ExactChecker.Accepts(domain, Domains.Gate("110"), certificate, out _));
        Certificate tampered = new([new(0, 1_000_000_001), new(1, 1)], [new(2, 333_333_334)]);
        Assert.False(ExactChecker.Accepts(domain, Domains.Gate("110"), tampered, out _));
    }

    [Fact]
    public void TamperedEvidenceOfRandomGatesIsRefused()
    {
        RandomGates random = new(7);
        Random turns = new(7);
        int refused = 0;
        for (int i = 0; i < 500; i++)
        {
            Domain domain = i % 2 == 0 ? random.OneHotDomain() : random.StimuliDomain();
            GatePattern gate = random.Gate(domain);
            Verdict verdict = GateDecider.Decide(domain, gate);

            // The evidence of a gate is none for the gate with one datapoint turned, unless that datapoint plays no part in a certificate.
            int turned = turns.Next(domain.Count);
            GatePattern other = GatePattern.From(domain.Count, n => gate[n] ^ n == turned);
            if (verdict.Witness is { } witness)
            {
                Assert.True(ExactChecker.Accepts(domain, gate, witness, out _));
                Assert.False(ExactChecker.Accepts(domain, other, witness, out _));
                refused++;
                continue;
            }

            Certificate certificate = verdict.Certificate!;
            Assert.True(ExactChecker.Accepts(domain, gate, certificate, out _));
            bool plays = certificate.On.Concat(certificate.Off).Any(term => term.Datapoint == turned);
            Assert.Equal(!plays, ExactChecker.Accepts(domain, other, certificate, out _));
            refused += plays ? 1 : 0;

            CertificateTerm first = certificate.On[0];
            Certificate doubled = certificate with { On = [first with { Multiplier = first.Multiplier + 1 }, .. certificate.On.Skip(1)] };
            bool isZero = domain.Input(first.Datapoint).Features.Length == 0;
            Assert.Equal(isZero, ExactChecker.Accepts(domain, gate, doubled, out _));
        }

        Assert.InRange(refused, 200, 500);
    }

    private static CertificateTerm[] Terms(string text) => text.Length == 0 ? [] : text.Split(' ')
        .Select(term => term.Split(':'))
        .Select(parts => new CertificateTerm(int.Parse(parts[0]), BigInteger.Parse(parts[1])))
        .ToArray();
}
