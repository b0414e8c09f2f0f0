using GateDsl.Gating;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>Verdicts in the words of a message: the proof, then what to do.</summary>
internal static class GateText
{
    // A message has less room than a report.
    private const int MostWeights = 12;

    public static string Explained(GatedDeclaration declaration, ModuleVerdict verdict) =>
        Explanation.Of(declaration.DomainOf(verdict.Module)!, verdict.Pattern!, verdict.Verdict!, MostWeights);

    public static string NotImplementable(GatedDeclaration declaration, LayerModel layer, ModuleVerdict verdict)
    {
        string proof = Explained(declaration, verdict);
        return verdict.IsUngated
            ? "Without a gate the layer is linear: as a ReLU layer it would have to be on everywhere. " + proof
            : proof + Remedy(declaration, layer, verdict);
    }

    private static string Remedy(GatedDeclaration declaration, LayerModel layer, ModuleVerdict verdict)
    {
        Domain domain = declaration.Domain!;
        if (ContextGate.NearestTo(domain, verdict.Pattern!) is not { } nearest)
        {
            return "";
        }

        string context = domain.Indices[nearest.Index].Name;
        string split = layer.Bank is null && SingleDatapoints.Of(domain, verdict.Pattern!) is { } parts
            ? $"; or split the layer into {Text.Number(parts.Count)} modules that are on for a single datapoint each"
            : "";
        return $" The nearest gate by {context} alone is on at {context} {ValueList.Of(nearest.Values)} and differs at "
            + $"{Text.Number(nearest.Changed)} of {Text.Number(domain.Count)} datapoints{split}.{RoleNote.Of(declaration.Model)}";
    }
}
