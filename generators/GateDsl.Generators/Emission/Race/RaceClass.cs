using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The nested class Race: where a prediction starts and how it is integrated.</summary>
internal static class RaceClass
{
    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        NetworkPlan network = compilation.Network;
        code.Write("/// <summary>The neural race reduction: the training of the network, predicted without training it.</summary>");
        code.Block("public sealed partial class Race", () =>
        {
            if (compilation.Race is { } race)
            {
                WriteRace(code, compilation, race);
            }
            else
            {
                WriteRefusals(code, network, compilation.NoRace!);
            }
        });
    }

    private static void WriteRace(CodeWriter code, CompilationPlan compilation, RacePlan race)
    {
        code.Write("""
            private readonly Dataset _data;
            private readonly global::GateDsl.CompilerServices.StartWeights? _start;
            private readonly global::GateDsl.CompilerServices.TwinRace? _twin;

            private Race(Dataset data, global::GateDsl.CompilerServices.StartWeights? start, global::GateDsl.CompilerServices.TwinRace? twin = null)
            {
                global::System.ArgumentNullException.ThrowIfNull(data);
                _data = data;
                _start = start;
                _twin = twin;
            }
            """).Line();
        RaceStart.Write(code, compilation, race);
        code.Line();
        TwinStart.Write(code, compilation, race);
        code.Line();
        code.Write("""
            /// <summary>Integrates the reduction: a loss for each epoch before its update, and the strengths of all modes.</summary>
            /// <param name="epochs">Number of epochs.</param>
            /// <param name="stepSize">Step size of gradient descent on the scale of the loss.</param>
            /// <param name="lossScale">Scale of the loss.</param>
            /// <param name="reduction">Exact, by modes (Eq. 6), or in closed form.</param>
            /// <exception cref="global::System.NotSupportedException">An assumption fails; the message says which and by how much.</exception>
            public global::GateDsl.RaceLog Integrate(
                int epochs,
                double stepSize,
                global::GateDsl.LossScale lossScale = global::GateDsl.LossScale.Sum,
                global::GateDsl.Reduction reduction = global::GateDsl.Reduction.Exact) =>
                _twin is not null
                    ? _twin.Integrate(epochs, stepSize, lossScale, reduction)
                    : global::GateDsl.CompilerServices.RaceIntegration.Run(new Reduced(_data, _start!), epochs, stepSize, lossScale, reduction);
            """).Line();
        code.Write($$"""
            /// <summary>Predicts a training with these options, batches, momentum and decay too. From actual weights it is exact.</summary>
            /// <param name="options">As of the training.</param>
            /// <param name="test">Datapoints that are not trained on, whose loss is logged too; null: none.</param>
            /// <exception cref="global::System.ArgumentException">An option is out of its bounds, or names an edge that is not here.</exception>
            public global::GateDsl.RaceLog Integrate(global::GateDsl.TrainingOptions options, Dataset? test = null) => _twin is not null
                ? _twin.Integrate(options, test is null ? null : Problem(test))
                : global::GateDsl.CompilerServices.RaceTraining.Run(
                    new Compiled(Compiled.{{LayerUnitsMembers.RaceUnits(compilation)}}), _start!, new Reduced(_data, _start!), _data, options, test, Problem);
            """).Line();
        ProblemMember.Write(code, compilation.Network, compilation.Maps!, race);
        code.Line();
        ReducedClass.Write(code, compilation, race);
    }

    private static void WriteRefusals(CodeWriter code, NetworkPlan network, string why)
    {
        string[] methods =
        [
            $"static Race From({Literals.Identifier(network.Type.Name)} network, Dataset data)",
            "static Race Expect(Dataset data, double sigma, double? unitsPerPathway = null)",
            """
            static Race ForTwin(
                Dataset data,
                double sigma,
                global::GateDsl.TwinPrediction prediction = global::GateDsl.TwinPrediction.RepresentativeUnits,
                ulong seed = 0)
            """,
            """
            global::GateDsl.RaceLog Integrate(
                int epochs,
                double stepSize,
                global::GateDsl.LossScale lossScale = global::GateDsl.LossScale.Sum,
                global::GateDsl.Reduction reduction = global::GateDsl.Reduction.Exact)
            """,
            "global::GateDsl.RaceLog Integrate(global::GateDsl.TrainingOptions options, Dataset? test = null)",
            """
            static global::System.Collections.Generic.IReadOnlyList<global::GateDsl.PathwayMode> Modes(
                Dataset data, double sigma, double? unitsPerPathway = null)
            """,
        ];
        code.Block("private Race()", () => { });
        foreach (string method in methods)
        {
            code.Line().Summary($"Not supported: {why}");
            code.Block($"public {method}", () => code.Write($"""
                throw new global::System.NotSupportedException(
                    "The race reduction does not apply. "
                    + {Literals.Text(why)});
                """));
        }
        code.Line().Write("/// <summary>Not known.</summary>");
        code.Write("internal static double StableStepSize(Dataset data) => double.NaN;");
    }
}
