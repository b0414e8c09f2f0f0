using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The constructor: every edge is filled from its own stream of the seed, so that adding a layer leaves the other weights alone.</summary>
internal static class ConstructorMembers
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        code.Write("""
            /// <summary>Draws initial weights. The same seed gives the same weights on every machine.</summary>
            /// <param name="init">The distribution of the weights.</param>
            /// <param name="seed">Each edge draws from its own stream of this seed.</param>
            /// <exception cref="global::System.ArgumentException">The initialiser lacks an edge, or knows one that is not here.</exception>
            """);
        code.Block($"public {Literals.Identifier(plan.ClassName)}(global::GateDsl.IInitializer init, ulong seed)", () =>
        {
            code.Write("global::GateDsl.CompilerServices.InitialWeights.Draw(init, seed, _compiled.Weights.All);");
        });
    }
}
