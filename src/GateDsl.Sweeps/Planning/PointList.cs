using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>Which points of a grid are planned where some are left out: their numbers in ascending order, kept as ranges, <c>0..3,5</c>.</summary>
internal sealed class PointList
{
    private readonly int[] _firsts;

    /// <summary>How many points come before each range.</summary>
    private readonly int[] _before;

    private PointList(List<(int First, int Last)> ranges)
    {
        _firsts = [.. ranges.Select(range => range.First)];
        _before = new int[ranges.Count];
        for (int i = 0; i < ranges.Count; i++)
        {
            _before[i] = Count;
            Count += ranges[i].Last - ranges[i].First + 1;
        }
    }

    /// <summary>Number of points.</summary>
    public int Count { get; }

    /// <summary>The number in the grid of the point at a place of the list.</summary>
    public int this[int index]
    {
        get
        {
            int found = Array.BinarySearch(_before, index);
            int range = found >= 0 ? found : ~found - 1;
            return _firsts[range] + index - _before[range];
        }
    }

    /// <summary>The list of some points.</summary>
    /// <param name="points">Ascending, at least one.</param>
    public static PointList Of(IEnumerable<int> points)
    {
        List<(int First, int Last)> ranges = [];
        foreach (int point in points)
        {
            if (ranges.Count > 0 && ranges[^1].Last == point - 1)
            {
                ranges[^1] = (ranges[^1].First, point);
            }
            else
            {
                ranges.Add((point, point));
            }
        }

        return new PointList(ranges);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null: it is no such list of points of a grid.</summary>
    /// <param name="text">The ranges.</param>
    /// <param name="count">Number of points of the grid.</param>
    public static PointList? Parse(string text, int count)
    {
        List<(int First, int Last)> ranges = [];
        foreach (string element in text.Split(','))
        {
            int dots = element.IndexOf("..", StringComparison.Ordinal);
            (string from, string to) = dots < 0 ? (element, element) : (element[..dots], element[(dots + 2)..]);
            if (!int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                || !int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out int last)
                || last < first || last >= count || (ranges.Count > 0 && first <= ranges[^1].Last))
            {
                return null;
            }

            ranges.Add((first, last));
        }

        return new PointList(ranges);
    }

    public override string ToString() => string.Join(',', _firsts.Select((first, i) =>
    {
        int last = first + (i + 1 < _before.Length ? _before[i + 1] : Count) - _before[i] - 1;
        return first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}..{last}");
    }));
}
