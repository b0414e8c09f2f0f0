using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The private part of a network: its matrices, the activations of a block, and the sizes by name.</summary>
internal static class CompiledClass
{
    /// <summary>Weights that one emitted method creates at most; the JIT stops optimising methods that are too long.</summary>
    private const int MostMembers = 300;

    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>What the compiler made of the network: weights, work space, and the methods in the other generated files.</summary>");
        code.Block("internal sealed partial class Compiled", () =>
        {
            WriteState(code, plan);
            code.Line();
            WriteSizes(code, plan);
            code.Line();
            WritePerEdge(code, plan);
            code.Line();
            WritePerModule(code, plan);
            code.Line();
            WriteCheckWeights(code, plan);
        });
    }

    /// <summary>Members by their layers: a module of a bank is an element of the layer's array.</summary>
    public static string Field(ModulePlan module) => Literals.Identifier(module.Layer) + (module.Copy is int copy ? $"[{copy}]" : "");

    private static void WriteState(CodeWriter code, NetworkPlan plan) => code.Write("""
        /// <summary>W_e.</summary>
        public readonly PerEdge Weights = new();

        /// <summary>D_e, the direction of descent: minus the gradient.</summary>
        private readonly PerEdge _steps = new();

        /// <summary>h_v, over a block of datapoints.</summary>
        private readonly PerModule _activations = new();

        /// <summary>The error at v, carried back from the outputs, over a block of datapoints.</summary>
        private readonly PerModule _errors = new();
        """);

    public static void WriteSizes(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>Units of each layer: |v|.</summary>");
        code.Block("private static class UnitsOf", () =>
        {
            foreach (InputPlan input in plan.Inputs.Where(input => input.Kind != Model.LayerKind.Selector))
            {
                code.Write($"public const int {Literals.Identifier(input.Name)} = {input.Units};");
            }

            foreach (ModulePlan module in plan.Modules.Where(module => module.Copy is null or 0))
            {
                code.Write($"public const int {Literals.Identifier(module.Layer)} = {module.Units};");
            }
        });
    }

    public static void WritePerEdge(CodeWriter code, NetworkPlan plan)
    {
        string list = $"global::System.Collections.Generic.List<global::GateDsl.CompilerServices.EdgeMatrix<{plan.Scalar}>> all";
        Parts<WeightMember> parts = new("private void Create", "", list, "all", plan.Weights, MostMembers, member =>
        {
            if (plan.Weights.Count > MostMembers)
            {
                code.Statement($"{Literals.Identifier(member.Name)} = {NewMatrices(plan, member)};");
            }

            code.Statement($"all.{(member.Shape == WeightShape.Matrix ? "Add" : "AddRange")}(global::GateDsl.CompilerServices.Matrices.Named(" +
                $"{Literals.Text(member.Name)}, {Literals.Text(LayerIn(member.Source, plan))}, {Literals.Text(LayerIn(member.Target, plan))}, {member.Targets}, {member.Sources}, {Literals.Identifier(member.Name)}));");
        });
        code.Summary("One matrix for every edge, target x source, row by row.");
        code.Block("public sealed class PerEdge", () =>
        {
            foreach (WeightMember member in plan.Weights)
            {
                string type = plan.Scalar + member.Shape switch { WeightShape.Matrix => "[]", WeightShape.Bank => "[][]", _ => "[][][]" };
                code.Statement(parts.IsSplit
                    ? $"public {type} {Literals.Identifier(member.Name)} = null!;"
                    : $"public readonly {type} {Literals.Identifier(member.Name)} = {NewMatrices(plan, member)};");
            }

            code.Line();
            code.Write("/// <summary>Every matrix with the name of its edge.</summary>");
            code.Write($"public readonly global::GateDsl.CompilerServices.EdgeMatrix<{plan.Scalar}>[] All;").Line();
            code.Block("public PerEdge()", () =>
            {
                code.Write($"{list} = new();");
                parts.WriteInPlace(code);
                code.Write("All = all.ToArray();");
            });
            parts.WriteMethods(code);
            code.Line();
            code.Block("public void Clear()", () =>
            {
                code.Block($"foreach (global::GateDsl.CompilerServices.EdgeMatrix<{plan.Scalar}> edge in All)", () => code.Write("global::System.Array.Clear(edge.Values);"));
            });
        });
    }

    /// <summary>The layer, with [] where it is a bank: the index of the copy follows.</summary>
    private static string LayerIn(string layer, NetworkPlan plan) =>
        plan.Modules.Any(module => module.Layer == layer && module.Copy is not null) ? layer + "[]" : layer;

    private static string NewMatrices(NetworkPlan plan, WeightMember member)
    {
        string entries = $"UnitsOf.{Literals.Identifier(member.Target)} * UnitsOf.{Literals.Identifier(member.Source)}";
        return member.Shape switch
        {
            WeightShape.Matrix => $"new {plan.Scalar}[{entries}]",
            WeightShape.Bank => $"global::GateDsl.CompilerServices.Matrices.Bank<{plan.Scalar}>({member.Extent[0]}, {entries})",
            _ => $"global::GateDsl.CompilerServices.Matrices.Grid<{plan.Scalar}>({member.Extent[0]}, {member.Extent[1]}, {entries}{PairLiterals.Of(member)})",
        };
    }

    private static void WritePerModule(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>One row of units per datapoint of a block, for every module.</summary>");
        code.Block("private sealed class PerModule", () =>
        {
            foreach (IGrouping<string, ModulePlan> layer in plan.Modules.GroupBy(module => module.Layer))
            {
                string name = Literals.Identifier(layer.Key);
                code.Write(layer.First().Copy is null
                    ? $"public readonly {plan.Scalar}[] {name} = new {plan.Scalar}[Dataset.BlockSize * UnitsOf.{name}];"
                    : $"public readonly {plan.Scalar}[][] {name} = global::GateDsl.CompilerServices.Matrices.Bank<{plan.Scalar}>({layer.Count()}, Dataset.BlockSize * UnitsOf.{name});");
            }
        });
    }

    private static void WriteCheckWeights(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>Weights must be finite before anything is computed from them.</summary>");
        code.Block("public void CheckWeights()", () =>
        {
            code.Block($"foreach (global::GateDsl.CompilerServices.EdgeMatrix<{plan.Scalar}> edge in Weights.All)", () =>
                code.Write($"global::GateDsl.CompilerServices.DatasetChecks.FiniteWeights<{plan.Scalar}>(edge.Name, edge.Values, edge.Sources);"));
        });
    }
}
