namespace GateDsl.Gating;

/// <summary>Rising integers in few characters: "0-3, 6, 8".</summary>
internal static class ValueList
{
    public static string Of(IEnumerable<int> rising)
    {
        List<string> parts = new();
        int first = 0;
        int last = -2;
        foreach (int value in rising)
        {
            if (value != last + 1)
            {
                Close(parts, first, last);
                first = value;
            }

            last = value;
        }

        Close(parts, first, last);
        return string.Join(", ", parts);
    }

    private static void Close(List<string> parts, int first, int last)
    {
        if (last < 0)
        {
            return;
        }

        if (last - first >= 2)
        {
            parts.Add(Names.Number(first) + "-" + Names.Number(last));
            return;
        }

        for (int value = first; value <= last; value++)
        {
            parts.Add(Names.Number(value));
        }
    }
}
