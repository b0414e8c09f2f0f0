namespace GateDsl.Generators.Analysis.Gating;

/// <summary>What to do about a gate that is not checked, as the end of a message.</summary>
internal static class WayOut
{
    public static string Of(GatedDeclaration declaration, bool isClaimed)
    {
        string stimuli = declaration.Domain?.UnknownInput is { } unknown
            ? $"; say them with [Stimuli(nameof(selector), nameof({unknown}), \"row\", ...)] over a selector that says which vector it is"
            : "";
        return isClaimed ? stimuli + "; until it can be checked, 'Rectified = true' is a claim without proof" : stimuli;
    }
}
