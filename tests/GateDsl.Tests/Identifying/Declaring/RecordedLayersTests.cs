namespace GateDsl.Tests.Identifying.Declaring;

/// <summary>Layers of many datapoints: gates of several words each.</summary>
public sealed class RecordedLayersTests
{
    [Fact]
    public void GatesOfManyDatapointsAreThoseOfTheirUnits()
    {
        const int Datapoints = 70;
        IdentificationData data = IdentificationData.Of(Datapoints).OneHot("Item", Datapoints, [.. Enumerable.Range(0, Datapoints)]);
        LayerDatapoints datapoints = LayerDatapoints.Of(Datapoints).Label("Item", Datapoints, [.. Enumerable.Range(0, Datapoints)]);
        Func<int, bool>[] units = [_ => true, n => n < 69, n => n == 65, n => n == 1];
        double[] activations = [.. units.SelectMany(isOn => Enumerable.Range(0, Datapoints).Select(n => isOn(n) ? 1.0 : 0))];
        DeepRecordings recordings = new(data);

        recordings.Add(0, [activations, activations[Datapoints..]]);

        Assert.Equal((0.25, 0), (recordings.AlwaysOn(0, 0), recordings.AlwaysOn(0, 1)));
        for (int layer = 0; layer < 2; layer++)
        {
            Assert.Equal(
                units.Skip(layer).Select(isOn => string.Concat(Enumerable.Range(0, Datapoints).Select(n => isOn(n) ? '1' : '0'))).Order(StringComparer.Ordinal),
                recordings.Census(0, layer, datapoints).Patterns.Select(row => row.Pattern).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Where live units carry nothing no class has a share of what they carry: all that is foreseen of them is apart.</summary>
    [Fact]
    public void LayersThatCarryNothingAreHalfApart()
    {
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]).WithTargets([1, 0.5], 1);
        GateCensus census = GateCensus.Take(
            new[,] { { true, false }, { false, false } }, [0, 1], LayerDatapoints.Of(2).OneHot("Item", 2, [0, 1], InputRole.Item));
        DeepRecordings recordings = new(data);
        recordings.Add(0, [census, census]);

        DeepIdentificationResult found = Identification.OfDeep(recordings, data, new([0.625, 0.62], 0.1, 0.01), new() { Draws = 2 });

        Assert.Equal(1, found.Recorded[0].Censuses[0].ShareOf(GateClass.NeverOn));
        Assert.Equal((0.5, 0.5), (Math.Round(found.GatesApart(1), 12), Math.Round(found.GatesApart(2), 12)));
    }
}
