using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The twin's Gates: which unit is on where.</summary>
internal static class GatesMember
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        TrainingMembers.WriteInherited(
            code, "Gates", "public bool[,] Gates(Dataset data, int hiddenLayer = 1) => _compiled.Gates(data, hiddenLayer);", TrainingMembers.Inspected);
        code.Line();
        TrainingMembers.WriteInherited(
            code, "FrozenGates",
            "public double[] FrozenGates(Dataset data, int hiddenLayer = 1) => _compiled.FrozenGates(data, hiddenLayer, "
            + $"{Literals.Number(plan.HiddenModules.First().Slope)});",
            TrainingMembers.Inspected);
    }
}
