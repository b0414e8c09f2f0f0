using System.Globalization;

namespace GateDsl.Tests.Identifying.Wording;

/// <summary>Declarations, doubts and refusals say their numbers alike in every culture.</summary>
public sealed class CultureTests
{
    [Fact]
    public void WordsAreTheSameWhereNumbersHaveACommaForAPoint()
    {
        CultureInfo other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.PercentDecimalSeparator = ",";
        other.NumberFormat.NumberGroupSeparator = ".";
        other.NumberFormat.PercentSymbol = "p";
        string[] expected = Said();
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = other;
        try
        {
            Assert.Equal("0,5", $"{0.5}");
            Assert.Equal(expected, Said());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.All(expected, text => Assert.Contains(text, character => char.IsAsciiDigit(character)));
    }

    private static string[] Said()
    {
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).Dense("X", "Which", 1, [0.5, 0.5, -1.25, -1.25])
            .WithTargets([1, 0.5, 0.25, 2], 1);
        IdentificationData dense = IdentificationData.Of(4).Dense("X", 1, [0.5, 1.5, -1.25, -0.25]).WithTargets([1, 0.5, 0.25, 2], 1);
        bool[,] gates = { { true, true, true, true }, { true, false, false, true }, { true, false, true, true } };
        LayerRecordings recordings = new(data);
        recordings.Add(gates, [1, 0.5, 0.3]);
        LayerRecordings plain = new(dense);
        plain.Add(gates, [1, 0.5, 0.3]);
        RecordedTraining training = new([2.65, 2.5, 2.25], 1e-3, 0.01);
        IdentificationResult found = Identification.Of(recordings, data, new() { Modules = 2, Repetitions = 2, Starts = 2, Training = training });
        IdentificationResult chosen = Identification.Of(plain, dense, new() { Repetitions = 2, Starts = 2, Training = training });
        return
        [
            found.ToDeclaration("Network"),
            chosen.ToDeclaration("Network"),
            chosen.Elbow.Rule,
            Identification.Forecast(data, 20, 0.1, 0.01, 12, new() { Draws = 2, Repetitions = 1 }).ToDeclaration("Network"),
            Identification.ForecastDeep(data, [4, 4], 0.3, 0.01, 12, new() { Draws = 2 }).ToDeclaration("Network"),
            .. found.Doubts,
            .. found.Modules.Select(module => module.Explanation + " 0"),
            Refused(() => recordings.Add([0.5, 0.5, -0.5, 0.25, 0, 0, 0, 0, 0, 0, 0, 0], 3)),
            Refused(() => recordings.Add(gates, [1, 0.5, -0.25])),
            Refused(() => recordings.Add(new[,] { { true, true, true, true } }, [1])),
            Refused(() => data.Dense("Y", 1, [0.5, 2.5e50, 1, 1])),
            Refused(() => data.Dense("Y", 1, [1.5e-60, 0, 0, 0])),
            Refused(() => data.Dense("Features", "Stimulus", 5_000, [.. Enumerable.Range(0, 20_000).Select(n => n / 2.0)])),
            Refused(() => new LayerRecordings(IdentificationData.Of(2).Dense("Y", 1, [0.5, 0.5])).Add([0.25, 0], 1)),
            Refused(() => Identification.Of(recordings, data, new() { Training = training with { Sigma = -0.5 } })),
            Refused(() => Identification.Of(recordings, data, new() { Training = training with { Losses = [1.5, -0.5] } })),
            Refused(() => Identification.Of(recordings, data, new() { Training = training with { Losses = [2 * 2.65625] } })),
        ];
    }

    private static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
