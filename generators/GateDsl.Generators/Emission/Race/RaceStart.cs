using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Race.From, from actual weights, and Race.Expect, from their distribution before any are drawn.</summary>
internal static class RaceStart
{
    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        WriteFrom(code, compilation);
        code.Line();
        WriteExpect(code, compilation);
    }

    private static void WriteFrom(CodeWriter code, CompilationPlan compilation)
    {
        code.Write("""
            /// <summary>The race from actual weights: the exact reduction equals training them.</summary>
            /// <param name="network">The network; its weights are copied.</param>
            /// <param name="data">The datapoints.</param>
            """);
        code.Block($"public {RaceSignatures.From(compilation.Network)}", () => code.Write($$"""
            global::System.ArgumentNullException.ThrowIfNull(network);
            global::System.ArgumentNullException.ThrowIfNull(data);
            network._compiled.CheckWeights();

            // Width reduction: W becomes Q_target^T W Q_source, where Q of an input or output is the identity.
            return new Race(data, global::GateDsl.CompilerServices.StartWeights.Of(
                global::GateDsl.CompilerServices.ReducedWeights.Reduce(network._compiled.Weights.All, Compiled.{{compilation.Widths.Race}})));
            """));
    }

    private static void WriteExpect(CodeWriter code, CompilationPlan compilation)
    {
        string units = $"{compilation.Widths.Race}";
        code.Summary(
            "The race from initial weights as they are expected to be, or the mean of races over draws of them.");
        code.Write("""
            /// <param name="data">The datapoints.</param>
            /// <param name="sigma">Standard deviation of the initial weights.</param>
            /// <param name="unitsPerPathway">Units of every hidden module, one number or by module; null: as declared.</param>
            /// <param name="draws">Draws whose mean is taken. 0: none, the expectation; null: some for test losses. Two hidden layers need some.</param>
            /// <param name="seed">Seed of these draws.</param>
            """);
        (string Signature, string Start)[] overloads =
        [
            (RaceSignatures.Expect, "Of(sigma, unitsPerPathway)"),
            (RaceSignatures.ExpectByModule, "Of(sigma, unitsPerPathway, Compiled.Declared)"),
            (RaceSignatures.ExpectOfInitializer, "Of(initializer)"),
        ];
        bool isFirst = true;
        code.Separated(overloads, overload =>
        {
            if (!isFirst)
            {
                code.Write("/// <inheritdoc cref=\"Expect(Dataset, double, double?, int?, ulong)\"/>");
            }

            isFirst = false;
            code.Write($"public {overload.Signature} =>");
            code.Write($"    Expect(data, global::GateDsl.CompilerServices.ExpectedStart.{overload.Start}, draws, seed);");
        });
        code.Line().Write("// With one hidden layer only Z^T Z matters. Its expectation is diagonal, units times variances, as that of a diagonal Z is; how single draws differ is left out unless draws are asked for.");
        code.Write("private static Race Expect(Dataset data, global::GateDsl.CompilerServices.ExpectedStart start, int? draws, ulong seed) =>");
        code.Write($"    new(data, start.Fill(new Compiled(Compiled.{units}).Weights.Zeros, Compiled.Declared, Compiled.{units}, draws, seed));");
    }
}
