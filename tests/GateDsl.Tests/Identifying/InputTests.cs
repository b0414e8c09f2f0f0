namespace GateDsl.Tests.Identifying;

/// <summary>What inputs and recordings are taken for, and what is refused, in one line.</summary>
public sealed class InputTests
{
    [Fact]
    public void ThePapersInputsAreEightItemsInThreeContexts()
    {
        IdentificationData data = IdentificationData.FromColumns(Columns(8, 3), 11, 24);

        Assert.Equal(["Item", "Context"], data.Inputs.Select(input => input.Name));
        Assert.Equal([8, 3], data.Inputs.Select(input => input.Features));
        Assert.All(data.Inputs, input => Assert.True(input.IsOneHot));
    }

    [Fact]
    public void ThreeOneHotInputsAreItemsAndAContext()
    {
        double[] inputs = new double[7 * 12];
        for (int n = 0; n < 12; n++)
        {
            inputs[(n % 2 * 12) + n] = 1;
            inputs[((2 + (n / 2 % 2)) * 12) + n] = 1;
            inputs[((4 + (n / 4)) * 12) + n] = 1;
        }

        IdentificationData data = IdentificationData.FromColumns(inputs, 7, 12);

        Assert.Equal([("Item1", 2), ("Item2", 2), ("Context", 3)], data.Inputs.Select(input => (input.Name, input.Features)));
    }

    [Fact]
    public void WhatIsNotOneHotIsListed()
    {
        // Two bits and a bias: the third row alone is no one-hot input.
        double[] inputs = [1, -1, 1, -1, -1, 1, 1, -1, 1, 1, 1, 1];

        IdentificationData data = IdentificationData.FromColumns(inputs, 3, 4);

        IdentifiedInput only = Assert.Single(data.Inputs);
        Assert.Equal(("Features", "Stimulus", 3, 4, false), (only.Name, only.IndexName, only.Features, only.IndexValues, only.IsOneHot));
    }

    [Fact]
    public void OneHotAndDenseRowsMayBeMixed()
    {
        double[] inputs = [1, 0, 1, 0, 0, 1, 0, 1, 0.5, 0.5, -1, -1];

        IdentificationData data = IdentificationData.FromColumns(inputs, 3, 4);

        Assert.Equal([("Item", 2), ("Features", 1)], data.Inputs.Select(input => (input.Name, input.Features)));
        Assert.Equal(2, data.Inputs[1].IndexValues);
    }

    /// <summary>One 1 in each column, not as many as there are columns; and a single row of ones is no one-hot input.</summary>
    [Theory]
    [InlineData(new double[] { 1, 0, 1, 0 }, "Features")]
    [InlineData(new double[] { 1, 0, 1, 1 }, "Features")]
    [InlineData(new double[] { 1, 1, 0, 0 }, "Features")]
    [InlineData(new double[] { 1, 0, 0, 0 }, "Features")]
    [InlineData(new double[] { 0, 0, 1, 1 }, "Item")]
    [InlineData(new double[] { 1, 0, 0, 1 }, "Item")]
    [InlineData(new double[] { 1, 0, 0, 2 }, "Features")]
    [InlineData(new double[] { 1, 0, -1, 1 }, "Features")]
    [InlineData(new double[] { 0, -1, 1, 1 }, "Features")]
    public void AOneHotInputHasOneOneInEveryColumn(double[] inputs, string expected) =>
        Assert.Equal(expected, Assert.Single(IdentificationData.FromColumns(inputs, 2, 2).Inputs).Name);

    [Fact]
    public void ZerosOfEitherSignAreOneStimulus()
    {
        double[] inputs = [0.5, 0.5, 2, 0.0, -0.0, -0.0];

        IdentificationData data = IdentificationData.FromColumns(inputs, 2, 3);

        Assert.Equal([0, 0, 1], Assert.Single(data.Inputs).Index);
    }

    [Fact]
    public void InputsTooManyToListAreTakenWithoutASelector()
    {
        double[] inputs = [.. Enumerable.Range(0, 2 * 300).Select(i => i * 0.1)];

        IdentificationData data = IdentificationData.FromColumns(inputs, 2, 300);
        string message = Assert.Throws<ArgumentException>(() => IdentificationData.Of(300).Dense("Features", "Stimulus", 2, inputs)).Message;

        Assert.True(data.GatesComeWithData);
        Assert.False(data.Inputs[0].IsListed);
        Assert.False(IdentificationData.FromColumns(inputs.AsSpan(0, 500), 2, 250).GatesComeWithData);
        Assert.Equal(
            "The inputs are neither one-hot nor small enough to list: 300 different columns of 2 features that are not one-hot; at most 256 columns and 16384 numbers are listed. "
            + "Without a selector for them gates come with the data.",
            message);
    }

