using System.Text;

namespace GateDsl;

/// <summary>Draws an architecture as a Mermaid flowchart.</summary>
internal static class MermaidFlowchart
{
    /// <summary>Copies of a bank whose gates are written out.</summary>
    private const int MostGates = 8;

    public static string Draw(NetworkDescription network)
    {
        StringBuilder text = new("flowchart LR\n");
        foreach (LayerDescription layer in network.Layers)
        {
            (string open, string close) = layer.Kind switch
            {
                LayerKind.Input or LayerKind.OneHotInput or LayerKind.Bias => ("([", "])"),
                LayerKind.Selector or LayerKind.GateInput => ("{{", "}}"),
                LayerKind.Output => ("[[", "]]"),
                _ => ("[", "]"),
            };
            text.Append("    ").Append(Id(layer.Name)).Append(open).Append('"').AppendJoin("<br/>", Lines(layer).Select(Escape)).Append('"')
                .Append(close).Append('\n');
        }

        foreach (Wiring wiring in LayerWords.WiringOf(network))
        {
            text.Append("    ").Append(Id(wiring.Source)).Append(wiring.Gate.IsAlways ? " --> " : $" -- \"{Escape(wiring.Gate.Text)}\" --> ")
                .Append(Id(wiring.Target)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(LayerDescription layer)
    {
        yield return layer.Name;
        yield return LayerWords.Describe(layer);
        if (!layer.IsBank)
        {
            if (!layer.Copies[0].Gate.IsAlways)
            {
                yield return layer.Copies[0].Gate.ToString();
            }

            yield break;
        }

        for (int k = 0; k < Math.Min(layer.Copies.Count, MostGates); k++)
        {
            yield return $"[{k}] {layer.Copies[k].Gate}";
        }

        if (layer.Copies.Count > MostGates)
        {
            yield return $"and {layer.Copies.Count - MostGates} more";
        }
    }

    // "end" and other words of the language are no legal ids.
    private static string Id(string layer) => "layer_" + layer;

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
