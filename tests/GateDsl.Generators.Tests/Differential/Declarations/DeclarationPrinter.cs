using System.Text;
using static System.FormattableString;

namespace GateDsl.Generators.Tests.Differential.Declarations;

/// <summary>Writes a declaration as the C# that a user would write.</summary>
internal static class DeclarationPrinter
{
    public static string Print(Declaration declaration)
    {
        StringBuilder text = new();
        text.AppendLine($"[GatedNetwork{(declaration.IsDouble ? "(Precision = Precision.Double)" : "")}]");
        if (declaration.TwinWidth is { } width)
        {
            string[] arguments =
            [
                $"{width}",
                .. declaration.TwinDeeper.Select(deeper => $"{deeper}"),
                .. declaration.TwinHasBias ? new[] { "Bias = true" } : [],
                .. declaration.TwinSlope > 0 ? new[] { Invariant($"Slope = {declaration.TwinSlope:R}") } : [],
            ];
            text.AppendLine($"[ReluTwin({string.Join(", ", arguments)})]");
        }

        text.AppendLine($"public sealed partial class {declaration.Name}").AppendLine("{");
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            string type = layer.Kind == Kind.Selector ? "Selector" : layer.Kind == Kind.Gates ? "GateInput" : layer.Bank is null ? "Layer" : "LayerBank";
            text.AppendLine($"    [{string.Join(", ", AttributesOf(layer))}]");
            text.AppendLine($"    public partial {type} {layer.Name} {{ get; }}").AppendLine();
        }

        foreach (Rule rule in declaration.Rules)
        {
            text.AppendLine($"    {rule.Source}").AppendLine();
        }

        return text.AppendLine("}").ToString();
    }

    private static IEnumerable<string> AttributesOf(DeclaredLayer layer)
    {
        yield return layer.Kind switch
        {
            Kind.Dense => $"Input({layer.Units})",
            Kind.OneHot => $"OneHotInput({layer.Units})",
            Kind.Selector => $"Selector({layer.Units})",
            Kind.Gates => $"GateInput({layer.Units})",
            Kind.Hidden => $"Hidden({layer.Units}{Bias(layer)})",
            _ => $"Output({layer.Units}{Loss(layer)}{Bias(layer)})",
        };
        foreach (IGrouping<string?, DeclaredEdge> edges in Runs(layer.Edges))
        {
            string sources = string.Join(", ", edges.Select(edge => $"nameof({edge.Source})"));
            yield return edges.Key is null ? $"From({sources})" : $"From({sources}, When = nameof({edges.Key}))";
        }

        if (layer.Bank is { } bank)
        {
            yield return bank.Size is { } size ? $"OnePerSubset(nameof({bank.Index}), {size})" : $"OnePer(nameof({bank.Index}))";
        }

        foreach (DeclaredValues gate in layer.ActiveIn)
        {
            yield return $"ActiveIn(nameof({gate.Index}){string.Concat(gate.Values.Select(value => $", {value}"))})";
        }

        foreach (DeclaredNumber gate in layer.GatedBy)
        {
            yield return $"GatedBy(nameof({gate.Input}), {gate.Number})";
        }

        foreach (string rule in layer.ActiveWhen)
        {
            yield return $"ActiveWhen(nameof({rule}))";
        }

        if (layer.SelfGated)
        {
            yield return layer.Slope > 0 ? Invariant($"SelfGated(Slope = {layer.Slope:R})") : "SelfGated";
        }
    }

    private static string Bias(DeclaredLayer layer) => layer.HasBias ? ", Bias = true" : "";

    private static string Loss(DeclaredLayer output) => output.Loss == OutputLoss.Squared ? "" : $", Loss = OutputLoss.{output.Loss}";

    /// <summary>Neighbouring edges with the same gate share an attribute; the order of the edges is kept.</summary>
    private static List<IGrouping<string?, DeclaredEdge>> Runs(IReadOnlyList<DeclaredEdge> edges)
    {
        List<IGrouping<string?, DeclaredEdge>> runs = [];
        int start = 0;
        while (start < edges.Count)
        {
            int end = start + 1;
            while (end < edges.Count && edges[end].When == edges[start].When)
            {
                end++;
            }

            runs.Add(edges.Skip(start).Take(end - start).GroupBy(edge => edge.When).Single());
            start = end;
        }

        return runs;
    }
}
