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
}
