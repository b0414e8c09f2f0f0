using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>Runs in few words.</summary>
internal static class RunList
{
    private const int MostParts = 20;

    /// <summary>As in <c>3-17, 40, 52</c>; the rest of a long list is counted.</summary>
    public static string Print(IEnumerable<int> runs)
    {
        List<(int First, int Last)> parts = [];
        foreach (int run in runs)
        {
            if (parts.Count > 0 && parts[^1].Last == run - 1)
            {
                parts[^1] = (parts[^1].First, run);
            }
            else
            {
                parts.Add((run, run));
            }
        }

        string text = string.Join(", ", parts.Take(MostParts).Select(part => part.First == part.Last
            ? part.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{part.First}-{part.Last}")));
        int rest = parts.Skip(MostParts).Sum(part => part.Last - part.First + 1);
        return rest == 0 ? text : $"{text} and {rest} more";
    }
}
