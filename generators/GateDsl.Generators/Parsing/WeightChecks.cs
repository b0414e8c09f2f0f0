using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Names of weights are unique and free, and there are not too many or too large ones. Needs a declaration right in all else.</summary>
internal static class WeightChecks
{
    public static void Check(Declaration declaration)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal) { [declaration.Name] = "the class" };
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            taken[layer.Name] = "layer '" + layer.Name + "'";
        }

        CheckNames(declaration, DeclaredEdges(declaration), taken);
        MemberChecks.Check(declaration, name => ReservedNames.IsGenerated(name) ? "a generated member" : OwnerOfWeight(name));
        if (declaration.IsFaulty)
        {
            return;
        }

        if (declaration.Twin is { } twin)
        {
            CheckNames(declaration, TwinEdges(declaration, twin), new(StringComparer.Ordinal) { ["ReluTwin"] = "the twin" });
        }

        WeightCounts.Check(declaration);

        string? OwnerOfWeight(string name) =>
            taken.TryGetValue(name, out string? owner) && owner.StartsWith("the weight", StringComparison.Ordinal) ? owner : null;
    }

    private static IEnumerable<(string Source, string Target, Location Location)> DeclaredEdges(Declaration declaration) =>
        from layer in declaration.Layers
        where layer.Kind is LayerKind.Hidden or LayerKind.Output
        from source in layer.Sources
        where declaration.Layer(source.Name) is not null
        select (source.Name, layer.Name, source.Location);

    private static IEnumerable<(string Source, string Target, Location Location)> TwinEdges(Declaration declaration, DeclaredTwin twin)
    {
        Location location = twin.Attribute.Locate(declaration.Cancellation);
        int depth = Depth.Of(declaration);
        foreach (DeclaredLayer input in declaration.Layers.Where(layer => layer.IsInput))
        {
            yield return (input.Name, WeightNames.TwinHidden(1), location);
        }

        for (int hidden = 1; hidden < depth; hidden++)
        {
            yield return (WeightNames.TwinHidden(hidden), WeightNames.TwinHidden(hidden + 1), location);
        }

        foreach (DeclaredLayer output in declaration.Layers.Where(layer => layer.Kind == LayerKind.Output))
        {
            yield return (WeightNames.TwinHidden(depth), output.Name, location);
        }
    }

    private static void CheckNames(
        Declaration declaration, IEnumerable<(string Source, string Target, Location Location)> edges, Dictionary<string, string> taken)
    {
        var seen = new HashSet<(string, string)>();
        foreach ((string source, string target, Location location) in edges)
        {
            // A second edge between the same layers is an error of its own.
            if (!seen.Add((source, target)))
            {
                continue;
            }

            string name = WeightNames.Join(source, target);
            string edge = "'" + source + "' -> '" + target + "'";
            NameChecks.CheckLength(declaration, name, location);
            if (taken.TryGetValue(name, out string? owner))
            {
                declaration.Report(NameDescriptors.WeightNamesCollide, location, edge, name, owner);
            }
            else
            {
                taken.Add(name, "the weight of edge " + edge);
            }
        }
    }
}
