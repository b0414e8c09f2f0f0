using GateDsl.Generators.Analysis.Gating;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>The static member Description: layers, edges and gates as data.</summary>
internal static class DescriptionMember
{
    /// <summary>What a layer or an edge, and what each of its gates with its domain and its table, loads and stores.</summary>
    private const int Operands = 4;

    private const string Builder = "global::GateDsl.CompilerServices.DescriptionBuilder description";

    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        NetworkPlan plan = compilation.Network;
        Parts<LayerModel> layers = new(
            "private static void DescribeLayers", Builder, "description",
            MethodSplitter.Split(compilation.Model.Layers, layer => Operands * (1 + plan.Modules.Count(module => module.Layer == layer.Name))),
            some => code.Each(some, layer => WriteLayer(code, compilation, layer)));
        Parts<WeightMember> edges = new(
            "private static void DescribeEdges", Builder, "description",
            MethodSplitter.Split(plan.Weights, member => (2 * Operands) + (member.Shape == WeightShape.Grid ? member.Extent[0] : 0)),
            some => code.Each(some, member => code.Write($"description.Edges({Literals.Text(member.Name)}, {Literals.Text(member.Source)}, {Literals.Text(member.Target)}, " +
                    $"{Gate(compilation.Model, When(plan, member))}{PairLiterals.Of(member)});")));
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
                if (plan.Weights.Any(member => member.Source == GeneratedNames.Bias))
                {
                    code.Write("description.Bias();");
                }

                edges.WriteInPlace(code);
                code.Write("return description.Build(global::GateDsl.GateDomain.Empty");
                code.Write(string.Join("\n", DomainExpression.Of(DeclaredDomain.Parts(compilation.Model)).Select(part => "    " + part)) + ");");
            });
            layers.WriteMethods(code);
            edges.WriteMethods(code);
        });
    }

    /// <summary>Whether the gate of a layer or of an edge is told as a table over the indices of a datapoint.</summary>
    public static bool HasTables(CompilationPlan compilation) => compilation.Network.Modules.Select(module => module.Gate)
        .Concat(compilation.Network.Weights.Select(member => When(compilation.Network, member)))
        .Any(gate => !gate.IsAlways && IsTable(compilation.Model, gate));

    private static bool IsTable(NetworkModel model, Gate gate) =>
        gate.Numbers.Count == 0 && gate.Rules.All(rule => model.Rule(rule).NotEvaluable is null);

    private static Gate When(NetworkPlan plan, WeightMember member) => plan.Modules.Where(module => module.Layer == member.Target)
        .SelectMany(module => module.Edges).Where(edge => edge.Member == member.Name).Select(edge => edge.When).FirstOrDefault() ?? Planning.Gate.Always;

    private static void WriteLayer(CodeWriter code, CompilationPlan compilation, LayerModel layer)
    {
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
        Gate[] gates = [.. compilation.Network.Modules.Where(module => module.Layer == layer.Name).Select(module => module.Gate).DefaultIfEmpty(Planning.Gate.Always)];
        if (layer.Bank is null)
        {
            code.Write($"description.Layer({Literals.Text(layer.Name)}, {kind}, {layer.Units}, {isSelfGated}, {Gate(compilation.Model, gates[0])});");
            return;
        }

        code.Write($"description.Bank(");
        code.Write($"    {Literals.Text(layer.Name)}, {kind}, {layer.Units}, {isSelfGated},");
        code.Write($"    {string.Join(",\n    ", gates.Select(gate => Gate(compilation.Model, gate)))});");
    }

    /// <summary>A gate with its table over the domain, where every rule in it can be evaluated at compile time.</summary>
    private static string Gate(NetworkModel model, Gate gate)
    {
        if (gate.IsAlways)
        {
            return "global::GateDsl.GateDescription.Always";
        }

        string text = string.Join(" and ", gate.Conditions.Select(condition => $"{condition.Index} in {{{string.Join(", ", condition.Values)}}}")
            .Concat(gate.Rules.Select(rule => $"{rule}({string.Join(", ", model.Rule(rule).Indices.Select(Literals.ParameterName))})"))
            .Concat(gate.Numbers.Select(number => $"{number.Input}[{number.Number}]")));
        if (!IsTable(model, gate))
        {
            return $"new global::GateDsl.GateDescription({Literals.Text(text)}, null)";
        }

        string[] indices = [.. model.Layers.Where(layer => layer.IsIndex).Select(layer => layer.Name)];
        string values = string.Join(", ", indices.Select(index => model.Layer(index).Units));
        string condition = gate.IsNever ? "false"
            : GateExpression.Of(gate, model.Rules, model.Type.Name, index => $"i[{System.Array.IndexOf(indices, index)}]");
        return $"new global::GateDsl.GateDescription({Literals.Text(text)}, global::GateDsl.CompilerServices.RuleValues.Evaluate([{values}], static i => {condition}))";
    }
}
