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
        double slope = plan.HiddenModules.First().Slope;
        string units = slope > 0 ? $"multiplied by {Literals.Number(slope)} where its own pre-activation is not > 0" : "on where its own pre-activation is > 0";
        string biases = plan.HasBiases ? " with biases" : "";
        code.Line().Summary($"The ReLU network on the same inputs and outputs: {Literals.Count(plan.Depth, "hidden layer")}{biases}, every unit {units}.");
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
