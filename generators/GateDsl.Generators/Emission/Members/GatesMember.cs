using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The twin's Gates: which unit is on where.</summary>
internal static class GatesMember
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        string[] layers = [.. plan.HiddenModules.Select(module => module.Layer)];
        code.Write($"""
            /// <summary>Which unit of a hidden layer is on at which datapoint: its pre-activation is &gt; 0.</summary>
            /// <param name="data">The datapoints.</param>
            /// <param name="hiddenLayer">1 to {layers.Length}, counted from the inputs.</param>
            /// <returns>[unit, datapoint].</returns>
            """);
        code.Write("public bool[,] Gates(Dataset data, int hiddenLayer = 1) => _compiled.Gates(data, hiddenLayer);");
        code.Line();
        TrainingMembers.WriteInherited(
            code, "FrozenGates",
            "public double[] FrozenGates(Dataset data, int hiddenLayer = 1) => _compiled.FrozenGates(data, hiddenLayer, "
            + $"{Literals.Number(plan.HiddenModules.First().Slope)});");
    }
}
