using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Data;

namespace GateDsl.Generators.Emission;

/// <summary>
/// What a data set has of gates that are numbers: their columns, the products where several multiply a layer, and the report on their patterns.
/// </summary>
internal static class GateNumbers
{
    private const string Product = "global::GateDsl.CompilerServices.DatasetArguments.Product";

    public static void WriteClass(CodeWriter code, NetworkPlan plan, NumbersPlan numbers)
    {
        code.Summary("By gate input: a column for every gate. By layer that several gates multiply: their product.");
        code.Block("internal sealed class PerNumber", () =>
        {
            foreach (InputPlan input in plan.GateInputs)
            {
                code.Write($"public {plan.Scalar}[][] {Literals.Identifier(input.Name)} = [];");
            }

            foreach (MultipliedLayer layer in numbers.Multiplied)
            {
                code.Write($"public {plan.Scalar}[]{(layer.IsBank ? "[]" : "")} {Literals.Identifier(layer.Layer)} = [];");
            }
        });
    }

    /// <summary>The gates of a new data set, as an expression.</summary>
    /// <param name="numbers">Its gates.</param>
    /// <param name="g">What they are read into.</param>
    public static string WithProducts(NumbersPlan numbers, string g) => numbers.Multiplied.Count > 0 ? $"Multiplied({g})" : g;

    /// <summary>Room for the gates of a batch, as an expression.</summary>
    public static string Window(NetworkPlan plan, NumbersPlan numbers)
    {
        IEnumerable<string> names = plan.GateInputs.Select(input => input.Name).Concat(numbers.Multiplied.Select(layer => layer.Layer));
        return $"new() {{ {string.Join(", ", names.Select(Literals.Identifier).Select(name => $"{name} = at.Rows(G.{name})"))} }}";
    }

    /// <summary>The gates of a data set without datapoints, as an expression.</summary>
    public static string None(NetworkPlan plan) => $"new() {{ {string.Join(", ", plan.GateInputs.Select(input =>
        $"{Literals.Identifier(input.Name)} = global::GateDsl.CompilerServices.DatasetArguments.NoGates<{plan.Scalar}>({input.Units})"))} }}";

    public static void WriteProducts(CodeWriter code, NumbersPlan numbers)
    {
        if (numbers.Multiplied.Count == 0)
        {
            return;
        }

        code.Line().Block("private static PerNumber Multiplied(PerNumber g)", () =>
        {
            foreach (MultipliedLayer layer in numbers.Multiplied)
            {
                string products = string.Join(", ", layer.Products.Select(ProductOf));
                code.Write($"g.{Literals.Identifier(layer.Layer)} = {(layer.IsBank ? $"[{products}]" : products)};");
            }

            code.Write("return g;");
        });
    }

    public static void WriteReport(CodeWriter code, NetworkPlan plan, NumbersPlan numbers)
    {
        code.Summary(
            "Every gate of a hidden layer on these datapoints, with its class over their inputs and a witness or certificate: could a ReLU unit have it "
            + "(P1 Lemma 4.1 and beyond it)? Decided exactly, when called.");
        code.Write("public global::GateDsl.GateReport GateReport() => global::GateDsl.CompilerServices.DataGateReporter.Report(");
        string columns = string.Concat(
            plan.Inputs.Where(input => input.Name != GeneratedNames.Bias).Select(input => "\n        " + CensusMember.Column(plan, input, "")));
        IEnumerable<string> gates = numbers.Reported.Select(reported =>
            $",\n    ({Literals.Text(reported.Module.ToString())}, On.{Literals.Identifier(plan.GateName(reported.Gate))})");
        code.Write($"    Description, Count, inputs => inputs{columns}{string.Concat(gates)});");
    }

    private static string ProductOf(EquatableArray<NumberGate> factors) =>
        $"{Product}({string.Join(", ", factors.Select(factor => $"g.{Literals.Identifier(factor.Input)}[{factor.Number}]"))})";
}
