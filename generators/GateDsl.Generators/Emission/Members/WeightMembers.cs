using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The members that show matrices under the names of their edges: the live weights of a network, or the gradients.</summary>
internal static class WeightMembers
{
    public static void Write(CodeWriter code, NetworkPlan plan) => Write(code, plan, "The live weights of", "_compiled.w");

    public static void Write(CodeWriter code, NetworkPlan plan, string what, string holder) =>
        code.Separated(plan.Weights, member =>
        {
            string shape = $"{member.Targets} x {member.Sources} (target x source)";
            string name = Literals.Identifier(member.Name);
            string edge = member.Source == GeneratedNames.Bias ? $"the bias of {member.Target}" : $"the edge from {member.Source} to {member.Target}";
            string edges = member.Source == GeneratedNames.Bias ? $"the biases of {member.Target}" : $"the edges from {member.Source} to {member.Target}";
            string sizes = $"{member.Targets}, {member.Sources}";
            switch (member.Shape)
            {
                case WeightShape.Matrix:
                    code.Write($"/// <summary>{what} {edge}: {shape}.</summary>");
                    code.Write($"public global::System.Numerics.Tensors.TensorSpan<{plan.Scalar}> {name} => new({holder}.{name}.Span, [{sizes}]);");
                    break;

                case WeightShape.Bank:
                    code.Write($"/// <summary>{what} {edges}, [copy]: each {shape}.</summary>");
                    code.Write($"public global::GateDsl.WeightBank<{plan.Scalar}> {name} => new({Literals.Text(member.Name)}, {sizes}, {holder}.{name});");
                    break;

                default:
                    code.Write($"/// <summary>{what} {edges}, [source copy, target copy]: each {shape}.</summary>");
                    code.Write($"public global::GateDsl.WeightGrid<{plan.Scalar}> {name} =>");
                    code.Write($"    new({Literals.Text(member.Source)}, {Literals.Text(member.Target)}, {sizes}, {holder}.{name});");
                    break;
            }
        });
}
