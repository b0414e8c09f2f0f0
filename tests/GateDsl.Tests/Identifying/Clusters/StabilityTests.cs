namespace GateDsl.Tests.Identifying.Clusters;

/// <summary>How often gates are found again, where chance is known.</summary>
public sealed class StabilityTests
{
    /// <summary>A gate that one of n rows has is missing in a bootstrap sample with probability (1 - 1/n)^n, and then it cannot be found again.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    public void AGateOfASingleUnitIsFoundAsOftenAsItIsDrawn(int units)
    {
        const int Repetitions = 200;
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]);
        bool[,] gates = new bool[units, 4];
        for (int unit = 0; unit < units; unit++)
        {
            gates[unit, unit == 0 ? 0 : 2] = gates[unit, unit == 0 ? 1 : 3] = true;
        }

        LayerRecordings recordings = new(data);
        recordings.Add(gates, [.. Enumerable.Range(0, units).Select(_ => 1.0)]);

        IdentificationResult found = Identification.Of(recordings, data, new IdentificationOptions { Modules = 2, Starts = 8, Repetitions = Repetitions });

        double drawn = 1 - Math.Pow(1 - (1.0 / units), units);
        double error = Math.Sqrt(drawn * (1 - drawn) / Repetitions);
        Assert.InRange(found.Stability, drawn - (4 * error), drawn + (4 * error));
        Assert.InRange(found.Modules.Single(module => module.Gate[0]).Stability, drawn - (4 * error), drawn + (4 * error));
        Assert.Equal(1, found.Modules.Single(module => !module.Gate[0]).Stability, 0.02);
    }

    /// <summary>A sample has as many rows as there are: of two it has both in half of the cases, and one of them in three quarters.</summary>
    [Fact]
    public void TwoUnitsAreBothInHalfOfTheSamples()
    {
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]);
        LayerRecordings recordings = new(data);
        recordings.Add(new[,] { { true, true, false, false }, { false, false, true, true } }, [1, 1]);

        IdentificationResult found = Identification.Of(recordings, data, new IdentificationOptions { Modules = 2, Starts = 8, Repetitions = 400 });

        Assert.InRange(found.Stability, 0.4, 0.6);
        Assert.All(found.Modules, module => Assert.InRange(module.Stability, 0.66, 0.84));
    }
}
