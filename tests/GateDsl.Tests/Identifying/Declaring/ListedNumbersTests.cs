namespace GateDsl.Tests.Identifying.Declaring;

/// <summary>Vectors that a declaration lists are written so that they can be read back, and judged as they are written.</summary>
public sealed class ListedNumbersTests
{
    [Fact]
    public void NumbersHaveAllTheirDigits()
    {
        double[] vectors = [0.1234567890123, -1.0 / 3, 1e-7, 12345678.5, 2, -0.1];

        string[] lines = Found(vectors, "111", "110").ToDeclaration("Network").Split('\n');

        int at = Array.FindIndex(lines, line => line.StartsWith("[Stimuli(", StringComparison.Ordinal));
        Assert.Equal(vectors,
            lines[(at + 1)..(at + 4)].SelectMany(line => line.Trim(' ', '"', ',', ')', ']').Split(' '))
                .Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>
    /// 0.1 + 0.2 is 0.3 as it is written: no unit is on at the first two and off at the third, which is their sum; in binary it is another number.
    /// </summary>
    [Fact]
    public void NumbersAreJudgedAsTheyAreWritten()
    {
        IdentifiedModule module = Found([0.1, 1, 0, 0.2, 0, 1, 0.3, 1, 1], "110", "110").Modules.Single();

        Assert.Equal(GateClass.NotImplementable, module.Class);
        Assert.NotEqual(GateClass.NotImplementable, Found([0.1, 1, 0, 0.2, 0, 1, 0.25, 1, 1], "110", "110").Modules.Single().Class);
    }

    private static IdentificationResult Found(double[] vectors, params string[] gates) =>
        WholeDeclarations.Found(IdentificationData.Of(3).Dense("X", "Which", vectors.Length / 3, vectors), gates, [1, 1], gates.Distinct().Count());
}
