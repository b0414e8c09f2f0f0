using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Racing;

namespace GateDsl.Generators.Emission;

/// <summary>Race.ForTwin: the ReLU twin predicted before any of its weights is drawn.</summary>
internal static class TwinStart
{
    /// <param name="code">Where to.</param>
    /// <param name="compilation">The network and its twin.</param>
    /// <param name="create">The race of a twin's engine, as an expression.</param>
    public static void Write(CodeWriter code, CompilationPlan compilation, Func<string, string> create)
    {
        code.Summary(
            "The race of the ReLU twin, from data, width and sigma: by representative units, with several hidden layers by representative networks; or by the "
            + "declared pathways. The twin itself is neither drawn nor trained.");
        code.Write("""
            /// <param name="data">The datapoints.</param>
            /// <param name="sigma">Standard deviation of the twin's initial weights.</param>
            /// <param name="prediction">By units: the ReLU network itself. By pathways: what the declaration can explain of it.</param>
            /// <param name="seed">Seed of what is random in representative units and networks.</param>
            /// <param name="draws">Number of representative networks, at least 1; not used with one hidden layer.</param>
            /// <exception cref="global::System.NotSupportedException">No twin, or pathways with more than one hidden layer.</exception>
            """);
        code.Block($"public {RaceSignatures.ForTwin}", () =>
        {
            (TwinStartPlan? plan, string? whyNot) = compilation.TwinStart;
            if (plan is null)
            {
                Refuse(code, whyNot!);
                return;
            }

            code.Write("global::System.ArgumentNullException.ThrowIfNull(data);");
            code.Block("if (prediction == global::GateDsl.TwinPrediction.Pathways)", () =>
            {
                (TwinPathwaysPlan? pathways, string? whyNotByPathways) = plan.ByPathways;
                if (pathways is null)
                {
                    Refuse(code, whyNotByPathways!);
                }
                else
                {
                    WritePathways(code, compilation.Network, pathways);
                }
            });
            string widths = string.Join(", ", plan.Widths);
            string settings = (plan.HasBias ? ", bias: true" : "") + (plan.Slope > 0 ? $", slope: {Literals.Number(plan.Slope)}" : "");
            string twin = $"global::GateDsl.CompilerServices.TwinRace.Of([{widths}], sigma, seed, draws, Problem(data){settings})";
            code.Line().Write($"return {create(twin)};");
        });
    }

    private static void Refuse(CodeWriter code, string whyNot) => code.Call("throw new global::System.NotSupportedException", Literals.Text(whyNot));

    private static void WritePathways(CodeWriter code, NetworkPlan network, TwinPathwaysPlan plan)
    {
        code.Write("// modules that are always on share half of the twin's units, the others the other half; one kind alone has all");
        IEnumerable<string> modules = plan.Sharing.Select(module =>
            $"({Literals.Text(module.Name)}, data.On.{Literals.Identifier(network.GateName(module.Gate))})");
        code.Call(
            "global::System.Collections.Generic.Dictionary<string, double> widths = global::GateDsl.CompilerServices.TwinWidths.Of",
            [$"{plan.Width}", "data.Count", .. modules]);
        foreach (ModulePlan silent in plan.Silent)
        {
            code.Write($"widths.Add({Literals.Text(silent.Name)}, {silent.Units});    // never on together with an output");
        }

        code.Write("return Expect(data, sigma, widths, draws: 0);");
    }
}