    /// <summary>At most 256 vectors, and at most 16,384 numbers in them.</summary>
    [Theory]
    [InlineData(256, 1, true)]
    [InlineData(257, 1, false)]
    [InlineData(256, 64, true)]
    [InlineData(256, 65, false)]
    [InlineData(2, 8_192, true)]
    [InlineData(2, 8_193, false)]
    [InlineData(5, 3_277, false)]
    public void WhatCanBeListedIs(int vectors, int features, bool expected)
    {
        // Every vector twice: only different ones count.
        double[] rows = [.. Enumerable.Range(0, 2 * vectors).SelectMany(n => Enumerable.Range(0, features).Select(f => (0.5 * (n % vectors)) + (0.1 * f) + 2))];
        double[] columns = [.. Enumerable.Range(0, features).SelectMany(f => Enumerable.Range(0, 2 * vectors).Select(n => rows[(n * features) + f]))];

        IdentificationData data = IdentificationData.FromColumns(columns, features, 2 * vectors);

        Assert.Equal((expected, vectors), (Assert.Single(data.Inputs).IsListed, data.Inputs[0].IndexValues));
        Assert.Equal(!expected, data.GatesComeWithData);
        if (expected)
        {
            Assert.True(IdentificationData.Of(2 * vectors).Dense("Features", "Stimulus", features, rows).Inputs[0].IsListed);
        }
        else
        {
            Assert.Throws<ArgumentException>(() => IdentificationData.Of(2 * vectors).Dense("Features", "Stimulus", features, rows));
        }
    }

    [Theory]
    [InlineData(double.NaN, "The input at feature 1, datapoint 2 is NaN; it must be finite.")]
    [InlineData(double.NegativeInfinity, "The input at feature 1, datapoint 2 is -Infinity; it must be finite.")]
    public void InputsAreFinite(double bad, string expected)
    {
        double[] inputs = new double[6];
        inputs[5] = bad;

        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => IdentificationData.FromColumns(inputs, 2, 3)).Message);
    }

    [Theory]
    [InlineData(-0.5, "The activation of unit 1 at datapoint 2 is -0.5; a ReLU layer has none below 0.")]
    [InlineData(double.NaN, "The activation of unit 1 at datapoint 2 is NaN; it must be finite.")]
    [InlineData(double.PositiveInfinity, "The activation of unit 1 at datapoint 2 is Infinity; it must be finite.")]
    public void ActivationsAreThoseOfAReluLayer(double bad, string expected)
    {
        LayerRecordings recordings = new(IdentificationData.Of(3).OneHot("Item", 3, [0, 1, 2]));
        double[] activations = [1, 1, 1, 0, 0, bad];

        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => recordings.Add(activations, units: 2)).Message);
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => recordings.Add([.. activations.Select(value => (float)value)], units: 2)).Message);
        Assert.Equal(0, recordings.Count);
    }

    [Fact]
    public void ActivationsAreNotAllZeroAndOfTheRightSize()
    {
        LayerRecordings recordings = new(IdentificationData.Of(3).OneHot("Item", 3, [0, 1, 2]));

        Assert.Equal("All activations are zero: no unit is on at any datapoint.",
            Assert.Throws<ArgumentException>(() => recordings.Add(new double[6], units: 2)).Message);
        Assert.Equal("There are 6 activations; 3 datapoints of 3 units need 9.",
            Assert.Throws<ArgumentException>(() => recordings.Add(new double[6], units: 3)).Message);
        Assert.Throws<ArgumentException>(() => IdentificationData.Of(1));
        recordings.Add([1, 0, 0], units: 1);
        Assert.Equal("A recording of 2 units does not match the first one, of 1.",
            Assert.Throws<ArgumentException>(() => recordings.Add([1, 0, 0, 1, 0, 0], units: 2)).Message);
    }

    [Fact]
    public void ARecordingMayComeInPieces()
    {
        IdentificationData data = IdentificationData.Of(3).OneHot("Item", 3, [0, 1, 2]);
        LayerRecordings whole = new(data);
        whole.Add([1, 0, 2, 0, 3, 0, 1, 1, 1], units: 3);
        LayerRecordings pieces = new(data);
        pieces.AddUnits([1.0, 0, 2, 0, 3, 0], units: 2);
        pieces.AddUnits([1.0, 1, 1], units: 1);
        pieces.EndRecording();

        Assert.Equal(whole.Gates(0), pieces.Gates(0));
        Assert.Equal(whole.Strengths(0), pieces.Strengths(0));
        Assert.Equal(3, pieces.Units);
    }

    [Fact]
    public void PathStrengthIsTheSquaredNormOfTheShortestWeightsSeen()
    {
        // Items 0, 1 in contexts 0, 1; w = (1, 3; 2, 0) is on everywhere and known up to a shift between items and contexts.
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).OneHot("Context", 2, [0, 0, 1, 1]);
        LayerRecordings recordings = new(data);
        recordings.Add([3, 5, 1, 3], units: 1);

        // (1 + t, 3 + t; 2 - t, -t) is shortest at t = -1/2: 1/4 + 25/4 + 25/4 + 1/4.
        Assert.Equal(13, recordings.Strengths(0)[0], 1e-6);
    }

    private static double[] Columns(int items, int contexts)
    {
        int count = items * contexts;
        double[] columns = new double[(items + contexts) * count];
        for (int n = 0; n < count; n++)
        {
            columns[(n % items * count) + n] = 1;
            columns[((items + (n / items)) * count) + n] = 1;
        }

        return columns;
    }
}
