using System.Numerics;

namespace GateDsl.Tests.Gating;

/// <summary>
/// The oracle for small domains: is there a w with w·x &gt; 0 for some integer vectors x and w·x &lt;= 0 for the others? Eliminates one
/// component of w after the other by adding every pair of inequalities that bound it from both sides, until 0 &gt; 0 is among what is left
/// or it is not. Slow, and as plain as possible.
/// </summary>
internal static class FourierMotzkin
{
    public static bool IsSeparable(IReadOnlyList<BigInteger[]> points, IReadOnlyList<bool> on)
    {
        Dictionary<string, Inequality> rows = new();
        for (int n = 0; n < points.Count; n++)
        {
            Add(rows, new(points[n].Select(x => on[n] ? x : -x).ToArray(), on[n]));
        }

        List<int> left = Enumerable.Range(0, points[0].Length).ToList();
        while (left.Count > 0)
        {
            // Any order is right; the one with the fewest pairs is fastest.
            int variable = left.MinBy(f => rows.Values.Count(row => row.Normal[f].Sign > 0) * rows.Values.Count(row => row.Normal[f].Sign < 0));
            left.Remove(variable);
            Dictionary<string, Inequality> next = new();
            foreach (Inequality row in rows.Values.Where(row => row.Normal[variable].IsZero))
            {
                Add(next, row);
            }

            foreach (Inequality lower in rows.Values.Where(row => row.Normal[variable].Sign > 0))
            {
                foreach (Inequality upper in rows.Values.Where(row => row.Normal[variable].Sign < 0))
                {
                    BigInteger a = lower.Normal[variable];
                    BigInteger b = -upper.Normal[variable];
                    Add(next, new(lower.Normal.Zip(upper.Normal, (l, u) => (b * l) + (a * u)).ToArray(), lower.IsStrict || upper.IsStrict));
                }
            }

            rows = next;
        }

        return !rows.Values.Any(row => row.IsStrict);
    }

    // Equal inequalities once, the strict one if there are both.
    private static void Add(Dictionary<string, Inequality> rows, Inequality row)
    {
        BigInteger divisor = row.Normal.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        if (!divisor.IsZero)
        {
            row = row with { Normal = row.Normal.Select(entry => entry / divisor).ToArray() };
        }

        string key = string.Join(" ", row.Normal);
        if (!rows.TryGetValue(key, out Inequality? known) || row.IsStrict)
        {
            rows[key] = known is null ? row : row with { IsStrict = row.IsStrict || known.IsStrict };
        }
    }

    // normal·w >= 0, or > 0.
    private sealed record Inequality(BigInteger[] Normal, bool IsStrict);
}
