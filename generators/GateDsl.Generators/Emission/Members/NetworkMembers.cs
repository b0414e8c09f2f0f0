using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The public face of a network: layers, weights, constructor, and the members that train and predict.</summary>
internal static class NetworkMembers
{
    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        LayerProperties.Write(code, compilation);
        code.Line();
        WriteMembers(code, compilation.Network);
    }

    public static void WriteTwin(CodeWriter code, NetworkPlan plan)
    {
        Header.WriteArchitecture(code, plan);
        code.Line().Write($"""
            /// <summary>
            /// The ReLU network on the same inputs and outputs: {plan.Depth} hidden layer{(plan.Depth == 1 ? "" : "s")}, every unit on where its own
            /// pre-activation is &gt; 0.
            /// </summary>
            """);
        GeneratedAttributes.Write(code);
        code.Block("public sealed partial class ReluTwin", () => WriteMembers(code, plan));
    }

    private static void WriteMembers(CodeWriter code, NetworkPlan plan)
    {
        code.Write("private readonly Compiled _compiled = new(Compiled.Declared);").Line();
        ConstructorMembers.Write(code, plan);
        code.Line();
        WeightMembers.Write(code, plan);
        code.Line();
        TrainingMembers.Write(code, plan);
        if (plan.IsTwin)
        {
            code.Line();
            GatesMember.Write(code, plan);
            code.Line();
            CensusMember.Write(code, plan);
        }

        code.Line();
        GradientsClass.Write(code, plan);
        code.Line();
        CompiledClass.Write(code, plan);
    }
}
