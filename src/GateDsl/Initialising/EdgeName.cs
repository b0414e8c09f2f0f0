namespace GateDsl;

/// <summary>Names of weights as people write them: the copy's index may be left out, and spaces within it do not matter.</summary>
internal static class EdgeName
{
    /// <summary><c>HighToMix[0,2]</c> becomes <c>HighToMix[0, 2]</c>.</summary>
    public static string Normalise(string edge)
    {
        int bracket = edge.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0
            ? edge.Trim()
            : edge[..bracket].Trim() + edge[bracket..].Replace(" ", "", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal);
    }

    /// <summary><c>ItemToPairs[1]</c> becomes <c>ItemToPairs</c>.</summary>
    public static string WithoutIndex(string edge)
    {
        int bracket = edge.IndexOf('[', StringComparison.Ordinal);
        return (bracket < 0 ? edge : edge[..bracket]).Trim();
    }
}
