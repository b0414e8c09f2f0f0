using System.Globalization;

namespace GateDsl.Gating;

/// <summary>How messages name datapoints and features: by the declared names and the values.</summary>
internal static class Names
{
    /// <summary>"(Item 2, Context 0)".</summary>
    public static string Datapoint(IDatapoints datapoints, int datapoint)
    {
        if (datapoints.Indices.Count == 0)
        {
            return "(datapoint " + Number(datapoint) + ")";
        }

        IEnumerable<string> parts = datapoints.Indices.Select((index, i) => index.Name + " " + Number(datapoints.Value(datapoint, i)));
        return "(" + string.Join(", ", parts) + ")";
    }

    /// <summary>"Item 2" for a one-hot input, "Stimulus[0]" for a dense one.</summary>
    public static string Feature(IDatapoints datapoints, int feature)
    {
        InputLayer layer = datapoints.Inputs.Last(candidate => candidate.Offset <= feature);
        string number = Number(feature - layer.Offset);
        return layer.IsOneHot ? layer.Name + " " + number : layer.Name + "[" + number + "]";
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
