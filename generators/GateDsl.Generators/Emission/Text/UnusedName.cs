namespace GateDsl.Generators.Emission;

/// <summary>A name of ours that the user's names leave free.</summary>
internal static class UnusedName
{
    public static string Of(string wanted, IEnumerable<string> taken)
    {
        HashSet<string> names = [.. taken];
        while (names.Contains(wanted))
        {
            wanted += "_";
        }

        return wanted;
    }
}
