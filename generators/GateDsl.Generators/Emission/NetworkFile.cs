using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The public face of a network: layers, weights, constructor, and the members that train and predict.</summary>
internal static class NetworkFile
{
    public static SourceFile Of(NetworkModel model, NetworkPlan plan)
    {
        CodeWriter code = new();
        Header.Write(code, plan, "The members");
        code.Write("//");
        Header.WriteArchitecture(code, plan);
        TypeShell.Write(code, plan.Type, () =>
        {
            LayerProperties.Write(code, model, plan);
            code.Line();
            WriteMembers(code, plan);
        });
        return new SourceFile($"{plan.Type.HintName}.g.cs", code.ToString());
    }

    public static SourceFile OfTwin(NetworkPlan plan)
    {
        CodeWriter code = new();
        Header.Write(code, plan, "The members");
        code.Write("//");
        Header.WriteArchitecture(code, plan);
        TypeShell.Write(code, plan.Type, () =>
        {
            code.Write($"""
                /// <summary>
                /// The ReLU network on the same inputs and outputs: {plan.Depth} hidden layer{(plan.Depth == 1 ? "" : "s")}, every unit on where its own
                /// pre-activation is &gt; 0.
                /// </summary>
                """);
            code.Block("public sealed partial class ReluTwin", () => WriteMembers(code, plan));
        });
        return new SourceFile($"{plan.Type.HintName}.ReluTwin.g.cs", code.ToString());
    }

    private static void WriteMembers(CodeWriter code, NetworkPlan plan)
    {
        code.Write("private readonly Compiled _compiled = new();").Line();
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
