namespace GateDsl.Identifying;

/// <summary>What gates of a declaration read: its one-hot inputs and selectors, and the combinations of their values that the datapoints have.</summary>
internal sealed class IndexSpace
{
    private IndexSpace(string[] names, string[] taken, int[] sizes, int[][] points)
    {
        (Names, Taken, Sizes, Points) = (names, taken, sizes, points);
        Seen = [.. sizes.Select((size, i) => new bool[size])];
        foreach (int[] point in points)
        {
            for (int i = 0; i < point.Length; i++)
            {
                Seen[i][point[i]] = true;
            }
        }
    }

    /// <summary>Names of the indices.</summary>
    public string[] Names { get; }

    /// <summary>Names that nothing else in a declaration may have: of all inputs and selectors.</summary>
    public string[] Taken { get; }

    /// <summary>Number of values of each.</summary>
    public int[] Sizes { get; }

    /// <summary>The values at each datapoint.</summary>
    public int[][] Points { get; }

    /// <summary>By index, which values some datapoint has.</summary>
    public bool[][] Seen { get; }

    public static IndexSpace Of(IdentificationData data) => new(
        [.. data.Inputs.Select(input => input.IndexName)],
        [.. data.Inputs.SelectMany(input => new[] { input.Name, input.IndexName }).Distinct()],
        [.. data.Inputs.Select(input => input.IndexValues)],
        [.. Enumerable.Range(0, data.Count).Select(n => data.Inputs.Select(input => input.Index[n]).ToArray())]);

    /// <summary>The different combinations at which a gate is as given, in the order they come.</summary>
    public int[][] Where(IReadOnlyList<bool> gate, bool isOn)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        return [.. Points.Where((point, n) => gate[n] == isOn && known.Add(string.Join(' ', point)))];
    }
}
