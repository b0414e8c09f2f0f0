using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Members;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>The static member Description: layers, edges and gates as data.</summary>
internal static class DescriptionMember
{
    private const string Builder = "global::GateDsl.CompilerServices.DescriptionBuilder description";

    private const string Always = "global::GateDsl.GateDescription.Always";

    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        NetworkPlan plan = compilation.Network;
        DescriptionPlan described = compilation.Description;
        Parts<DescribedLayer> layers = new(
            "private static void DescribeLayers", Builder, "description", MethodSplitter.Split(described.Layers, layer => layer.Operands),
            some => code.Each(some, layer => WriteLayer(code, compilation, described, layer)));
        Parts<DescribedEdges> edges = new(
            "private static void DescribeEdges", Builder, "description", MethodSplitter.Split(described.Edges, edges => edges.Operands),
            some => code.Each(some, edges => WriteEdges(code, compilation, described, edges)));
        code.Write("/// <summary>Layers, edges, paths, gates and the number of parameters.</summary>");
        code.Write("public static global::GateDsl.NetworkDescription Description => Described.Description.Value;");
        code.Line();
        GeneratedAttributes.Write(code);
        code.Block("private static class Described", () =>
        {
            code.Write("public static readonly global::System.Lazy<global::GateDsl.NetworkDescription> Description = new(Describe);").Line();
            code.Block("private static global::GateDsl.NetworkDescription Describe()", () =>
            {
                code.Write($"{Builder} = new({Literals.Text(plan.Type.Name)});");
                layers.WriteInPlace(code);
                if (plan.HasBiases)
                {
                    code.Write("description.Bias();");
                }

                edges.WriteInPlace(code);
                code.Write("return description.Build(global::GateDsl.GateDomain.Empty");
                code.Write(string.Join("\n", DomainExpression.Of(described.Domain).Select(part => "    " + part)) + ");");
            });
            layers.WriteMethods(code);
            edges.WriteMethods(code);
        });
    }

    private static void WriteEdges(CodeWriter code, CompilationPlan compilation, DescriptionPlan described, DescribedEdges edges)
    {
        WeightMember member = edges.Member;
        code.Write($"description.Edges({Literals.Text(member.Name)}, {Literals.Text(member.Source)}, {Literals.Text(member.Target)}, " +
            $"{Gate(compilation.Model, described, edges.Gate)}{PairLiterals.Of(member)});");
    }

    private static void WriteLayer(CodeWriter code, CompilationPlan compilation, DescriptionPlan described, DescribedLayer one)
    {
        LayerModel layer = one.Layer;
        string kind = "global::GateDsl.LayerKind." + layer.Kind switch
        {
            LayerKindModel.DenseInput => "Input",
            _ => layer.Kind.ToString(),
        };
        if (layer.Loss != LossModel.Squared)
        {
            code.Write($"description.Loss({Literals.Text(layer.Name)}, global::GateDsl.OutputLoss.{layer.Loss});");
        }

        if (layer.Slope > 0)
        {
            code.Write($"description.Slope({Literals.Text(layer.Name)}, {Literals.Number(layer.Slope)});");
        }

        string isSelfGated = layer.SelfGated ? "true" : "false";
        string[] gates = [.. one.Gates.Select(gate => Gate(compilation.Model, described, gate)).DefaultIfEmpty(Always)];
        if (layer.Bank is null)
        {
            code.Write($"description.Layer({Literals.Text(layer.Name)}, {kind}, {layer.Units}, {isSelfGated}, {gates[0]});");
            return;
        }

        code.Write($"description.Bank(");
        code.Write($"    {Literals.Text(layer.Name)}, {kind}, {layer.Units}, {isSelfGated},");
        code.Write($"    {string.Join(",\n    ", gates)});");
    }

    /// <summary>A gate in the words of the declaration, with its table over the domain where it has one.</summary>
    private static string Gate(NetworkModel model, DescriptionPlan described, DescribedGate one)
    {
        Gate gate = one.Gate;
        if (gate.IsAlways)
        {
            return Always;
        }

        string text = string.Join(" and ", gate.Conditions.Select(condition => $"{condition.Index} in {{{string.Join(", ", condition.Values)}}}")
            .Concat(gate.Rules.Select(rule => $"{rule}({string.Join(", ", model.Rule(rule).Indices.Select(Literals.ParameterName))})"))
            .Concat(gate.Numbers.Select(number => $"{number.Input}[{number.Number}]")));
        if (!one.HasTable)
        {
            return $"new global::GateDsl.GateDescription({Literals.Text(text)}, null)";
        }

        string values = string.Join(", ", described.Indices.Select(index => index.Units));
        string condition = gate.IsNever ? "false"
            : GateExpression.Of(gate, model.Rules, model.Type.Name, index => $"i[{described.Indices.PlaceOf(index)}]");
        string table = $"global::GateDsl.CompilerServices.RuleValues.Evaluate([{values}], static i => {condition})";
        return $"new global::GateDsl.GateDescription({Literals.Text(text)}, {table})";
    }
}
