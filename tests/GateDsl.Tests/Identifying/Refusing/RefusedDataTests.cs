namespace GateDsl.Tests.Identifying.Refusing;

/// <summary>Data that are none: sizes, values, names and numbers, each with the last that can be taken.</summary>
public sealed class RefusedDataTests
{
    private static readonly IdentificationData Data = IdentificationData.Of(2);

    [Fact]
    public void SizesMatch()
    {
        Assert.Equal("Gates are told apart by at least 2 datapoints, not 1.", Refused(() => IdentificationData.Of(1)));
        Assert.Equal("There are 3 X; 2 datapoints of 2 features need 4.", Refused(() => Data.Dense("X", 2, [1, 2, 3])));
        Assert.Equal("There are 0 X; 2 datapoints of 0 features need 0.", Refused(() => Data.Dense("X", "Which", 0, [])));
        Assert.Equal("There are 5 X; 2 datapoints of 2 features need 4.", Refused(() => Data.Dense("X", "Which", 2, [1, 2, 3, 4, 5])));
        Assert.Equal("There are 1 targets; 2 datapoints of 1 outputs need 2.", Refused(() => Data.WithTargets([1], 1)));
        Assert.Equal("There are 0 targets; 2 datapoints of 0 outputs need 0.", Refused(() => Data.WithTargets([], 0)));
        Assert.Equal("There are 3 targets; 2 datapoints of 1 outputs need 2.", Refused(() => Data.WithTargetColumns([1, 2, 3], 1)));
        Assert.Equal("There are 3 inputs; 2 datapoints of 2 features need 4.", Refused(() => IdentificationData.FromColumns([1, 2, 3], 2, 2)));
        Assert.Equal("Gates are told apart by at least 2 datapoints, not 1.", Refused(() => IdentificationData.FromColumns([1, 2], 2, 1)));
        Assert.Equal(2, Data.Count);
        Assert.Equal((1, 2), (Data.Dense("X", 1, [1, 2]).Features, Data.Dense("X", 2, [1, 2, 3, 4]).Features));
    }

    [Fact]
    public void ValuesAreFromZeroToTheLast()
    {
        Assert.Equal("Item is 3 at datapoint 1; its values are 0 to 2.", Refused(() => Data.OneHot("Item", 3, [0, 3])));
        Assert.Equal("Item is -1 at datapoint 0; its values are 0 to 2.", Refused(() => Data.OneHot("Item", 3, [-1, 0])));
        Assert.Equal([2, 0], Data.OneHot("Item", 3, [2, 0]).Inputs[0].Index);
    }

    [Theory]
    [InlineData("")]
    [InlineData("item")]
    [InlineData("1Item")]
    [InlineData("Item_1")]
    [InlineData("Ätem")]
    [InlineData("Itäm")]
    [InlineData("X")]
    [InlineData("Which")]
    [InlineData("First")]
    public void NamesAreIdentifiersThatNothingElseHas(string name)
    {
        IdentificationData data = Data.OneHot("First", 2, [0, 1]).Dense("X", "Which", 1, [1, 2]);
        string expected = $"An input or selector cannot be called {name}: the name is taken, or it is no identifier that begins with a capital.";

        Assert.Equal(expected, Refused(() => data.OneHot(name, 2, [0, 1])));
        Assert.Equal(expected, Refused(() => data.Dense(name, "Other", 1, [1, 2])));
        Assert.Equal(expected, Refused(() => data.Dense("Other", name, 1, [1, 2])));
        Assert.Equal(expected, name.Length == 0 ? expected : Refused(() => data.Dense(name, 1, [1, 2])));
    }

    /// <summary>A name has a hundred letters and digits at most; the selector of a dense input that is not listed is called after it.</summary>
    [Fact]
    public void NamesAreNotTooLong()
    {
        string longest = "A" + new string('9', 99);

        Assert.Equal(longest, Data.OneHot(longest, 2, [0, 1]).Inputs[0].Name);
        Assert.StartsWith($"An input or selector cannot be called {longest}9:", Refused(() => Data.OneHot(longest + "9", 2, [0, 1])), StringComparison.Ordinal);
        Assert.Equal("XVector", Data.Dense("X", 1, [1, 2]).Inputs[0].IndexName);
        Assert.StartsWith("An input or selector cannot be called XVector:", Refused(() => Data.OneHot("XVector", 2, [0, 1]).Dense("X", 1, [1, 2])),
            StringComparison.Ordinal);
    }

    /// <summary>Magnitudes of 1e-50 can be told from 0; smaller ones cannot, but beside a larger one, and 0 by itself is another matter.</summary>
    [Fact]
    public void NumbersAreNotAllTooSmallForTheirSquares()
    {
        Assert.Equal(
            "All targets are of magnitude 9E-51 or less; some must be at least 1E-50, for their squares to be told from 0. Take smaller units of measurement.",
            Refused(() => Data.WithTargets([-9e-51, 1e-60], 1)));
        Assert.StartsWith("All inputs are of magnitude 9E-51 or less;", Refused(() => IdentificationData.FromColumns([9e-51, 0], 1, 2)),
            StringComparison.Ordinal);
        Assert.True(Data.WithTargets([-1e-50, 0], 1).HasTargets);
        Assert.Equal("All targets are zero: there is nothing to learn.", Refused(() => Data.WithTargets([0, 0], 1)));
        Assert.Equal("All inputs are zero: no unit can be on anywhere.", Refused(() => IdentificationData.FromColumns([0, 0, 0, 0], 2, 2)));
        Assert.False(Data.Dense("X", 1, [0, 0]).HasTargets);
        Assert.Equal("The X at datapoint 1, feature 0 is 2E+50; it must be at most 1E+50 in magnitude, for squares to be finite: take larger units of measurement.", Refused(() => Data.Dense("X", 1, [0, 2e50])));
        Assert.Equal("The X at datapoint 0, feature 0 is NaN; it must be finite.", Refused(() => Data.Dense("X", "Which", 2, [double.NaN, 1, 1, 2])));
        Assert.Equal("The X at datapoint 0, feature 1 is -Infinity; it must be finite.",
            Refused(() => Data.Dense("X", "Which", 2, [1, double.NegativeInfinity, 1, 2])));
        Assert.Equal("The target at output 1, datapoint 0 is -2E+50; it must be at most 1E+50 in magnitude, for squares to be finite: take larger units of measurement.", Refused(() => Data.WithTargetColumns([1, 1, -2e50, 1], 2)));
    }

    /// <summary>Targets stay with later inputs, and inputs with later targets.</summary>
    [Fact]
    public void WhatIsAddedStays()
    {
        IdentificationData data = Data.OneHot("Item", 2, [1, 0]).WithTargets([1, 2, 3, 4], 2).Dense("X", 3, [1, 2, 3, 4, 5, 6]);

        Assert.Equal((5, 2, true, true), (data.Features, data.TargetWidth, data.HasTargets, data.GatesComeWithData));
        Assert.Equal([1, 2, 3, 4], data.TargetValues!);
        Assert.Equal(["Item", "X"], data.WithTargetColumns([1, 2], 1).Inputs.Select(input => input.Name));
        Assert.Equal((0, false), (Data.TargetWidth, Data.GatesComeWithData));
        Assert.Equal(data.Columns.SquaredNorm, data.WithTargets([5, 6], 1).Columns.SquaredNorm);
        Assert.Equal(2 + 91, data.Columns.SquaredNorm);
    }

    private static string Refused(Action use) => Assert.ThrowsAny<ArgumentException>(use).Message;
}
