namespace GateDsl.Tests.Identifying.Declaring;

/// <summary>What is found in units with given gates and strengths.</summary>
internal static class WholeDeclarations
{
    /// <param name="data">The datapoints.</param>
    /// <param name="gates">By unit a bit for every datapoint.</param>
    /// <param name="strengths">By unit.</param>
    /// <param name="modules">How many; null: as many as are found.</param>
    /// <param name="later">By unit in a second recording; null: there is one.</param>
    public static IdentificationResult Found(IdentificationData data, string[] gates, double[] strengths, int? modules, double[]? later = null)
    {
        bool[,] bits = new bool[gates.Length, data.Count];
        for (int unit = 0; unit < gates.Length; unit++)
        {
            for (int n = 0; n < data.Count; n++)
            {
                bits[unit, n] = gates[unit][n] == '1';
            }
        }

        LayerRecordings recordings = new(data);
        recordings.Add(bits, strengths);
        if (later is not null)
        {
            recordings.Add(bits, later);
        }

        return Identification.Of(recordings, data, new() { Modules = modules, Starts = 8, Repetitions = 2 });
    }
}
