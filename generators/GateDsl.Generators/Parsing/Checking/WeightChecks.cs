using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>Names of weights are unique and free.</summary>
internal static class WeightChecks
{
    public static IEnumerable<Finding> FindNames(Declaration declaration) => Name(declaration).Findings;

    /// <summary>Who has each name of a weight: "the weight of edge 'Item' -> 'Common'".</summary>
    public static IReadOnlyDictionary<string, string> Owners(Declaration declaration) => Name(declaration).Owners;

    /// <summary>Needs a declaration right in all else.</summary>
    public static IEnumerable<Finding> FindTwinNames(Declaration declaration) => declaration.Twin is { } twin
        ? Name(TwinEdges(declaration, twin), new(StringComparer.Ordinal) { [GeneratedNames.ReluTwin] = "the twin" }).Findings
        : [];

    /// <summary>The edges of the twin, all said by its attribute.</summary>
    private static IEnumerable<Edge> TwinEdges(Declaration declaration, DeclaredTwin twin)
    {
        Location location = twin.Attribute.Locate(declaration.Cancellation);
        int depth = TwinChecks.DepthOf(declaration);
        foreach (DeclaredLayer input in declaration.Layers.Where(layer => layer.IsInput))
        {
            yield return new(input.Name, GeneratedNames.TwinHidden(1), location);
        }

        for (int hidden = 1; hidden < depth; hidden++)
        {
            yield return new(GeneratedNames.TwinHidden(hidden), GeneratedNames.TwinHidden(hidden + 1), location);
        }

        foreach (DeclaredLayer output in declaration.Layers.Where(layer => layer.Kind == LayerKindModel.Output))
        {
            yield return new(GeneratedNames.TwinHidden(depth), output.Name, location);
            if (twin.HasBias)
            {
                yield return new(GeneratedNames.Bias, output.Name, location);
            }
        }

        for (int hidden = 1; twin.HasBias && hidden <= depth; hidden++)
        {
            yield return new(GeneratedNames.Bias, GeneratedNames.TwinHidden(hidden), location);
        }
    }

    private static (List<Finding> Findings, Dictionary<string, string> Owners) Name(Declaration declaration)
    {
        Dictionary<string, string> taken = new(StringComparer.Ordinal) { [declaration.Name] = "the class" };
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            taken[layer.Name] = "layer '" + layer.Name + "'";
        }

        DeclaredLayer[] targets = [.. declaration.Layers.Where(layer => layer.Kind is LayerKindModel.Hidden or LayerKindModel.Output)];
        IEnumerable<Edge> edges =
            from layer in targets
            from source in layer.Sources
            where declaration.Layer(source.Name) is not null
            select new Edge(source.Name, layer.Name, source.Location);
        IEnumerable<Edge> biases = targets.Where(layer => layer.Options.HasBias).Select(layer => new Edge(GeneratedNames.Bias, layer.Name, layer.Location));
        return Name(edges.Concat(biases), taken);
    }

    private static (List<Finding> Findings, Dictionary<string, string> Owners) Name(IEnumerable<Edge> edges, Dictionary<string, string> taken)
    {
        List<Finding> findings = [];
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        HashSet<(string, string)> seen = [];
        foreach (Edge edge in edges)
        {
            // A second edge between the same layers is an error of its own.
            if (!seen.Add((edge.Source, edge.Target)))
            {
                continue;
            }

            string name = GeneratedNames.Weight(edge.Source, edge.Target);
            findings.AddRange(NameChecks.FindTooLong(name, edge.Location));
            if (taken.TryGetValue(name, out string? owner) || owners.TryGetValue(name, out owner))
            {
                findings.Add(NameCollisionDescriptors.WeightNamesCollide.At(edge.Location, edge.ToString(), name, owner));
            }
            else
            {
                owners.Add(name, "the weight of edge " + edge);
            }
        }

        return (findings, owners);
    }

    private readonly record struct Edge(string Source, string Target, Location Location)
    {
        public override string ToString() => $"'{Source}' -> '{Target}'";
    }
}
