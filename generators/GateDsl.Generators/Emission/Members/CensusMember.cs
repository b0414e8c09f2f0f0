using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The twin's Census: the gates that its units have, by pattern and by class.</summary>
internal static class CensusMember
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        code.Write("""
            /// <summary>
            /// The gates that the units of a hidden layer have on the data: for each observed pattern its class, the units that
            /// have it and their share of path strength |w_in| |w_out|. Classes are over the network's input, whichever the layer:
            /// in a deeper one NotImplementable are the gates that no unit of the first layer could have. To follow a training,
            /// train in segments and take a census after each: the weights are those of a training in one, bit for bit.
            /// </summary>
            /// <param name="data">The datapoints.</param>
            /// <param name="hiddenLayer">Counted from the inputs, from 1.</param>
            """);
        code.Block("public global::GateDsl.GateCensus Census(Dataset data, int hiddenLayer = 1)", () =>
        {
            code.Write("bool[,] gates = _compiled.Gates(data, hiddenLayer);");
            code.Write("double[] strengths = _compiled.Strengths($\"Hidden{hiddenLayer}\");");
            code.Write("global::GateDsl.LayerDatapoints inputs = global::GateDsl.LayerDatapoints.Of(data.Count)");
            string[] columns = [.. plan.Inputs.Where(input => input.Name != GeneratedNames.Bias || IsConstantNews(plan)).Select(input => Column(plan, input, "data."))];
            for (int i = 0; i < columns.Length; i++)
            {
                code.Write($"    {columns[i]}{(i == columns.Length - 1 ? ";" : "")}");
            }

            code.Write("return global::GateDsl.GateCensus.Take(gates, strengths, inputs);");
        });
    }

    /// <summary>A unit with a bias sees a constant, which one-hot inputs, whose features sum to 1, show it anyway.</summary>
    private static bool IsConstantNews(NetworkPlan plan) => plan.Weights.Any(member => member.Source == GeneratedNames.Bias)
        && plan.Inputs.All(input => input.Name == GeneratedNames.Bias || input.Kind != LayerKindModel.OneHotInput);

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
