using GateDsl.Gating;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>What to do about a gate that is not checked, as the end of a message.</summary>
internal static class WayOut
{
    /// <param name="declaration">The network.</param>
    /// <param name="reason">Why the gate is not checked.</param>
    /// <param name="isClaimed">The class says that it can be had.</param>
    public static string Of(GatedDeclaration declaration, string reason, bool isClaimed)
    {
        string stimuli = declaration.Domain?.UnknownInput is { } unknown && reason == GateDecider.UnknownValues(unknown)
            ? $"; say them with [Stimuli(nameof(selector), nameof({unknown}), \"row\", ...)] over a selector that says which vector it is"
            : "";
        return isClaimed ? stimuli + "; until it can be checked, 'Rectified = true' is a claim without proof, and may be left out" : stimuli;
    }
}
