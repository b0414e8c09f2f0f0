using System.Globalization;
using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

public sealed class ReferenceGatesTests
{
    [Fact]
    public void ClassesOfTwoOneHotInputsAreThoseOfTheLinearProgram()
    {
        foreach ((string expected, GatePattern gate) in Gates(ReferenceGates.FiveByFour, 20))
        {
            Verdict verdict = GateDecider.Decide(Domains.OneHot(5, 4), gate);
            Assert.Equal(expected, verdict.Class.ToString());
        }
    }

    [Fact]
    public void VerdictsOnThreeOneHotInputsAreThoseOfTheLinearProgram()
    {
        foreach ((string expected, GatePattern gate) in Gates(ReferenceGates.FourByTwoByTwo, 16))
        {
            PatternClass? found = GateDecider.Decide(Domains.OneHot(4, 2, 2), gate).Class;
            string actual = found is PatternClass.NotImplementable or PatternClass.NeverOn ? found.ToString()! : "Implementable";
            Assert.Equal(expected, actual);
            Assert.NotNull(found);
        }
    }

    private static IEnumerable<(string Class, GatePattern Gate)> Gates((string Class, string Masks)[] table, int count) =>
        from entry in table
        from mask in entry.Masks.Split(' ')
        select (entry.Class, Domains.Gate(BigInteger.Parse("0" + mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture), count));
}
