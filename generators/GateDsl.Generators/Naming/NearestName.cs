namespace GateDsl.Generators.Naming;

/// <summary>The name that was probably meant: fewest edits, and few for its length.</summary>
internal static class NearestName
{
    /// <summary>Null where no candidate is near: more edits than a third of the name, or another one just as near.</summary>
    public static string? Among(IEnumerable<string> candidates, string written)
    {
        if (written.Length is 0 or > 100)
        {
            return null;
        }

        string? nearest = null;
        int fewest = Math.Max(1, written.Length / 3) + 1;
        bool tied = false;
        foreach (string candidate in candidates)
        {
            int edits = string.Equals(candidate, written, StringComparison.OrdinalIgnoreCase) ? 0 : Edits(candidate, written);
            if (edits < fewest)
            {
                (nearest, fewest, tied) = (candidate, edits, false);
            }
            else if (edits == fewest && candidate != nearest)
            {
                tied = true;
            }
        }

        return tied ? null : nearest;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).</summary>
    private static int Edits(string one, string other)
    {
        int[,] edits = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Cell(i, j);
            }
        }

        return edits[one.Length, other.Length];

        int Cell(int i, int j)
        {
            int replaced = edits[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            int best = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
            bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            return swapped ? Math.Min(best, edits[i - 2, j - 2] + 1) : best;
        }
    }
}
