namespace GateDsl.Tests.Theory.Levels;

/// <summary>Modes of the best linear map, by hand.</summary>
public sealed class LinearMapModesTests
{
    /// <summary>Each input has a datapoint of its own, of length 2 and 1, and a target, of 3 and 5: the stronger is read from the shorter.</summary>
    [Fact]
    public void InputsOfTheirOwnAreModesOfTheirOwn()
    {
        LinearMapModes modes = LinearMapModes.Of(new(2, 2, [2, 0, 0, 1]), new(2, 2, [3, 0, 0, 5]));

        AssertClose([5, 3], modes.Strengths);
        AssertClose([1, 4], modes.InputStrengths);
        Assert.Equal(34, modes.SquaredTargets);
        AssertClose([17, 4.5, 0], [modes.LossOfRank(0), modes.LossOfRank(1), modes.LossOfRank(2)]);
    }

    /// <summary>
    /// One input x = (1, 2, 2) and targets y = (3, 0, 3): of |y|^2 = 18 the map has (x y)^2 / |x|^2 = 9, and v = 1/|x|. A copy of the input adds
    /// nothing, and half of v^2.
    /// </summary>
    [Fact]
    public void WhatInputsDoNotReachIsLeft()
    {
        LinearMapModes one = LinearMapModes.Of(new(3, 1, [1, 2, 2]), new(3, 1, [3, 0, 3]));
        AssertClose([3], one.Strengths);
        AssertClose([9], one.InputStrengths);
        AssertClose([4.5, 4.5], [one.LossOfRank(1), one.LossOfRank(2)]);

        LinearMapModes twice = LinearMapModes.Of(new(3, 2, [1, 1, 2, 2, 2, 2]), new(3, 1, [3, 0, 3]));
        AssertClose([3], twice.Strengths);
        AssertClose([18], twice.InputStrengths);
    }

    private static void AssertClose(double[] expected, double[] actual) => Assert.Equal(expected, actual, (x, y) => Math.Abs(x - y) < 1e-13);
}
