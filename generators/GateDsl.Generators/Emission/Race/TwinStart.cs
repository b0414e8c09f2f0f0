using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Race.ForTwin: the ReLU twin predicted before any of its weights is drawn.</summary>
internal static class TwinStart
{
    /// <param name="code">Where to.</param>
    /// <param name="compilation">The network and its twin.</param>
    /// <param name="race">The declared pathways; null: there are none to predict the twin by.</param>
    /// <param name="create">The race of a twin's engine, as an expression.</param>
    public static void Write(CodeWriter code, CompilationPlan compilation, RacePlan? race, Func<string, string> create)
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
            if (compilation.Model.Twin is not { } shape)
            {
                code.Call("throw new global::System.NotSupportedException", Literals.Text($"{compilation.Model.Type.Name} declares no twin: add [ReluTwin(width)]."));
            }
            else
            {
                code.Write("global::System.ArgumentNullException.ThrowIfNull(data);");
                code.Block("if (prediction == global::GateDsl.TwinPrediction.Pathways)", () =>
                {
                    if (WhyNotByPathways(shape) is { } whyNot)
                    {
                        code.Call("throw new global::System.NotSupportedException", Literals.Text(whyNot));
                    }
                    else if (race is null)
                    {
                        code.Call("throw new global::System.NotSupportedException", Literals.Text($"{compilation.NoRace} Use TwinPrediction.RepresentativeUnits."));
                    }
                    else if (race.HasOneHiddenLayer)
                    {
                        WritePathways(code, compilation, race, shape.Width(1));
                    }
                    else
                    {
                        code.Call("throw new global::System.NotSupportedException", Literals.Text(
                            "A path has more than one hidden layer: by pathways the twin is predicted for one. Use TwinPrediction.RepresentativeUnits."));
                    }
                });
                string widths = string.Join(", ", compilation.Twin!.HiddenModules.Select(module => module.Units));
                string settings = (shape.HasBias ? ", bias: true" : "") + (shape.Slope > 0 ? $", slope: {Literals.Number(shape.Slope)}" : "");
                string twin = $"global::GateDsl.CompilerServices.TwinRace.Of([{widths}], sigma, seed, draws, Problem(data){settings})";
                code.Line().Write($"return {create(twin)};");
            }
        });
    }

    /// <summary>What the declared pathways cannot explain of a twin, as a sentence; null: nothing.</summary>
    private static string? WhyNotByPathways(AskedTwin shape) =>
        shape.HasBias ? "The twin has biases, which the declared pathways do not explain. Use TwinPrediction.RepresentativeUnits."
        : shape.Slope > 0 ? $"The twin's units leak with slope {Literals.Number(shape.Slope)}, which the declared pathways do not explain. Use TwinPrediction.RepresentativeUnits."
        : null;

    private static void WritePathways(CodeWriter code, CompilationPlan compilation, RacePlan race, int width)
    {
        NetworkPlan network = compilation.Network;
        ModulePlan[] modules = [.. network.HiddenModules.Where(module => race.Pathways.Any(pathway => pathway.Modules.Contains(module.Id)))];
        code.Write("// modules that are always on share half of the twin's units, the others the other half; one kind alone has all");
        code.Call("global::System.Collections.Generic.Dictionary<string, double> widths = global::GateDsl.CompilerServices.TwinWidths.Of", [$"{width}", "data.Count", .. modules.Select(module =>
            $"({Literals.Text(module.Name)}, data.On.{Literals.Identifier(network.GateName(module.Gate))})")]);
        foreach (ModulePlan silent in network.HiddenModules.Except(modules))
        {
            code.Write($"widths.Add({Literals.Text(silent.Name)}, {silent.Units});    // never on together with an output");
        }

        code.Write("return Expect(data, sigma, widths, draws: 0);");
    }
}
