namespace GateDsl.Tests.Identifying.Refusing;

/// <summary>Recordings that are none, what is said of them, and that whatever was recorded before is as it was.</summary>
public sealed class RefusedRecordingsTests
{
    private static readonly IdentificationData Data = IdentificationData.Of(3).OneHot("Item", 3, [0, 1, 2]);
    private static readonly double[] Two = [1, 0, 2, 0, 3, 0];

    /// <summary>
    /// A piece that is refused takes the pieces before it along: the recording under way is given up, and the next one begins with its first unit.
    /// </summary>
    [Fact]
    public void ARefusedPieceGivesUpTheRecordingUnderWay()
    {
        LayerRecordings recordings = new(Data);
        recordings.Add(Two, 2);
        recordings.AddUnits(Two, 2);

        Assert.StartsWith("The activation of unit 3 at datapoint 1 is -1;", Refused(() => recordings.AddUnits([1, 1, 1, 1, -1.0, 1], 2)),
            StringComparison.Ordinal);
        Assert.StartsWith("The activation of unit 1 at datapoint 0 is NaN;", Refused(() => recordings.AddUnits([1, 1, 1, float.NaN, 1, 1], 2)),
            StringComparison.Ordinal);
        recordings.AddUnits([5.0, 0, 0], 1);
        recordings.AddUnits([0, 0, 7.0], 1);
        recordings.EndRecording();

        Assert.Equal((2, 2, 3), (recordings.Count, recordings.Units, recordings.Datapoints));
        Assert.Equal([5, 2], recordings.Gates(0).ToArray().Select((word, unit) => (int)word));
        Assert.Equal([1, 4], recordings.Gates(1).ToArray().Select((word, unit) => (int)word));
        Assert.Equal([25, 49], recordings.Strengths(1).ToArray());
    }

    /// <summary>A recording that does not end well is gone too.</summary>
    [Fact]
    public void ARecordingThatCannotEndIsGone()
    {
        LayerRecordings recordings = new(Data);
        recordings.Add(Two, 2);
        recordings.AddUnits([1.0, 1, 1], 1);

        Assert.Equal("A recording of 1 units does not match the first one, of 2.", Refused(recordings.EndRecording));
        recordings.AddUnits(new double[6], 2);
        Assert.Equal("All activations are zero: no unit is on at any datapoint.", Refused(recordings.EndRecording));
        recordings.Add(Two, 2);

        Assert.Equal((2, 2), (recordings.Count, recordings.Units));
        Assert.Equal(recordings.Gates(0), recordings.Gates(1));
    }

    [Fact]
    public void GatesHaveAUsableStrengthForEveryUnit()
    {
        bool[,] gates = { { true, false, true }, { false, true, false } };
        LayerRecordings recordings = new(Data);

        Assert.Equal("There are 2 x 3 gates and 1 path strengths; expected are units x 3 datapoints.", Refused(() => recordings.Add(gates, [1])));
        Assert.Equal("There are 1 x 2 gates and 1 path strengths; expected are units x 3 datapoints.",
            Refused(() => recordings.Add(new[,] { { true, true } }, [1])));
        Assert.Equal("There are 2 x 3 gates and 3 path strengths; expected are units x 3 datapoints.", Refused(() => recordings.Add(gates, [1, 1, 1])));
        Assert.Equal("There are 1 x 4 gates and 1 path strengths; expected are units x 3 datapoints.",
            Refused(() => recordings.Add(new[,] { { true, true, true, true } }, [1])));
        Assert.Equal("The path strength of unit 1 is -0.5; it must be finite and not negative.", Refused(() => recordings.Add(gates, [1, -0.5])));
        Assert.Equal("The path strength of unit 0 is NaN; it must be finite and not negative.", Refused(() => recordings.Add(gates, [double.NaN, 1])));
        Assert.Equal("The path strength of unit 1 is Infinity; it must be finite and not negative.",
            Refused(() => recordings.Add(gates, [1, double.PositiveInfinity])));
        Assert.Equal("All activations are zero: no unit is on at any datapoint.", Refused(() => recordings.Add(new bool[2, 3], [1, 1])));
        Assert.Equal((0, 0), (recordings.Count, recordings.Units));

        recordings.Add(gates, [0, 3]);
        Assert.Equal((1, 2, PathStrengthSource.Weights), (recordings.Count, recordings.Units, recordings.StrengthSource));
        Assert.Equal([0, 3], recordings.Strengths(0).ToArray());
        Assert.Equal("Either all recordings are activations, or all are gates with path strengths.", Refused(() => recordings.Add(Two, 2)));
        Assert.Equal("A recording of 1 units does not match the first one, of 2.", Refused(() => recordings.Add(new[,] { { true, true, true } }, [1])));
        Assert.Equal(1, recordings.Count);
    }

