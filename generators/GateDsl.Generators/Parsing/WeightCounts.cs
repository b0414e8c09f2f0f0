using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Modules, weight matrices and their entries are within <see cref="Limits"/>.</summary>
internal static class WeightCounts
{
    public static void Check(Declaration declaration)
    {
        long modules = 0;
        long weights = 0;
        foreach (DeclaredLayer layer in declaration.Layers.Where(layer => !layer.IsInput && layer.Kind != LayerKind.Selector))
        {
            modules += CopyCount.Of(declaration, layer) ?? 1;
            foreach (NameArgument source in layer.Sources)
            {
                DeclaredLayer from = declaration.Layer(source.Name)!;
                weights += Count(declaration, from, layer);
                CheckEntries(declaration, from, layer, source.Location);
            }
        }

        Location location = declaration.Type.UserLocation() ?? Location.None;
        if (modules > Limits.Modules)
        {
            declaration.Report(
                LimitDescriptors.TooManyModules, location, declaration.Name, Text.Number(modules), Text.Number(Limits.Modules));
        }

        if (weights > Limits.Weights)
        {
            declaration.Report(
                LimitDescriptors.TooManyWeights, location, declaration.Name, Text.Number(weights), Text.Number(Limits.Weights));
        }

        if (declaration.Twin is { } twin)
        {
            CheckTwin(declaration, twin);
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

    private static void CheckEntries(Declaration declaration, DeclaredLayer from, DeclaredLayer to, Location location) =>
        CheckEntries(declaration, WeightNames.Join(from.Name, to.Name), to.Units ?? 0, from.Units ?? 0, location);

    private static void CheckEntries(Declaration declaration, string name, long targets, long sources, Location location)
    {
        if (targets * sources > Limits.WeightEntries)
        {
            declaration.Report(
                LimitDescriptors.WeightTooLarge,
                location,
                name, Text.Number(targets), Text.Number(sources), Text.Number(Limits.WeightEntries));
        }
    }

    private static void CheckTwin(Declaration declaration, DeclaredTwin twin)
    {
        Location location = twin.Attribute.LocateArgument(0, declaration.Cancellation);
        int depth = Depth.Of(declaration);
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            if (layer.IsInput)
            {
                string name = WeightNames.Join(layer.Name, WeightNames.TwinHidden(1));
                CheckEntries(declaration, "ReluTwin." + name, twin.Width, layer.Units ?? 0, location);
            }
            else if (layer.Kind == LayerKind.Output)
            {
                string name = WeightNames.Join(WeightNames.TwinHidden(depth), layer.Name);
                CheckEntries(declaration, "ReluTwin." + name, layer.Units ?? 0, twin.Width, location);
            }
        }

        if (depth > 1)
        {
            string name = WeightNames.Join(WeightNames.TwinHidden(1), WeightNames.TwinHidden(2));
            CheckEntries(declaration, "ReluTwin." + name, twin.Width, twin.Width, location);
        }
    }
}
