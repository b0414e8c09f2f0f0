using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The constructor: every edge is filled from its own stream of the seed, so that adding a layer leaves the other weights alone.</summary>
internal static class ConstructorMembers
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <inheritdoc cref=\"global::GateDsl.CompilerServices.InitialWeights.Draw\"/>");
        code.Block($"public {Literals.Identifier(plan.ClassName)}(global::GateDsl.IInitializer init, ulong seed)", () =>
        {
            code.Write("global::GateDsl.CompilerServices.InitialWeights.Draw(init, seed, _compiled.Weights.All);");
        });
    }
}