    [Fact]
    public void LayersAreOfOneNetworkAtLaterAndLaterEpochs()
    {
        double[] three = [1, 1, 1, .. Two];
        GateCensus census = GateCensus.Take(
            new[,] { { true, true, false }, { false, true, true } }, [1, 2], LayerDatapoints.Of(3).OneHot("Item", 3, [0, 1, 2], InputRole.Item));
        DeepRecordings recordings = new(Data);

        Assert.Equal("Recordings of several hidden layers have at least 2, not 1; of one layer they are LayerRecordings.",
            Refused(() => recordings.Add(0, [Two])));
        Assert.StartsWith("Epoch -1 is none: they count from 0.", Refused(() => recordings.Add(-1, [Two, three])), StringComparison.Ordinal);
        Assert.Equal("Hidden layer 2 at epoch 0: There are 2 activations; 3 datapoints of 0 units need 0.", Refused(() => recordings.Add(0, [Two, [1, 2]])));
        Assert.Equal("Hidden layer 1 at epoch 0: The activation of unit 1 at datapoint 2 is NaN; it must be finite.",
            Refused(() => recordings.Add(0, [[1, 0, 2, 0, 3, double.NaN], three])));
        Assert.Equal((0, 0), (recordings.Layers, recordings.Epochs.Count));

        recordings.Add(0, [Two, three]);
        Assert.Equal((2, PathStrengthSource.Activations), (recordings.Layers, recordings.StrengthSource));
        Assert.StartsWith("Epoch 0 does not come after epoch 0: recordings are added in their order.",
            Refused(() => recordings.Add(0, [Two, three])), StringComparison.Ordinal);
        Assert.StartsWith("Epoch -1 does not come after epoch 0", Refused(() => recordings.Add(-1, [Two, three])), StringComparison.Ordinal);
        Assert.Equal("A recording of 3 layers does not match the first one, of 2.", Refused(() => recordings.Add(1, [Two, three, three])));
        Assert.Equal("A recording of 1 layers does not match the first one, of 2.", Refused(() => recordings.Add(1, [Two])));
        Assert.Equal("Hidden layer 2 at epoch 1 has 2 units, not 3 as before.", Refused(() => recordings.Add(1, [Two, Two])));
        Assert.Equal("Hidden layer 1 at epoch 1 has 3 units, not 2 as before.", Refused(() => recordings.Add(1, [three, three])));
        Assert.Equal("Hidden layer 2 at epoch 1 has 2 units, not 3 as before.", Refused(() => recordings.Add(1, [Two, Two])));
        Assert.Equal("Either all recordings are activations, or all are gates with path strengths.", Refused(() => recordings.Add(1, [census, census])));
        Assert.Equal([0], recordings.Epochs);
        Assert.Equal([2, 3], recordings.Widths);

        recordings.Add(6, [Two, three]);
        Assert.Equal([0, 6], recordings.Epochs);
        Assert.StartsWith("Epoch 4 does not come after epoch 6:", Refused(() => recordings.Add(4, [Two, three])), StringComparison.Ordinal);
        Assert.Equal("Hidden layer 2 at epoch 9: There are 2 activations; 3 datapoints of 0 units need 0.", Refused(() => recordings.Add(9, [Two, [1, 2]])));
    }

    [Fact]
    public void FewerLayersThanBeforeAreRefusedThoughTheyBeSeveral()
    {
        DeepRecordings recordings = new(Data);
        recordings.Add(0, [Two, Two, Two]);

        Assert.Equal("A recording of 2 layers does not match the first one, of 3.", Refused(() => recordings.Add(1, [Two, Two])));
        Assert.Equal(3, recordings.Layers);
    }

    /// <summary>A recording may be as late as after the last update.</summary>
    [Fact]
    public void RecordingsAreOfTheTrainingWhoseLossesAreGiven()
    {
        IdentificationData data = Data.WithTargets([1, 0, 1], 1);
        IdentificationData other = IdentificationData.Of(3).OneHot("Item", 3, [0, 1, 2]).WithTargets([1, 0, 1], 1);
        DeepRecordings recordings = new(data);
        RecordedTraining training = new([1, 0.9], 0.1, 0.01);

        Assert.Equal("There are no recordings.", Refused(() => Identification.OfDeep(recordings, data, training)));
        recordings.Add(3, [Two, Two]);
        Assert.Equal("The recordings are of other inputs than the data.", Refused(() => Identification.OfDeep(recordings, other, training)));
        Assert.Equal("A recording is of epoch 3, but the losses are of 2 updates.", Refused(() => Identification.OfDeep(recordings, data, training)));
        Assert.Equal("There are no recordings.", Refused(() => Identification.Of(new LayerRecordings(data), data)));
        LayerRecordings layer = new(data);
        layer.Add(Two, 2);
        Assert.Equal("The recordings are of other inputs than the data.", Refused(() => Identification.Of(layer, other)));
        DeepIdentificationResult found = Identification.OfDeep(recordings, data, training with { Losses = [1, 0.9, 0.8] }, new() { Draws = 2 });
        Assert.Equal("hiddenLayer", Assert.Throws<ArgumentOutOfRangeException>(() => found.GatesApart(0)).ParamName);
        Assert.Equal("hiddenLayer", Assert.Throws<ArgumentOutOfRangeException>(() => found.GatesApart(3)).ParamName);
        Assert.InRange(found.GatesApart(2), 0, 1);
    }

    /// <summary>Targets say nothing of what was recorded: they may be added later, or be others.</summary>
    [Fact]
    public void TargetsMayBeAddedAfterRecordings()
    {
        LayerRecordings layer = new(Data);
        layer.Add(Two, 2);

        IdentificationResult found = Identification.Of(layer, Data.WithTargets([1, 0, 2], 1).WithTargets([0, 1, 1], 1), new() { Modules = 1, Repetitions = 1 });

        Assert.Equal((2, PathStrengthSource.Activations), (found.Units, found.StrengthSource));
        Assert.Equal("The recordings are of other inputs than the data.", Refused(() => Identification.Of(layer, Data.OneHot("Context", 2, [0, 0, 1]))));
    }

    private static string Refused(Action use) => Assert.ThrowsAny<ArgumentException>(use).Message;
}
