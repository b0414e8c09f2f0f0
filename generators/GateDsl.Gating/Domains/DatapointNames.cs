using System.Globalization;

namespace GateDsl.Gating;

/// <summary>How messages name a datapoint: by the names and values of its indices.</summary>
internal static class DatapointNames
{
    public static string Of(IDatapoints datapoints, int datapoint)
    {
        if (datapoints.Indices.Count == 0)
        {
            return "(datapoint " + datapoint.ToString(CultureInfo.InvariantCulture) + ")";
        }

        IEnumerable<string> parts = datapoints.Indices.Select((index, i) =>
            index.Name + " " + datapoints.Value(datapoint, i).ToString(CultureInfo.InvariantCulture));
        return "(" + string.Join(", ", parts) + ")";
    }
}
