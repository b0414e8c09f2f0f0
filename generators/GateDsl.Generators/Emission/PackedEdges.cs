using GateDsl.Generators.Emission.Maps;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The matrices of edges as a training by statistics and the race have them.</summary>
internal static class PackedEdges
{
    /// <summary>Weights that one emitted method creates at most; the JIT stops optimising methods that are too long.</summary>
    private const int MostMembers = 300;

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

    /// <param name="code">Where to.</param>
    /// <param name="plan">The network.</param>
    /// <param name="packing">How the matrices stand in a training by statistics; null: as the network has them.</param>
    public static void WritePerEdge(CodeWriter code, NetworkPlan plan, MapStatements? packing = null)
    {
        string list = $"global::System.Collections.Generic.List<global::GateDsl.CompilerServices.EdgeMatrix<{plan.Scalar}>> all";
        Parts<WeightMember> parts = new("private void Create", "", list, "all", plan.Weights, MostMembers, member =>
        {
            if (plan.Weights.Count > MostMembers)
            {
                code.Statement($"{Literals.Identifier(member.Name)} = {NewMatrices(plan, member, packing is not null)};");
            }

            code.Statement($"all.{(member.Shape == WeightShape.Matrix ? "Add" : "AddRange")}(global::GateDsl.CompilerServices.Matrices.Named(" +
                $"{Literals.Text(member.Name)}, {Literals.Text(LayerIn(member.Source, plan))}, {Literals.Text(LayerIn(member.Target, plan))}, {member.Targets}, {member.Sources}, {Literals.Identifier(member.Name)}{(packing?.IsTransposed(member) == true ? ", true" : "")}));");
        });
        code.Summary(packing is null
            ? "One matrix for every edge, target x source, row by row."
            : $"One matrix for every edge, {packing.WeightsDescription}; rows start at multiples of 32 bytes.");
        code.Block("public sealed class PerEdge", () =>
        {
            foreach (WeightMember member in plan.Weights)
            {
                string type = plan.Scalar + member.Shape switch { WeightShape.Matrix => "[]", WeightShape.Bank => "[][]", _ => "[][][]" };
                code.Statement(parts.IsSplit
                    ? $"public {type} {Literals.Identifier(member.Name)} = null!;"
                    : $"public readonly {type} {Literals.Identifier(member.Name)} = {NewMatrices(plan, member, packing is not null)};");
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
        });
    }

    /// <summary>The layer, with [] where it is a bank: the index of the copy follows.</summary>
    private static string LayerIn(string layer, NetworkPlan plan) =>
        plan.Modules.Any(module => module.Layer == layer && module.Copy is not null) ? layer + "[]" : layer;

    private static string NewMatrices(NetworkPlan plan, WeightMember member, bool isPacked)
    {
        string entries = isPacked ? $"{MapStatements.Stride(plan.Scalar, member.Targets)} * {MapStatements.Stride(plan.Scalar, member.Sources)}" : $"UnitsOf.{Literals.Identifier(member.Target)} * UnitsOf.{Literals.Identifier(member.Source)}";
        return member.Shape switch
        {
            WeightShape.Matrix => $"new {plan.Scalar}[{entries}]",
            WeightShape.Bank => $"global::GateDsl.CompilerServices.Matrices.Bank<{plan.Scalar}>({member.Extent[0]}, {entries})",
            _ => $"global::GateDsl.CompilerServices.Matrices.Grid<{plan.Scalar}>({member.Extent[0]}, {member.Extent[1]}, {entries}{PairLiterals.Of(member)})",
        };
    }
}
