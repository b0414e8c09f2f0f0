using GateDsl.CompilerServices;

namespace GateDsl.Tests;

/// <summary>What is reduced: where it saves more than it costs, or where the options say so, and why not where it is not.</summary>
public class ReductionChoiceTests
{
    private static readonly TrainingOptions Auto = new() { Epochs = 10 };

    // An epoch saves 60 of 100: 600 in ten.
    [Theory]
    [InlineData(StateReductions.Auto, 10, 40, 599, true)]
    [InlineData(StateReductions.Auto, 10, 40, 600, false)]
    [InlineData(StateReductions.Auto, 9, 40, 599, false)]
    [InlineData(StateReductions.Auto, 10, 100, 0, false)]
    [InlineData(StateReductions.Always, 10, 40, 1_000_000, true)]
    [InlineData(StateReductions.Always, 10, 100, 0, false)]
    [InlineData(StateReductions.Always, 0, 40, 0, false)]
    [InlineData(StateReductions.Never, 10, 40, 0, false)]
    public void LayersAreNarrowWhereThatPays(StateReductions reductions, int epochs, long narrow, long span, bool isNarrow)
    {
        TrainingOptions options = Auto with { Reductions = reductions, Epochs = epochs };

        Assert.Equal(isNarrow, ReductionChoice.Of(options, 100, narrow, span, isBasisPossible: false).IsNarrow);
        Assert.Equal(isNarrow ? (narrow * epochs) + span : 100.0 * epochs, ReductionChoice.Work(options, 100, narrow, span));
    }

    [Theory]
    [InlineData(StateReductions.Auto, 0, true, 10, true)]
    [InlineData(StateReductions.Auto, 0, true, 11, false)]
    [InlineData(StateReductions.Auto, 0, false, 10, false)]
    [InlineData(StateReductions.Auto, 1e-9, true, 10, false)]
    [InlineData(StateReductions.Always, 0, true, 11, true)]
    [InlineData(StateReductions.Always, 1e-9, true, 10, false)]
    [InlineData(StateReductions.Always, 0, false, 10, false)]
    [InlineData(StateReductions.Never, 0, true, 10, false)]
    public void InputsAreInTheirEigenvectorsWhereThatPaysAndNothingDecays(
        StateReductions reductions, double decay, bool isPossible, int worthFrom, bool isInBases) =>
        Assert.Equal(isInBases,
            ReductionChoice.Of(Auto with { Reductions = reductions, WeightDecay = decay }, 100, 100, 0, isPossible, epochs => epochs >= worthFrom).IsInBases);

    [Fact]
    public void EveryChoiceSaysWhy()
    {
        Assert.Equal("Nothing is reduced: there is no epoch.", Of(Auto with { Epochs = 0 }, 40, 0, false));
        Assert.Equal("Nothing is reduced: there is no epoch.", Of(Auto with { Epochs = 0, Reductions = StateReductions.Never }, 40, 0, false));
        Assert.Equal("Nothing is reduced: the options forbid it.", Of(Auto with { Reductions = StateReductions.Never }, 40, 0, false));
        Assert.Equal("Hidden layers are kept as wide as what they touch: 40 operations an epoch instead of 100.", Of(Auto, 40, 599, false));
        Assert.Equal("Hidden layers keep all units: so few epochs save less than finding their bases costs.", Of(Auto, 40, 600, false));
        Assert.Equal("No hidden layer is wider than what it touches.", Of(Auto, 100, 0, false));
        Assert.Equal(
            "No hidden layer is wider than what it touches; dense inputs are kept in the eigenvectors of their correlations.", Of(Auto, 100, 0, true));
        Assert.Equal(
            "No hidden layer is wider than what it touches; so few epochs do not pay for the eigenvectors of the inputs' correlations.",
                Of(Auto, 100, 0, true, 11));
        Assert.Equal(
            "No hidden layer is wider than what it touches; dense inputs stay as they are: weights decay that their correlations do not reach.",
            Of(Auto with { WeightDecay = 0.1 }, 100, 0, true));

        static string Of(TrainingOptions options, long narrow, long span, bool isPossible, int worthFrom = 10) =>
            ReductionChoice.Of(options, 100, narrow, span, isPossible, epochs => epochs >= worthFrom).Reason;
    }
}
