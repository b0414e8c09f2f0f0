using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Data;

namespace GateDsl.Generators.Emission;

/// <summary>Dataset.Create, once with all dense arguments double and once with all float.</summary>
internal static class CreateMethod
{
    /// <param name="code">Where to write.</param>
    /// <param name="compilation">The network, and the declaration: its order is the order of the arguments.</param>
    /// <param name="way">How numbers are given.</param>
    public static void Write(CodeWriter code, CompilationPlan compilation, WayOfGiving way)
    {
        (NetworkModel model, NetworkPlan plan) = (compilation.Model, compilation.Network);
        string scalar = way.Scalar;
        LayerModel[] arguments = [.. model.Layers.Where(layer => layer.Kind != LayerKindModel.Hidden)];
        WriteDocumentation(code, arguments, way);
        string parameters = string.Join(",\n    ", arguments.Select(argument =>
            $"global::System.ReadOnlySpan<{way.TypeOf(argument)}> {Literals.Parameter(argument.Name)}"));
        string[] names = [.. arguments.Select(argument => Literals.ParameterName(argument.Name))];
        string at = UnusedName.Of("at", names);
        string x = UnusedName.Of("x", names);
        string y = UnusedName.Of("y", names);
        string g = UnusedName.Of("g", names);
        code.Block($"public static Dataset Create(\n    {parameters})", () =>
        {
            code.Write($"global::GateDsl.CompilerServices.DatasetArguments {at} = new();");
            code.Write($"(PerInput {x}, PerOutput {y}) = (new(), new());");
            if (plan.GateInputs.Count > 0)
            {
                code.Write($"PerNumber {g} = new();");
            }

            foreach (LayerModel layer in arguments)
            {
                string given = $"{Literals.Text(Literals.ParameterName(layer.Name))}, {Literals.Parameter(layer.Name)}, {layer.Units}";
                if (layer.Kind == LayerKindModel.GateInput)
                {
                    string types = way.TypeOf(layer) == "bool" ? plan.Scalar : $"{scalar}, {plan.Scalar}";
                    code.Write($"{g}.{Literals.Identifier(layer.Name)} = {at}.Gates<{types}>({given});");
                    continue;
                }

                code.Write($"{(layer.Kind == LayerKindModel.Output ? y : x)}.{Literals.Identifier(layer.Name)} = " +
                    (layer.IsGivenAsIndices ? $"{at}.Indices({given});" : $"{at}.{Reader(layer)}<{scalar}, {plan.Scalar}>({given});"));
            }

            if (BiasEdges.HasInput(model))
            {
                code.Write($"{x}.{GeneratedNames.Bias} = new int[{at}.Count];    // the one value that it has");
            }

            string gates = plan.GateInputs.Count > 0 ? ", " + GateNumbers.WithProducts(compilation.Numbers, g) : "";
            code.Write($"return new Dataset({at}.Count, {x}, {y}{gates});");
        });
    }

    private static string Reader(LayerModel layer) => Losses.Of(layer.Loss).Targets == TargetsModel.Shares ? "Shares" : "Values";

    private static void WriteDocumentation(CodeWriter code, LayerModel[] arguments, WayOfGiving way)
    {
        if (way.InWords is { } inWords)
        {
            code.Summary($"The same where {inWords}.");
            return;
        }

        code.Write("/// <summary>Copies and checks the data, one argument per input, selector and output in declaration order.</summary>");
        foreach (LayerModel layer in arguments)
        {
            code.Write($"/// <param name=\"{Literals.ParameterName(layer.Name)}\">" + (
                Losses.Of(layer.Loss).Targets == TargetsModel.Labels ? $"Targets, one label from 0 to {layer.Units - 1} per datapoint.</param>"
                : Losses.Of(layer.Loss).Targets == TargetsModel.Shares ? $"Targets from 0 to 1, datapoints x {layer.Units}, row by row.</param>"
                : layer.IsIndex ? $"One value from 0 to {layer.Units - 1} per datapoint.</param>"
                : layer.Kind == LayerKindModel.GateInput ? $"Gates, datapoints x {layer.Units}, row by row: 0 is closed.</param>"
                : layer.IsInput ? $"Datapoints x {layer.Units}, row by row.</param>"
                : $"Targets, datapoints x {layer.Units}, row by row.</param>"));
        }

        code.Write("/// <exception cref=\"global::System.ArgumentException\">Names the argument, the datapoint and the bound.</exception>");
    }
}
