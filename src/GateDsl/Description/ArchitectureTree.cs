using System.Text;

namespace GateDsl;

/// <summary>Draws an architecture as a tree: layers in declaration order, under each its copies' gates and the edges into it.</summary>
internal static class ArchitectureTree
{
    public static string Draw(NetworkDescription network)
    {
        StringBuilder text = new();
        text.Append(network.Name).Append(": ").Append(LayerWords.Count(network.Parameters, "parameter")).Append(" in ")
            .Append(LayerWords.Count(network.Edges.Count, "weight matrix", "weight matrices")).Append('\n');
        ILookup<string, Wiring> into = LayerWords.WiringOf(network).ToLookup(wiring => wiring.Target, StringComparer.Ordinal);
        for (int i = 0; i < network.Layers.Count; i++)
        {
            LayerDescription layer = network.Layers[i];
            bool isLast = i == network.Layers.Count - 1;
            text.Append(isLast ? "└─ " : "├─ ").Append(layer.Name).Append(": ").Append(LayerWords.Describe(layer));
            if (!layer.IsBank && !layer.Copies[0].Gate.IsAlways)
            {
                text.Append(", ").Append(layer.Copies[0].Gate);
            }

            text.Append('\n');
            AppendBranches(text, isLast ? "   " : "│  ", [.. Branches(layer, into[layer.Name])]);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Branches(LayerDescription layer, IEnumerable<Wiring> into)
    {
        if (layer.IsBank)
        {
            foreach (CopyDescription copy in layer.Copies)
            {
                yield return $"{copy.Name} {copy.Gate}";
            }
        }

        foreach (Wiring wiring in into)
        {
            string matrices = wiring.Edges.Count == 1 ? wiring.Shape : $"{wiring.Edges.Count} matrices of {wiring.Shape}";
            yield return $"from {wiring.Source}: {matrices}" + (wiring.Gate.IsAlways ? "" : $", {wiring.Gate}");
        }
    }

    private static void AppendBranches(StringBuilder text, string indent, string[] branches)
    {
        for (int i = 0; i < branches.Length; i++)
        {
            text.Append(indent).Append(i == branches.Length - 1 ? "└─ " : "├─ ").Append(branches[i]).Append('\n');
        }
    }
}
