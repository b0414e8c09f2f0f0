namespace GateDsl.Identifying;

/// <summary>A product of sets of values, one set per index: what an and-ed gate is on at.</summary>
/// <param name="Allowed">By index and value.</param>
internal sealed record Box(bool[][] Allowed)
{
    /// <summary>The box of one combination.</summary>
    public static Box Of(int[] point, int[] sizes) => new([.. sizes.Select((size, i) =>
    {
        bool[] allowed = new bool[size];
        allowed[point[i]] = true;
        return allowed;
    })]);

    /// <summary>The box of all combinations.</summary>
    public static Box Whole(IndexSpace space) => new([.. space.Sizes.Select(size => Enumerable.Repeat(true, size).ToArray())]);

    public bool Contains(int[] point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (!Allowed[i][point[i]])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The indices that it restricts: some value that datapoints have is not allowed.</summary>
    public IEnumerable<int> Restricted(IndexSpace space) =>
        Enumerable.Range(0, Allowed.Length).Where(i => Enumerable.Range(0, Allowed[i].Length).Any(v => space.Seen[i][v] && !Allowed[i][v]));

    /// <summary>For comparison: the boxes of a cover are ordered by it.</summary>
    public string Key => string.Join('|', Allowed.Select(values => string.Concat(values.Select(allowed => allowed ? '1' : '0'))));
}
