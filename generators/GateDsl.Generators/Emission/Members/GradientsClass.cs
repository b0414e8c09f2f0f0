using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The nested class that Gradient fills.</summary>
internal static class GradientsClass
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>The gradient of the loss with respect to every weight, under the names of the weights.</summary>");
        GeneratedAttributes.Write(code);
        code.Block("public sealed class Gradients", () =>
        {
            code.Write($$"""
                internal readonly global::GateDsl.CompilerServices.EdgeStore<{{plan.Scalar}}> Edges = new(Compiled.Declared);
                private readonly Compiled.PerEdge _gradients;

                /// <summary>Gradients that are 0 until they are filled.</summary>
                public Gradients() => _gradients = new Compiled.PerEdge(Edges);
                """).Line();
            WeightMembers.Write(code, plan, "dL/dW of", "_gradients");
        });
    }
}
