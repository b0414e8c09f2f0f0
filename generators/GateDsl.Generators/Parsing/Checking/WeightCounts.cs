using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>Modules, weight matrices and their entries are within <see cref="Limits"/>. Needs a declaration right in all else.</summary>
internal static class WeightCounts
{
    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        DeclaredLayer[] targets = [.. declaration.Layers.Where(layer => !layer.IsGiven)];
        foreach (Finding finding in targets.SelectMany(layer => layer.Sources.SelectMany(source =>
            FindEntries(declaration.Layer(source.Name)!, layer, source.Location))))
        {
            yield return finding;
        }

        long modules = targets.Sum(layer => CopyCount.Of(declaration, layer) ?? 1);
        if (modules > Limits.Modules)
        {
            yield return LimitDescriptors.TooManyModules.At(
                declaration.Location, declaration.Name, Text.Number(modules), Text.Number(Limits.Modules));
        }

        long weights = targets.Sum(layer => layer.Sources.Sum(source => Count(declaration, declaration.Layer(source.Name)!, layer))
            + (layer.Options.HasBias ? CopyCount.Of(declaration, layer) ?? 1 : 0));
        if (weights > Limits.Weights)
        {
            yield return LimitDescriptors.TooManyWeights.At(
                declaration.Location, declaration.Name, Text.Number(weights), Text.Number(Limits.Weights));
        }

        foreach (Finding finding in FindTwinEntries(declaration))
        {
            yield return finding;
        }
    }

    /// <summary>
    /// Weights of an edge: banks of the same kind connect copy to copy, any other two every pair of copies that can be on together as far as
    /// their indices say; further gates, which may keep more pairs apart, are not evaluated for a limit.
    /// </summary>
    private static long Count(Declaration declaration, DeclaredLayer from, DeclaredLayer to)
    {
        long sources = CopyCount.Of(declaration, from) ?? 1;
        long targets = CopyCount.Of(declaration, to) ?? 1;
        if (from.Copies.Count == 0 || to.Copies.Count == 0 || from.Copies[0].Index.Name != to.Copies[0].Index.Name)
        {
            return sources * targets;
        }

        if (from.Copies[0].SubsetSize == to.Copies[0].SubsetSize)
        {
            return sources;
        }

        // Copies over the same index can be on together where their subsets of values meet.
        long values = declaration.Layer(from.Copies[0].Index.Name)?.Units ?? 1;
        long apart = CopyCount.Subsets(values - (from.Copies[0].SubsetSize ?? 1), to.Copies[0].SubsetSize ?? 1);
        return sources * (targets - apart);
    }

    private static IEnumerable<Finding> FindTwinEntries(Declaration declaration)
    {
        if (declaration.Twin is not { } twin)
        {
            return [];
        }

        Location location = twin.Widths[0].Location;
        int depth = TwinChecks.DepthOf(declaration);
        IEnumerable<Finding> ends = declaration.Layers.SelectMany(layer =>
            layer.IsInput ? FindTwinEntries(layer.Name, GeneratedNames.TwinHidden(1), twin.Width(1), layer.Units ?? 0, location)
            : layer.Kind == LayerKindModel.Output ? FindTwinEntries(GeneratedNames.TwinHidden(depth), layer.Name, layer.Units ?? 0, twin.Width(depth), location)
            : []);
        return ends.Concat(Enumerable.Range(1, depth - 1)
            .SelectMany(hidden =>
                FindTwinEntries(GeneratedNames.TwinHidden(hidden), GeneratedNames.TwinHidden(hidden + 1), twin.Width(hidden + 1), twin.Width(hidden), location))
            .Take(1));
    }

    private static IEnumerable<Finding> FindTwinEntries(string source, string target, long targets, long sources, Location location) =>
        FindEntries(GeneratedNames.ReluTwin + "." + GeneratedNames.Weight(source, target), targets, sources, location);

    private static IEnumerable<Finding> FindEntries(DeclaredLayer from, DeclaredLayer to, Location location) =>
        FindEntries(GeneratedNames.Weight(from.Name, to.Name), to.Units ?? 0, from.Units ?? 0, location);

    private static IEnumerable<Finding> FindEntries(string name, long targets, long sources, Location location) =>
        targets * sources <= Limits.WeightEntries
            ? []
            : [LimitDescriptors.WeightTooLarge.At(
                location, name, Text.Number(targets), Text.Number(sources), Text.Number(Limits.WeightEntries))];
}
