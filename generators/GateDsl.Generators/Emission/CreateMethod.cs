using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Dataset.Create, once with all dense arguments double and once with all float.</summary>
internal static class CreateMethod
{
    public static void Write(CodeWriter code, NetworkPlan plan, string scalar)
    {
        code.Write("/// <summary>Copies and checks the data, one argument per input, selector and output in declaration order.</summary>");
        foreach (InputPlan input in plan.Inputs)
        {
            code.Write($"/// <param name=\"{Literals.ParameterName(input.Name)}\">" + (input.IsIndex
                ? $"One value from 0 to {input.Units - 1} per datapoint.</param>"
                : $"Datapoints x {input.Units}, row by row.</param>"));
        }

        foreach (OutputPlan output in plan.Outputs)
        {
            code.Write($"/// <param name=\"{Literals.ParameterName(output.Name)}\">Targets, datapoints x {output.Units}, row by row.</param>");
        }

        code.Write("/// <exception cref=\"global::System.ArgumentException\">Names the argument, the datapoint and the bound.</exception>");
        (string Name, int Width, bool IsIndex)[] arguments =
        [
            .. plan.Inputs.Select(input => (input.Name, input.IsIndex ? 1 : input.Units, input.IsIndex)),
            .. plan.Outputs.Select(output => (output.Name, output.Units, false)),
        ];
        string parameters = string.Join(",\n    ", arguments.Select(argument =>
            $"ReadOnlySpan<{(argument.IsIndex ? "int" : scalar)}> {Literals.Parameter(argument.Name)}"));
        code.Block($"public static Dataset Create(\n    {parameters})", () =>
        {
            string first = Literals.Parameter(arguments[0].Name);
            string count = Unused("count", arguments.Select(argument => argument.Name));
            code.Write($"int {count} = global::GateDsl.Generated.DatasetChecks.Datapoints(nameof({first}), {first}.Length, {arguments[0].Width});");
            foreach (var (name, width, isIndex) in arguments)
            {
                string parameter = Literals.Parameter(name);
                if (parameter != first)
                {
                    code.Write($"global::GateDsl.Generated.DatasetChecks.Length(nameof({parameter}), {parameter}.Length, {width}, {count}, nameof({first}));");
                }

                code.Write(isIndex
                    ? $"global::GateDsl.Generated.DatasetChecks.Range(nameof({parameter}), {parameter}, {plan.Inputs.First(input => input.Name == name).Units});"
                    : $"global::GateDsl.Generated.DatasetChecks.Finite(nameof({parameter}), {parameter}, {width});");
            }

            code.Write($"return new Dataset(");
            code.Write($"    {count},");
            code.Write($"    {Initializer("PerInput", plan.Inputs.Select(input => (input.Name, Copied(input.Name, input.IsIndex))))},");
            code.Write($"    {Initializer("PerOutput", plan.Outputs.Select(output => (output.Name, Copied(output.Name, false))))});");
        });

        string Copied(string name, bool isIndex) => isIndex || scalar == plan.Scalar
            ? $"{Literals.Parameter(name)}.ToArray()"
            : $"global::GateDsl.Generated.Conversion.ToArray<{scalar}, {plan.Scalar}>({Literals.Parameter(name)})";
    }

    private static string Initializer(string type, IEnumerable<(string Name, string Value)> members) =>
        $"new {type}\n    {{\n{string.Concat(members.Select(member => $"        {Literals.Identifier(member.Name)} = {member.Value},\n"))}    }}";

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
