using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>
/// What a rectified linear network (P1 Def. 3.1) does not have, where a class claims to be one (GDSL109): a gated output, and an edge that is
/// closed where its source and its target are both on, unless all edges into the target share the gate.
/// </summary>
internal static class RectifiedClaim
{
    public static IEnumerable<ModelFinding> Find(GatedDeclaration declaration, LayerModel layer)
    {
        if (!declaration.Model.Rectified)
        {
            yield break;
        }

        ModulePlan[] modules = [.. declaration.ModulesOf(layer)];
        if (modules.FirstOrDefault(module => module.IsOutput && IsGated(declaration, module.Gate)) is { } output)
        {
            yield return Finding(
                declaration, new ModelPlace(layer.Name), $"output '{output.Name}' is gated: it is on only {output.Gate.InWords}");
        }

        foreach (EdgeModel edge in layer.Edges.Where(edge => edge.When is not null))
        {
            EdgePlan? closing = modules
                .Where(module => !declaration.EdgesShareOneGate(module))
                .SelectMany(module => module.Edges.Where(candidate => candidate.Id.Source.Layer == edge.Source && Closes(declaration, module, candidate)))
                .FirstOrDefault();
            if (closing is not null)
            {
                yield return Finding(
                    declaration,
                    new ModelPlace(layer.Name, edge.Source),
                    $"edge '{closing.Weight}' is closed at datapoints where its source and its target are on: it is open only {closing.When.InWords}");
            }
        }
    }

    private static ModelFinding Finding(GatedDeclaration declaration, ModelPlace place, string what) =>
        new(GatingDescriptors.NotRectified, DiagnosticSeverity.Error, place, [declaration.Model.Type.Name, what]);

    private static bool IsGated(GatedDeclaration declaration, Gate gate) =>
        declaration.Tables.Of(gate).Pattern is { } pattern ? pattern.OnCount < pattern.Count : !gate.IsAlways;

    private static bool Closes(GatedDeclaration declaration, ModulePlan target, EdgePlan edge)
    {
        Gate ends = (declaration.Module(edge.Id.Source)?.Gate ?? Gate.Always).And(target.Gate);
        return declaration.Tables.Of(ends).Pattern is { } on
            && declaration.Tables.Of(edge.On).Pattern is { } open
            && open.OnCount < on.OnCount;
    }
}
