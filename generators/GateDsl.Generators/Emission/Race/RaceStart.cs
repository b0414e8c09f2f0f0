using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Race.From, from actual weights, and Race.Expect, from their distribution before any are drawn.</summary>
internal static class RaceStart
{
    public static void Write(CodeWriter code, CompilationPlan compilation, RacePlan race)
    {
        WriteFrom(code, compilation, race);
        code.Line();
        WriteExpect(code, compilation, race);
    }

    private static void WriteFrom(CodeWriter code, CompilationPlan compilation, RacePlan race)
    {
        code.Write("""
            /// <summary>The race from actual weights. Exact: it equals training them.</summary>
            /// <param name="network">The network; its weights are copied.</param>
            /// <param name="data">The datapoints.</param>
            """);
        code.Block($"public static Race From({Literals.Identifier(compilation.Network.Type.Name)} network, Dataset data)", () => code.Write($$"""
            global::System.ArgumentNullException.ThrowIfNull(network);
            global::System.ArgumentNullException.ThrowIfNull(data);
            network._compiled.CheckWeights();

            // The weights in an orthonormal basis of what those around each module span, Q_target^T W Q_source.
            return new Race(data, global::GateDsl.CompilerServices.StartWeights.Of(
                global::GateDsl.CompilerServices.ReducedWeights.Reduce(network._compiled.Weights.All, Compiled.{{LayerUnitsMembers.RaceUnits(compilation)}})));
            """));
    }

    private static void WriteExpect(CodeWriter code, CompilationPlan compilation, RacePlan race)
    {
        string summary = race.HasOneHiddenLayer
            ? "The race in expectation over the initial weights, before any are drawn."
            : "Not supported: a path has more than one hidden layer.";
        (string Parameters, string Start)[] overloads =
        [
            ("double sigma, double? unitsPerPathway = null", "Of(sigma, unitsPerPathway)"),
            ("double sigma, global::System.Collections.Generic.IReadOnlyDictionary<string, double> unitsPerPathway", "Of(sigma, unitsPerPathway, Compiled.Declared)"),
            ("global::GateDsl.IInitializer initializer", "Of(initializer, Edges)"),
        ];
        code.Separated(overloads, overload =>
        {
            code.Write($"/// <summary>{summary}</summary>");
            code.Write($"public static Race Expect(Dataset data, {overload.Parameters}) =>");
            code.Write(race.HasOneHiddenLayer
                ? $"    new(data, global::GateDsl.CompilerServices.ExpectedStart.{overload.Start}.Fill(Edges, Compiled.Declared));"
                : "    throw new global::System.NotSupportedException(\"A path has more than one hidden layer: the start of its race is only known from actual weights. Use Race.From.\");");
        });
        if (!race.HasOneHiddenLayer)
        {
            return;
        }

        code.Line().Summary("The edges of the network that races, all weights 0. In expectation a pathway starts with Z Z^T = H sigma^2 I (Gram reduction): a diagonal Z has this product.");
        code.Write($"private static global::GateDsl.CompilerServices.EdgeMatrix<double>[] Edges => new Compiled(Compiled.{LayerUnitsMembers.RaceUnits(compilation)}).Weights.Zeros;");
    }
}
