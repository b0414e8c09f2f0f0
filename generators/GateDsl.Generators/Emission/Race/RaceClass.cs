using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The nested class Race: where a prediction starts and how it is integrated.</summary>
internal static class RaceClass
{
    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        NetworkPlan network = compilation.Network;
        code.Write("/// <summary>The neural race reduction: the training of the network, predicted from the data and where its weights start.</summary>");
        GeneratedAttributes.Write(code);
        code.Block("public sealed partial class Race", () =>
        {
            if (compilation.Race is { } race)
            {
                WriteRace(code, compilation, race);
            }
            else
            {
                if (compilation.BatchRace is not null)
                {
                    WriteBatchRace(code, compilation);
                }
                else if (compilation.Twin is not null)
                {
                    WriteTwinRace(code, compilation);
                }
                else
                {
                    code.Block("private Race()", () => { });
                    WriteRefusals(code,
                        [.. RaceSignatures.Starts(network), RaceSignatures.ForTwin, RaceSignatures.Integrate, RaceSignatures.IntegrateOptions,
                            RaceSignatures.Modes],
                        compilation.NoRace!);
                    WriteNoStableStep(code);
                }
            }
        });
    }

    /// <summary>Units that gate themselves have no race; the ReLU network on the same inputs and outputs is predicted all the same.</summary>
    private static void WriteTwinRace(CodeWriter code, CompilationPlan compilation)
    {
        code.Write("""
            private readonly global::GateDsl.CompilerServices.TwinRace _twin;

            private Race(global::GateDsl.CompilerServices.TwinRace twin) => _twin = twin;

            """);
        TwinStart.Write(code, compilation, twin => $"new Race({twin})");
        code.Line();
        code.Write($$"""
            /// <summary>The losses of the twin before the updates of all epochs, and its gates over time.</summary>
            /// <param name="epochs">Number of epochs.</param>
            /// <param name="stepSize">Step size of gradient descent on the scale of the loss.</param>
            /// <param name="lossScale">Scale of the loss.</param>
            /// <param name="reduction">Exact.</param>
            /// <exception cref="global::System.NotSupportedException">Another reduction is asked for.</exception>
            public {{RaceSignatures.Integrate}} =>
                _twin.Integrate(epochs, stepSize, lossScale, reduction);

            /// <summary>Predicts a training of the twin with these options, batches, momentum and decay too.</summary>
            /// <param name="options">Those of the training.</param>
            /// <param name="test">Datapoints that are not trained on, whose loss is logged too; null: none.</param>
            /// <exception cref="global::System.ArgumentException">An option is out of bounds or names an unknown edge.</exception>
            public {{RaceSignatures.IntegrateOptions}} =>
                _twin.Integrate(options, test is null ? null : Problem(test));
            """);
        WriteRefusals(code, [.. RaceSignatures.Starts(compilation.Network), RaceSignatures.Modes], compilation.NoRace!);
        code.Line();
        ProblemMember.WriteLayers(code, compilation.Network);
        WriteNoStableStep(code);
    }

    private static void WriteStart(CodeWriter code, CompilationPlan compilation)
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
        RaceStart.Write(code, compilation);
        code.Line();
        TwinStart.Write(code, compilation, twin => $"new Race(data, null, {twin})");
        code.Line();
    }

    private static void WriteRace(CodeWriter code, CompilationPlan compilation, RacePlan race)
    {
        WriteStart(code, compilation);
        code.Write($$"""
            /// <summary>Integrates the reduction: the loss before the update of each epoch, and the strengths of all modes.</summary>
            /// <param name="epochs">Number of epochs.</param>
            /// <param name="stepSize">Step size of gradient descent on the scale of the loss.</param>
            /// <param name="lossScale">Scale of the loss.</param>
            /// <param name="reduction">Exact (Eq. 3 on few units), by modes (Eq. 6), or in closed form (P1 Eq. 7 and others).</param>
            /// <exception cref="global::System.NotSupportedException">An assumption fails; the message says which.</exception>
            public {{RaceSignatures.Integrate}} =>
                _twin is not null
                    ? _twin.Integrate(epochs, stepSize, lossScale, reduction)
                    : global::GateDsl.CompilerServices.RaceIntegration.Run(
                        start => new NarrowRace(_data, start), _start!, epochs, stepSize, lossScale, reduction);
            """).Line();
        WriteIntegrateOptions(code, compilation, "start => new NarrowRace(_data, start)");
        ProblemMember.Write(code, compilation.Network, compilation.Maps!, race);
        code.Line();
        NarrowRaceClass.Write(code, compilation, race);
    }

    /// <summary>A race without pathways, by the batch method of the narrow network alone.</summary>
    private static void WriteBatchRace(CodeWriter code, CompilationPlan compilation)
    {
        string why = compilation.NoRace!;
        WriteStart(code, compilation);
        code.Write($"""
            /// <summary>Integrates the reduction: the loss before the update of each epoch.</summary>
            /// <param name="epochs">Number of epochs.</param>
            /// <param name="stepSize">Step size of gradient descent on the scale of the loss.</param>
            /// <param name="lossScale">Scale of the loss.</param>
            /// <param name="reduction">Exact; the others need pathways with correlations of their own.</param>
            /// <exception cref="global::System.NotSupportedException">Another reduction is asked for.</exception>
            public {RaceSignatures.Integrate} =>
                Integrate(global::GateDsl.CompilerServices.RaceTraining.Options(
                    epochs, stepSize, lossScale, reduction, {Literals.Text(why)}));
            """).Line();
        WriteIntegrateOptions(code, compilation, "null");
        code.Summary($"Not supported: {why}");
        code.Block($"public {RaceSignatures.Modes}", () => code.Write($"""
            throw new global::System.NotSupportedException(
                "The network has no modes. "
                + {Literals.Text(why)});
            """));
        code.Line();
        ProblemMember.WriteLayers(code, compilation.Network);
        code.Line().Write("/// <summary>Not known.</summary>");
        code.Write("internal static double StableStepSize(Dataset data) => double.NaN;");
    }

    private static void WriteIntegrateOptions(CodeWriter code, CompilationPlan compilation, string narrow) => code.Write($$"""
        /// <summary>Predicts a training with these options, batches, momentum and decay too. From actual weights it is exact.</summary>
        /// <param name="options">Those of the training.</param>
        /// <param name="test">Datapoints that are not trained on, whose loss is logged too; null: none.</param>
        /// <exception cref="global::System.ArgumentException">An option is out of bounds or names an unknown edge.</exception>
        public {{RaceSignatures.IntegrateOptions}} =>
            _twin is not null
                ? _twin.Integrate(options, test is null ? null : Problem(test))
                : global::GateDsl.CompilerServices.RaceTraining.Run(
                    () => new Compiled(Compiled.{{compilation.Widths.Race}}), _start!, {{narrow}}, _data, options, test, Problem);
        """).Line();

    private static void WriteRefusals(CodeWriter code, string[] methods, string why)
    {
        foreach (string method in methods)
        {
            code.Line().Summary($"Not supported: {why}");
            code.Block($"public {method}", () => code.Write($"""
                throw new global::System.NotSupportedException(
                    "The race reduction does not apply. "
                    + {Literals.Text(why)});
                """));
        }
    }

    private static void WriteNoStableStep(CodeWriter code)
    {
        code.Line().Write("/// <summary>Not known.</summary>");
        code.Write("internal static double StableStepSize(Dataset data) => double.NaN;");
    }
}
