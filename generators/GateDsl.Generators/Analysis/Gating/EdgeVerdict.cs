using GateDsl.Gating;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>What is known about the gate of an edge that is not one with the gate of its target.</summary>
/// <param name="Target">The module that the edge leads into.</param>
/// <param name="Edge">The edge.</param>
/// <param name="Unseen">Two datapoints that the gate tells apart although the network cannot.</param>
/// <param name="NotChecked">Why nothing more is known; null where <paramref name="Unseen"/> settles it.</param>
internal sealed record EdgeVerdict(ModulePlan Target, EdgePlan Edge, EqualInputs? Unseen, string? NotChecked)
{
    /// <summary>The gate is not known, so that not even a claim about it (GDSL109) is checked.</summary>
    public bool IsUnknown { get; private init; }

    public static IEnumerable<EdgeVerdict> Of(GatedDeclaration declaration, ModulePlan target) =>
        from edge in target.Edges
        where !edge.When.IsAlways
        select Of(declaration, target, edge);

    private static EdgeVerdict Of(GatedDeclaration declaration, ModulePlan target, EdgePlan edge)
    {
        (GatePattern? pattern, string? unknown) = declaration.Tables.Of(edge.When);
        if (pattern is null)
        {
            return new(target, edge, null, unknown) { IsUnknown = true };
        }

        return declaration.TellsApartUnseen(pattern) is { } pair
            ? new(target, edge, pair, null)
            : new(target, edge, null, $"edge '{edge.Weight}' is gated {edge.When.InWords}, and " + (GatedDeclaration.IsFirstLayer(target)
                ? "another edge into the same layer is not"
                : "gates of edges are checked only where all edges into a hidden layer come from inputs and share one"));
    }
}
