using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The twin's Census: the gates that its units have, by pattern and by class.</summary>
internal static class CensusMember
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        string columns = string.Concat(plan.Inputs
            .Where(input => input.Name != GeneratedNames.Bias || plan.IsConstantNews).Select(input => "\n        " + Column(plan, input, "given.")));
        TrainingMembers.WriteInherited(
            code, "Census",
            $"""
            public global::GateDsl.GateCensus Census(Dataset data, int hiddenLayer = 1) => _compiled.Census(
                data, hiddenLayer, given => global::GateDsl.LayerDatapoints.Of(given.Count){columns});
            """,
            TrainingMembers.Inspected);
    }

    /// <summary>An input as what is known of datapoints.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="input">The input.</param>
    /// <param name="data">The data set, with a dot; empty: this one.</param>
    public static string Column(NetworkPlan plan, InputPlan input, string data)
    {
        if (input.Name == GeneratedNames.Bias)
        {
            return $".Constant({Literals.Text(input.Name)})";
        }

        string values = $"{data}X.{Literals.Identifier(input.Name)}";
        return input.Kind switch
        {
            LayerKindModel.OneHotInput => $".OneHot({Literals.Text(input.Name)}, {input.Units}, {values}, global::GateDsl.InputRole.{input.Role})",
            LayerKindModel.Selector => $".Label({Literals.Text(input.Name)}, {input.Units}, {values})",
            _ when plan.Scalar == "double" => $".Dense({Literals.Text(input.Name)}, {input.Units}, {values})",
            _ => $".Dense({Literals.Text(input.Name)}, {input.Units}, global::GateDsl.CompilerServices.Conversion.ToArray<float, double>({values}))",
        };
    }
}
