namespace GateDsl.Tests.Identifying;

/// <summary>Datapoints whose inputs are equal: which they are, and that a unit does the same at all of them, but for rounding.</summary>
public sealed class EqualInputsTests
{
    /// <summary>Numbers of several digits, which written one behind the other could be others.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheyAreThoseWithEqualValuesOfEveryInput(int inputs)
    {
        const int Datapoints = 400;
        Random random = new(inputs);
        int[] sizes = [.. Enumerable.Range(0, inputs).Select(_ => 25)];
        int[][] values = [.. sizes.Select(size => Enumerable.Range(0, Datapoints).Select(_ => random.Next(size)).ToArray())];
        IdentificationData data = IdentificationData.Of(Datapoints);
        for (int i = 0; i < inputs; i++)
        {
            data = i == 1
                ? data.Dense($"Input{i}", 2, [.. values[i].SelectMany(value => new[] { value % 5, (value / 5) - 2.0 })])
                : data.OneHot($"Input{i}", sizes[i], values[i]);
        }

        for (int n = 0; n < Datapoints; n++)
        {
            Assert.Equal(Enumerable.Range(0, Datapoints).First(m => values.All(value => value[m] == value[n])), data.FirstEqual[n]);
        }
    }

    /// <summary>
    /// Beside a unit's largest activation, 2, what single precision leaves of 0 is on nowhere or on everywhere, as at the first of equal datapoints;
    /// more is refused.
    /// </summary>
    [Theory]
    [InlineData(0, 0, "10011")]
    [InlineData(1, 3, "11111")]
    [InlineData(1e-7, 2, "11111")]
    [InlineData(0, 1e-7, "10011")]
    [InlineData(1e-7, 0, "11111")]
    [InlineData(0, 1.9e-5, "10011")]
    [InlineData(1.9e-5, 0, "11111")]
    [InlineData(0, 2e-5, "10011")]
    [InlineData(0, 2.1e-5, null)]
    [InlineData(2.1e-5, 0, null)]
    [InlineData(0, 2, null)]
    [InlineData(2, 0, null)]
    public void AUnitIsOnAtAllOfThemOrAtNone(double first, double later, string? expected)
    {
        IdentificationData data = IdentificationData.Of(5).OneHot("Item", 3, [0, 1, 1, 0, 2]);
        LayerRecordings recordings = new(data);
        LayerRecordings single = new(data);
        double[] activations = [1, 1, 1, 1, 1, 2, first, later, 2, 2];
        float[] asSingle = [.. activations.Select(value => (float)value)];
        if (expected is null)
        {
            string message = $"Unit 1 is {(first > 0 ? "on" : "off")} at datapoint 1 and {(later > 0 ? "on" : "off")} at datapoint 2, whose inputs are equal (Item 1).";
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => recordings.Add(activations, 2)).Message, StringComparison.Ordinal);
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => single.Add(asSingle, 2)).Message, StringComparison.Ordinal);
            return;
        }

        recordings.Add(activations, 2);
        single.Add(asSingle, 2);

        foreach (LayerRecordings kept in new[] { recordings, single })
        {
            Assert.Equal(expected, string.Concat(Enumerable.Range(0, 5).Select(n => (kept.Gates(0)[1] >> n & 1) != 0 ? '1' : '0')));
        }
    }

    /// <summary>Inputs in words: vectors of up to six numbers whole, longer ones by their first six.</summary>
    [Theory]
    [InlineData(1, "Features (0.5)")]
    [InlineData(6, "Features (0.5, -1, 0.25, 2, 1E-07, 3)")]
    [InlineData(7, "Features (0.5, -1, 0.25, 2, 1E-07, 3, ...)")]
    [InlineData(9, "Features (0.5, -1, 0.25, 2, 1E-07, 3, ...)")]
    public void WhatTheirInputsAreIsSaid(int features, string expected)
    {
        double[] vector = [.. new[] { 0.5, -1, 0.25, 2, 1e-7, 3, 7, 8, 9 }.Take(features)];
        IdentificationData data = IdentificationData.Of(3).OneHot("Item", 2, [1, 0, 1]).Dense("Features", features, [.. vector, .. vector, .. vector]);

        Assert.Equal($"Item 0, {expected}", data.InputAt(1));
        string message = Assert.Throws<ArgumentException>(() => new LayerRecordings(data).Add([1, 1, 0], 1)).Message;
        Assert.Contains($"(Item 1, {expected})", message, StringComparison.Ordinal);
    }

    /// <summary>Of several vectors it is the one of that datapoint.</summary>
    [Fact]
    public void TheVectorThatIsSaidIsThatOfTheDatapoint()
    {
        IdentificationData data = IdentificationData.Of(5).Dense("Features", 2, [1, 2, 3, 4, 3, 4, 5, 6, 1, 2]);

        Assert.Equal(
            ["Features (1, 2)", "Features (3, 4)", "Features (3, 4)", "Features (5, 6)", "Features (1, 2)"],
            Enumerable.Range(0, 5).Select(data.InputAt));
    }

    /// <summary>Vectors differ where any of their numbers does, in its last digit too; numbers of several digits are not run together.</summary>
    [Fact]
    public void VectorsDifferInTheirLastDigits()
    {
        IdentificationData data = IdentificationData.Of(5).Dense("Features", "Which", 2, [1, 11, 11, 1, 1, 11 + 1e-12, 1, 11, 0.5, 111]);

        Assert.Equal([0, 1, 2, 0, 3], data.Inputs[0].Index);
        Assert.Equal([0, 1, 2, 0, 4], data.FirstEqual);
    }

    /// <summary>Equal datapoints need not be neighbours; the unit that is said counts from the first piece of the recording.</summary>
    [Fact]
    public void UnitsOfLaterPiecesAreCountedOn()
    {
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 3, [0, 1, 2, 0]);
        LayerRecordings recordings = new(data);
        recordings.AddUnits([1.0, 1, 1, 1, 0, 1, 0, 0], 2);

        Assert.StartsWith("Unit 3 is on at datapoint 0 and off at datapoint 3,",
            Assert.Throws<ArgumentException>(() => recordings.AddUnits([1.0, 1, 1, 1, 1, 1, 1, 0], 2)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Unit 1 is off at datapoint 0 and on at datapoint 3,",
            Assert.Throws<ArgumentException>(() => recordings.Add(new[,] { { true, true, true, true }, { false, true, true, true } }, [1, 1])).Message,
                StringComparison.Ordinal);
    }

    /// <summary>Of gates there is no rounding.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AGateIsOnAtAllOfThemOrAtNone(bool first)
    {
        IdentificationData data = IdentificationData.Of(3).OneHot("Item", 2, [0, 1, 1]);
        string message = Assert.Throws<ArgumentException>(() => new LayerRecordings(data).Add(new[,] { { true, first, !first } }, [1])).Message;

        Assert.StartsWith($"Unit 0 is {(first ? "on" : "off")} at datapoint 1 and {(first ? "off" : "on")} at datapoint 2", message, StringComparison.Ordinal);
    }
}
