using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The nested class that Gradient fills.</summary>
internal static class GradientsClass
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>The gradient of the loss with respect to every weight, under the names of the weights.</summary>");
        code.Block("public sealed class Gradients", () =>
        {
            code.Write("internal readonly Compiled.PerEdge Values = new();").Line();
            WeightMembers.Write(code, plan, "The gradient with respect to the weights", "Values");
        });
    }
}
