using GateDsl.Generators.Model;

namespace GateDsl.Generators.Parsing;

/// <summary>How deep a network is; a twin is as deep.</summary>
internal static class Depth
{
    /// <summary>Hidden layers on the longest path from an input to an output; 0 where there is none. Only for graphs without cycles.</summary>
    public static int Of(Declaration declaration)
    {
        var longest = new Dictionary<DeclaredLayer, int?>();
        int depth = 0;
        foreach (DeclaredLayer layer in declaration.Layers.Where(layer => layer.Kind == LayerKind.Output))
        {
            depth = Math.Max(depth, Longest(layer) ?? 0);
        }

        return depth;

        // Hidden layers on the longest path from an input up to and with this layer; null: no path.
        int? Longest(DeclaredLayer layer)
        {
            if (layer.IsInput)
            {
                return 0;
            }

            if (longest.TryGetValue(layer, out int? known))
            {
                return known;
            }

            longest[layer] = null;
            int? best = null;
            foreach (NameArgument source in layer.Sources)
            {
                if (declaration.Layer(source.Name) is { } from && Longest(from) is { } before)
                {
                    best = Math.Max(best ?? 0, before + (layer.Kind == LayerKind.Hidden ? 1 : 0));
                }
            }

            longest[layer] = best;
            return best;
        }
    }
}
