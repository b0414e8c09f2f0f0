namespace GateDsl;

/// <summary>Inputs that are on together somewhere belong together, and so does what belongs to either.</summary>
internal sealed class InputGroups
{
    // A group is called after its first input.
    private readonly int[] _group;

    /// <param name="inputs">How many; each is alone at first.</param>
    public InputGroups(int inputs)
    {
        _group = new int[inputs];
        for (int p = 0; p < inputs; p++)
        {
            _group[p] = p;
        }
    }

    /// <summary>Some datapoint has both on.</summary>
    public void Join(int p, int j)
    {
        (int kept, int joined) = (Math.Min(_group[p], _group[j]), Math.Max(_group[p], _group[j]));
        if (kept != joined)
        {
            _group.AsSpan().Replace(joined, kept);
        }
    }

    /// <summary>The inputs of every group in their order; groups stand in the order of their first inputs.</summary>
    public List<int[]> All()
    {
        List<int[]> groups = [];
        for (int first = 0; first < _group.Length; first++)
        {
            if (_group[first] == first)
            {
                groups.Add(Members(first));
            }
        }

        return groups;
    }

    private int[] Members(int first)
    {
        List<int> members = [];
        for (int p = first; p < _group.Length; p++)
        {
            if (_group[p] == first)
            {
                members.Add(p);
            }
        }

        return [.. members];
    }
}
