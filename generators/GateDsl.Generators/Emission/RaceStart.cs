using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Race.From, from actual weights, and Race.Expect, from their distribution before any are drawn.</summary>
internal static class RaceStart
{
    private const int MostNames = 400;

    public static void Write(CodeWriter code, CompilationPlan compilation, RacePlan race)
    {
        WriteFrom(code, compilation, race);
        code.Line();
        WriteExpect(code, compilation.Network, race);
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
            Reduced.PerEdge start = new();
            global::GateDsl.CompilerServices.ReducedWeights.Reduce(network._compiled.Weights.All, new {{RaceClass.CoreOf(compilation, race)}}.PerEdge().All, start.All);
            return new Race(data, start);
            """));
    }

    private static void WriteExpect(CodeWriter code, NetworkPlan network, RacePlan race)
    {
        string modules = Arguments([.. network.HiddenModules.Select(module => module.Name)]);
        string edges = Arguments([.. network.Modules.SelectMany(module => module.Edges).Select(edge => edge.Weight)]);
        string summary = race.HasOneHiddenLayer
            ? "The race in expectation over the initial weights, before any are drawn."
            : "Not supported: a path has more than one hidden layer.";
        (string Parameters, string Start)[] overloads =
        [
            ("double sigma, double? unitsPerPathway = null", "Of(sigma, unitsPerPathway)"),
            ("double sigma, global::System.Collections.Generic.IReadOnlyDictionary<string, double> unitsPerPathway", $"Of(sigma, unitsPerPathway{modules})"),
            ("global::GateDsl.IInitializer initializer", $"Of(initializer{edges})"),
        ];
        code.Separated(overloads, overload =>
        {
            code.Write($"/// <summary>{summary}</summary>");
            code.Block($"public static Race Expect(Dataset data, {overload.Parameters})", () =>
            {
                if (race.HasOneHiddenLayer)
                {
                    code.Write("global::System.ArgumentNullException.ThrowIfNull(data);");
                    code.Statement($"return new Race(data, Expected(global::GateDsl.CompilerServices.ExpectedStart.{overload.Start}));");
                }
                else
                {
                    code.Statement("throw new global::System.NotSupportedException(\"A path has more than one hidden layer: the start of its race is only known from actual weights. Use Race.From.\");");
                }
            });
        });
        if (!race.HasOneHiddenLayer)
        {
            return;
        }

        List<string> statements = [];
        foreach (ModulePlan module in network.HiddenModules)
        {
            statements.Add($"// {module.Name}: the expectation of Q = Z Z^T, Z = [W1^T; W2], is H sigma^2 I on each edge");
            int offset = 0;
            string name = Literals.Text(module.Name);
            foreach (EdgePlan edge in module.Edges)
            {
                statements.Add($"start.Incoming({name}, {module.Units}, {Literals.Text(edge.Weight)}, r.{Literals.Identifier(edge.Matrix)}, {offset}, {edge.Sources});");
                offset += edge.Sources;
            }

            foreach (EdgePlan edge in network.Modules.SelectMany(reader => reader.Edges).Where(edge => edge.Source == module.Name))
            {
                statements.Add($"start.Outgoing({name}, {module.Units}, {Literals.Text(edge.Weight)}, r.{Literals.Identifier(edge.Matrix)}, {offset}, {edge.Targets});");
                offset += edge.Targets;
            }
        }

        code.Line();
        code.Block("private static Reduced.PerEdge Expected(global::GateDsl.CompilerServices.ExpectedStart start)", () => code.Write("""
            Reduced.PerEdge reduced = new();
            FillExpected(start, reduced);
            return reduced;
            """));
        code.Line();
        MethodParts.Write(code, "FillExpected", "global::GateDsl.CompilerServices.ExpectedStart start, Reduced.PerEdge r", "start, r", "Weights whose Gram matrices are the expected ones. Paths without a hidden layer start at 0.", statements, "private");
    }

    /// <summary>Names as arguments; very many as one literal to be split, which the JIT has less to do with.</summary>
    private static string Arguments(string[] names)
    {
        if (names.Length <= MostNames)
        {
            return string.Concat(names.Select(name => ", " + Literals.Text(name)));
        }

        IEnumerable<string> lines = names.Select((name, i) => (name, i)).GroupBy(pair => pair.i / 8, pair => pair.name).Select(line => string.Join(";", line));
        return $", ({string.Join(" +\n    ", lines.Select((line, i) => Literals.Text(i == 0 ? line : ";" + line)))}).Split(';')";
    }
}
