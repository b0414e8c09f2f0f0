using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>What a data set has of gates that are numbers: their columns, the products where several multiply a layer, and the report on their patterns.</summary>
internal static class GateNumbers
{
    private const string Product = "global::GateDsl.CompilerServices.DatasetArguments.Product";

    public static void WriteClass(CodeWriter code, NetworkPlan plan)
    {
        code.Summary("By gate input: a column for every gate. By layer that several gates multiply: their product.");
        code.Block("internal sealed class PerNumber", () =>
        {
            foreach (InputPlan input in plan.GateInputs)
            {
                code.Write($"public {plan.Scalar}[][] {Literals.Identifier(input.Name)} = [];");
            }

            foreach (ModulePlan[] layer in Multiplied(plan))
            {
                code.Write($"public {plan.Scalar}[]{(layer[0].Copy is null ? "" : "[]")} {Literals.Identifier(layer[0].Layer)} = [];");
            }
        });
    }

    /// <summary>The gates of a new data set, as an expression.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="g">What they are read into.</param>
    public static string WithProducts(NetworkPlan plan, string g) => Multiplied(plan).Any() ? $"Multiplied({g})" : g;

    /// <summary>Room for the gates of a batch, as an expression.</summary>
    public static string Window(NetworkPlan plan)
    {
        IEnumerable<string> names = plan.GateInputs.Select(input => input.Name).Concat(Multiplied(plan).Select(layer => layer[0].Layer));
        return $"new() {{ {string.Join(", ", names.Select(Literals.Identifier).Select(name => $"{name} = at.Rows(G.{name})"))} }}";
    }

    /// <summary>The gates of a data set without datapoints, as an expression.</summary>
    public static string None(NetworkPlan plan) => $"new() {{ {string.Join(", ", plan.GateInputs.Select(input =>
        $"{Literals.Identifier(input.Name)} = global::GateDsl.CompilerServices.DatasetArguments.NoGates<{plan.Scalar}>({input.Units})"))} }}";

    public static void WriteProducts(CodeWriter code, NetworkPlan plan)
    {
        if (!Multiplied(plan).Any())
        {
            return;
        }

        code.Line().Block("private static PerNumber Multiplied(PerNumber g)", () =>
        {
            foreach (ModulePlan[] layer in Multiplied(plan))
            {
                string products = string.Join(", ", layer.Select(ProductOf));
                code.Write($"g.{Literals.Identifier(layer[0].Layer)} = {(layer[0].Copy is null ? products : $"[{products}]")};");
            }

            code.Write("return g;");
        });
    }

    public static void WriteReport(CodeWriter code, NetworkPlan plan)
    {
        code.Summary(
            "Every gate of a hidden layer on these datapoints, with its class over their inputs and a witness or certificate: could a ReLU unit have it "
            + "(P1 Lemma 4.1 and beyond it)? Decided exactly, when called.");
        code.Write("public global::GateDsl.GateReport GateReport() => global::GateDsl.CompilerServices.DataGateReporter.Report(");
        string columns = string.Concat(plan.Inputs.Where(input => input.Name != GeneratedNames.Bias).Select(input => "\n        " + CensusMember.Column(plan, input, "")));
        IEnumerable<string> gates = plan.HiddenModules.Where(module => !GateOf(module).IsNever).Select(module =>
            $",\n    ({Literals.Text(module.Name)}, On.{Literals.Identifier(plan.GateName(GateOf(module)))})");
        code.Write($"    Description, Count, inputs => inputs{columns}{string.Concat(gates)});");
    }

    /// <summary>Layers of which a module is multiplied by several numbers.</summary>
    private static IEnumerable<ModulePlan[]> Multiplied(NetworkPlan plan) => plan.Modules.Where(module => module.Factors.Count > 1)
        .GroupBy(module => module.Layer).Select(layer => layer.ToArray());

    private static string ProductOf(ModulePlan module) =>
        $"{Product}({string.Join(", ", module.Factors.Select(factor => $"g.{Literals.Identifier(factor.Input)}[{factor.Number}]"))})";

    /// <summary>Where the module is on, with the gate of its edges where all share one.</summary>
    private static Gate GateOf(ModulePlan module) =>
        module.Edges.Count > 0 && module.Edges.All(edge => edge.FromInput && edge.When == module.Edges[0].When) ? module.Edges[0].On : module.Gate;
}
