using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Dataset.Create, once with all dense arguments double and once with all float.</summary>
internal static class CreateMethod
{
    /// <param name="code">Where to write.</param>
    /// <param name="model">The declaration: its order is the order of the arguments.</param>
    /// <param name="plan">The network.</param>
    /// <param name="scalar">"double" or "float".</param>
    public static void Write(CodeWriter code, NetworkModel model, NetworkPlan plan, string scalar)
    {
        LayerModel[] arguments = [.. model.Layers.Where(layer => layer.Kind != LayerKind.Hidden)];
        code.Write("/// <summary>Copies and checks the data, one argument per input, selector and output in declaration order.</summary>");
        foreach (LayerModel layer in arguments)
        {
            code.Write($"/// <param name=\"{Literals.ParameterName(layer.Name)}\">" + (
                layer.IsIndex ? $"One value from 0 to {layer.Units - 1} per datapoint.</param>"
                : layer.IsInput ? $"Datapoints x {layer.Units}, row by row.</param>"
                : $"Targets, datapoints x {layer.Units}, row by row.</param>"));
        }

        code.Write("/// <exception cref=\"global::System.ArgumentException\">Names the argument, the datapoint and the bound.</exception>");
        string parameters = string.Join(",\n    ", arguments.Select(argument =>
            $"global::System.ReadOnlySpan<{(argument.IsIndex ? "int" : scalar)}> {Literals.Parameter(argument.Name)}"));
        code.Block($"public static Dataset Create(\n    {parameters})", () =>
        {
            string first = Literals.Parameter(arguments[0].Name);
            string firstName = Literals.Text(Literals.ParameterName(arguments[0].Name));
            string count = Unused("count", arguments.Select(argument => argument.Name));
            code.Write($"int {count} = global::GateDsl.CompilerServices.DatasetChecks.Datapoints({firstName}, {first}.Length, {PerDatapoint(arguments[0])});");
            foreach (LayerModel layer in arguments)
            {
                string parameter = Literals.Parameter(layer.Name);
                string text = Literals.Text(Literals.ParameterName(layer.Name));
                if (parameter != first)
                {
                    code.Write($"global::GateDsl.CompilerServices.DatasetChecks.Length({text}, {parameter}.Length, {PerDatapoint(layer)}, {count}, {firstName});");
                }

                code.Write(layer.IsIndex
                    ? $"global::GateDsl.CompilerServices.DatasetChecks.Range({text}, {parameter}, {layer.Units});"
                    : $"global::GateDsl.CompilerServices.DatasetChecks.Finite<{scalar}>({text}, {parameter}, {layer.Units});");
            }

            code.Write($"return new Dataset(");
            code.Write($"    {count},");
            code.Write($"    {Initializer("PerInput", plan.Inputs.Select(input => (input.Name, Copied(input.Name, input.IsIndex))))},");
            code.Write($"    {Initializer("PerOutput", plan.Outputs.Select(output => (output.Name, Copied(output.Name, false))))});");
        });

        string Copied(string name, bool isIndex) => isIndex || scalar == plan.Scalar
            ? $"{Literals.Parameter(name)}.ToArray()"
            : $"global::GateDsl.CompilerServices.Conversion.ToArray<{scalar}, {plan.Scalar}>({Literals.Parameter(name)})";
    }

    private static string Initializer(string type, IEnumerable<(string Name, string Value)> members) =>
        $"new {type}\n    {{\n{string.Concat(members.Select(member => $"        {Literals.Identifier(member.Name)} = {member.Value},\n"))}    }}";

    private static int PerDatapoint(LayerModel layer) => layer.IsIndex ? 1 : layer.Units;

    /// <summary>A local name that no parameter has.</summary>
    private static string Unused(string wanted, IEnumerable<string> layers)
    {
        HashSet<string> taken = [.. layers.Select(Literals.ParameterName)];
        while (taken.Contains(wanted))
        {
            wanted += "_";
        }

        return wanted;
    }
}
