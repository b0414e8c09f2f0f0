using System.Collections.Immutable;
using GateDsl.Gating;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>Gates that could stand in for one that no ReLU unit can implement, as properties of the diagnostic, for code fixes.</summary>
internal static class GateRepairs
{
    /// <summary>The nearest context-only gate: "Context:0,2".</summary>
    public const string NearestGate = nameof(NearestGate);

    /// <summary>Datapoints at which it differs, "5 of 24".</summary>
    public const string Changed = nameof(Changed);

    /// <summary>Gates for single datapoints that add up to the gate: "Item:0;Context:1|Item:2;Context:0".</summary>
    public const string SinglePoints = nameof(SinglePoints);

    /// <summary>Present where every copy of the layer is never on, so that the layer can go.</summary>
    public const string IsWhole = nameof(IsWhole);

    // Each becomes a property of the class: more of them help nobody.
    private const int MostParts = 64;

    public static ImmutableDictionary<string, string?> Of(GatedDeclaration declaration, LayerModel layer, ModuleVerdict verdict)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;

        // A copy of a bank has no attribute of its own to change, and the gate of an edge stands elsewhere.
        if (layer.Bank is not null || layer.Edges.Any(edge => edge.When is not null) || verdict.IsUngated)
        {
            return properties;
        }

        Domain domain = declaration.Domain!;
        if (ContextGate.NearestTo(domain, verdict.Pattern!) is { } nearest)
        {
            properties = properties
                .Add(NearestGate, domain.Indices[nearest.Index].Name + ":" + string.Join(",", nearest.Values))
                .Add(Changed, $"{nearest.Changed} of {domain.Count}");
        }

        return SingleDatapoints.Of(domain, verdict.Pattern!) is { Count: <= MostParts } parts
            ? properties.Add(SinglePoints, string.Join("|", parts.Select(part => Conditions(domain, part))))
            : properties;
    }

    /// <summary>The gate of one network input: a value of each index, all that add the same; indices that add nothing are left out.</summary>
    private static string Conditions(Domain domain, GatePattern part)
    {
        int first = Enumerable.Range(0, part.Count).First(n => part[n]);
        return string.Join(";",
            from index in Enumerable.Range(0, domain.Indices.Count)
            let alike = Enumerable.Range(0, domain.Indices[index].Values)
                .Where(value => domain.FirstAlike(index, value) == domain.FirstAlike(index, domain.Value(first, index))).ToArray()
            where alike.Length < domain.Indices[index].Values
            select domain.Indices[index].Name + ":" + string.Join(",", alike));
    }
}
