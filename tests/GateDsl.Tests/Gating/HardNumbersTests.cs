using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>Stimuli that floating point gets wrong, each decided by hand.</summary>
public sealed class HardNumbersTests
{
    public static TheoryData<string, string, bool> Cases => new()
    {
        // 0.1 + 0.2 is 0.3; in doubles it is not.
        { "0.1 1 0;0.2 0 1;0.3 1 1", "110", false },
        { "0.1 1 0;0.2 0 1;0.30000000000000000001 1 1", "110", true },

        // Thirds: three of them are one.
        { "1/3 1;1 3", "10", false },
        { "1/3 1;0.3333333333333333333 1", "10", true },

        // Large beside small.
        { "1e9 1e-9;1e9 0", "10", true },
        { "1e9 1e-9;1e9 0;1e9 -1e-9", "101", false },
        { "1e18 1;1000000000000000001 1;1000000000000000002 1", "101", false },
        { "1e18 1;1000000000000000001 1;1000000000000000002 1", "110", true },
        { "1e300 1e-300;1e300 2e-300", "10", true },
        { "1e-300 0;0 1e-300;1e300 1e300", "110", false },

        // Zero is on nowhere.
        { "0 0;1 0", "10", false },
        { "0 0;1 0", "01", true },
        { "0;0;0", "111", false },

        // Opposite and proportional stimuli.
        { "1 2;-1 -2", "11", false },
        { "1 2;-1 -2", "10", true },
        { "1 2;2 4", "10", false },
        { "1 2;-2 -4;0 1", "101", true },

        // The border belongs to the off-points.
        { "1 0;0 1;1 1", "010", true },
        { "1 0;-1 0;0 1", "001", true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void AreDecidedExactly(string rows, string bits, bool implementable)
    {
        Domain domain = Domains.Stimuli(rows.Split(';'));
        GatePattern gate = Domains.Gate(bits);
        Verdict verdict = GateDecider.Decide(domain, gate);
        Assert.Equal(implementable, verdict.Witness is not null);
        EvidenceOracle.AssertHolds(domain, gate, verdict);
        if (verdict.Certificate is { } certificate)
        {
            EvidenceOracle.AssertMinimal(domain, certificate);
        }
    }

    [Fact]
    public void DoublesAreTakenAsTheBinaryFractionsTheyAre()
    {
        // As decimals the first two add up to the third; as doubles 0.1 + 0.2 exceeds 0.3.
        DatapointTable doubles = new(3, [new DenseColumn("x", 3, [0.1, 1, 0, 0.2, 0, 1, 0.3, 1, 1])]);
        Assert.NotNull(GateDecider.Decide(doubles, Domains.Gate("110")).Witness);
    }
}
