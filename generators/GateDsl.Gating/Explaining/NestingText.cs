namespace GateDsl.Gating;

/// <summary>
/// The rows of a gate over two one-hot inputs in their order of inclusion: "Item 4: none; Item 1, 2: Context 0; Item 0: Context 0, 2".
/// </summary>
internal static class NestingText
{
    // Steps of the order that are written before the rest becomes "...".
    private const int MostSteps = 12;

    /// <summary>Null where the datapoints are not all combinations of two one-hot inputs.</summary>
    public static string? Of(IDatapoints datapoints, GatePattern gate)
    {
        if (datapoints is not Domain { Indices.Count: 2, Inputs.Count: 2 } domain || !domain.Inputs.All(layer => layer.IsOneHot))
        {
            return null;
        }

        DomainIndex rows = domain.Indices[0];
        DomainIndex columns = domain.Indices[1];
        string[] steps = Enumerable.Range(0, rows.Values)
            .Select(row => (Row: row, On: Columns(row)))
            .GroupBy(row => ValueList.Of(row.On))
            .OrderBy(group => group.First().On.Length)
            .Select(group => rows.Name + " " + ValueList.Of(group.Select(row => row.Row)) + ": "
                + (group.Key.Length == 0 ? "none" : columns.Name + " " + group.Key))
            .ToArray();
        return string.Join("; ", steps.Take(MostSteps)) + (steps.Length > MostSteps ? "; ..." : "");

        int[] Columns(int row) => Enumerable.Range(0, columns.Values).Where(column => gate[(row * columns.Values) + column]).ToArray();
    }
}
