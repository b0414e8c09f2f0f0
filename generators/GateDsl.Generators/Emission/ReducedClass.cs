using GateDsl.Generators.Emission.Maps;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The nested class Reduced: the width-reduced network, and Eq. 6 for its edges.</summary>
internal static class ReducedClass
{
    /// <param name="code">Where to.</param>
    /// <param name="race">The race.</param>
    /// <param name="core">The class that steps the reduced network.</param>
    /// <param name="correlations">The class of the correlations in double precision, as it is called here.</param>
    /// <param name="statistics">The member of a data set that has them.</param>
    public static void Write(CodeWriter code, RacePlan race, string core, string correlations, string statistics)
    {
        code.Write("""
            /// <summary>
            /// The network with every hidden module only as wide as what it touches, which trains exactly like the full one (width reduction).
            /// Where paths have one hidden layer this is the Gram reduction: with Z = [W1^T; W2] and M = [[0, E^T], [E, 0]] a step takes
            /// Z to (I + eta M) Z, and so Q = Z Z^T to (I + eta M) Q (I + eta M)^T.
            /// </summary>
            """);
        code.Block("private sealed class Reduced : global::GateDsl.CompilerServices.RaceSystem", () =>
        {
            WriteState(code, race, core, correlations, statistics);
            code.Line();
            WriteStep(code);
            code.Line();
            WriteChains(code, race);
            code.Line();
            WritePathwayErrors(code, race, core);
            code.Line();
            WriteRates(code, race);
            code.Line();
            PackedEdges.WriteSizes(code, race.Reduced);
            code.Line();
            PackedEdges.WritePerEdge(code, race.Reduced);
        });
    }

    private static void WriteState(CodeWriter code, RacePlan race, string core, string correlations, string statistics)
    {
        code.Write($$"""
            private static readonly global::GateDsl.CompilerServices.PathwayEdges[] Shapes = [{{string.Join(", ", race.Pathways.Select(pathway =>
                $"\n    new({Literals.Text(pathway.Name)}, {pathway.OutputUnits}, {pathway.InputUnits}, {string.Join(", ", pathway.Edges.Select(edge => IndexOf(race, edge)))})"))}}];

            private static readonly string[] Edges = [{{string.Join(", ", race.Edges.Select(edge => $"\n    {Literals.Text(edge)}"))}}];

            private readonly Dataset _data;
            private readonly {{correlations}} s;

            // What is stepped, and a copy of its weights that is brought up to date when somebody asks.
            private readonly {{core}} _core;
            private readonly PerEdge w = new();
            private bool _isStale;

            private readonly {{core}}.PerMap f;
            private readonly {{core}}.PerError b = new();

            public Reduced(Dataset data, PerEdge start)
            {
                _data = data;
                s = data.{{statistics}};
                f = new {{core}}.PerMap(s, false);
                _core = new {{core}}(s, false);
                _core.Enter(start.All);
                _isStale = true;
            }

            public override int Datapoints => _data.Count;

            public override double ZeroLoss => _data.ZeroLoss;

            public override global::GateDsl.CompilerServices.RaceProblem Problem => Race.Problem(_data);

            public override global::System.Collections.Generic.IReadOnlyList<global::GateDsl.CompilerServices.PathwayEdges> Pathways => Shapes;

            public override global::System.Collections.Generic.IReadOnlyList<string> EdgeNames => Edges;
            """);
    }

    private static void WriteStep(CodeWriter code) => code.Write("""
        /// <summary>Eq. 3 from correlations, W_e += eta D_e: one exact step.</summary>
        public override double Step(double eta)
        {
            _isStale = true;
            return _core.Step(eta);
        }
        """);

    private static void WriteChains(CodeWriter code, RacePlan race)
    {
        code.Write("/// <summary>The weights along each pathway, its inputs stacked before the first module and its outputs after the last.</summary>");
        if (race.Pathways.Count == 0)
        {
            code.Write("public override double[][] Chain(int pathway) => throw new global::System.ArgumentOutOfRangeException(\"pathway\");");
            return;
        }

        code.Block("public override double[][] Chain(int pathway)", () => code.Write("""
            if (_isStale)
            {
                _core.Leave(w.All);
                _isStale = false;
            }

            return ChainOf(pathway);
            """)).Line();
        code.Block("private double[][] ChainOf(int pathway) => pathway switch", () =>
        {
            for (int p = 0; p < race.Pathways.Count; p++)
            {
                code.Write($"{(p + 1 < race.Pathways.Count ? p.ToString(System.Globalization.CultureInfo.InvariantCulture) : "_")} => Chain_{race.Pathways[p].Identifier}(),");
            }
        }, "};");
        foreach (PathwayPlan pathway in race.Pathways)
        {
            code.Line();
            if (pathway.Modules.Count == 0)
            {
                code.Block("private double[][] Chain_Direct()", () =>
                {
                    code.Write($"double[] stacked = new double[{pathway.OutputUnits} * {pathway.InputUnits}];");
                    foreach (PathwayBlock block in pathway.Blocks)
                    {
                        code.Statement($"global::GateDsl.CompilerServices.Stacks.SetBlock(w.{Literals.Identifier(block.Direct)}, {block.Columns}, {block.Rows}, {block.Columns}, stacked, {pathway.InputUnits}, {block.Top}, {block.Left});");
                    }

                    code.Write("return [stacked];");
                });
                continue;
            }

            int units = race.Reduced.Modules.First(module => module.Name == pathway.Modules[0]).Units;
            code.Write($"private double[][] Chain_{pathway.Identifier}() =>");
            code.Write("[");
            code.Write($"    global::GateDsl.CompilerServices.Stacks.Beside({units}, {Weights(pathway.Inputs)}),");
            foreach (string between in pathway.Between)
            {
                code.Write($"    w.{Literals.Identifier(between)},");
            }

            code.Write($"    global::GateDsl.CompilerServices.Stacks.Below({Weights(pathway.Outputs)}),");
            code.Write("];");
        }
    }

    private static void WritePathwayErrors(CodeWriter code, RacePlan race, string core)
    {
        StatisticsPlan statistics = race.Statistics;
        MapStatements layout = MapStatements.Of(race.Reduced, statistics);
        List<string> compose = [];
        foreach (OutputMapsPlan output in statistics.Outputs)
        {
            compose.Add($"// into {output.Module}");
            compose.Add($"global::System.Array.Clear(f.{output.Stack});");
            foreach (string map in output.Maps)
            {
                Place place = layout.InStack(output, map, "f");
                for (int p = 0; p < race.Pathways.Count; p++)
                {
                    compose.AddRange(race.Pathways[p].Blocks.Where(block => block.Map == map).Select(block =>
                        $"global::GateDsl.CompilerServices.Stacks.Add{layout.BlockSuffix}Block(maps[{p}], {race.Pathways[p].InputUnits}, {block.Top}, {block.Left}, {place.Span}, {place.Stride}, {block.Rows}, {block.Columns});"));
                }
            }
        }

        List<string> stack = [];
        for (int p = 0; p < race.Pathways.Count; p++)
        {
            stack.Add($"// E({(race.Pathways[p].Name.Length == 0 ? "direct paths" : race.Pathways[p].Name)}) is {race.Pathways[p].OutputUnits} x {race.Pathways[p].InputUnits}");
            foreach (PathwayBlock block in race.Pathways[p].Blocks)
            {
                OutputMapsPlan output = statistics.Outputs.First(output => output.Maps.Contains(block.Map));
                Place place = layout.InStack(output, block.Map, "b");
                stack.Add($"global::GateDsl.CompilerServices.Stacks.Set{layout.BlockSuffix}Block({place.Span}, {place.Stride}, {block.Rows}, {block.Columns}, errors[{p}], {race.Pathways[p].InputUnits}, {block.Top}, {block.Left});");
            }
        }

        string unreached = CorrelationsClass.Unreached(race.Reduced, statistics).Any() ? " + s.LossOfUnreached" : "";
        code.Write($$"""
            /// <summary>E(p) of every pathway where the maps of the pathways are as given.</summary>
            public override void Errors(double[][] maps, double[][] errors)
            {
                Compose(maps, f);
                {{core}}.Errors(f, b);
                Stack(errors, b);
            }

            /// <summary>The loss where the maps of the pathways are as given.</summary>
            public override double Loss(double[][] maps)
            {
                Compose(maps, f);
                return {{core}}.Errors(f, b){{unreached}};
            }
            """).Line();
        MethodParts.Write(code, "Compose", $"double[][] maps, {core}.PerMap f", "maps, f", "Pathways that read one input, reach one output and are on together share a map.", compose, "private");
        code.Line();
        MethodParts.Write(code, "Stack", $"double[][] errors, {core}.PerError b", "errors, b", "The errors of a pathway's maps, stacked.", stack, "private");
    }

    private static void WriteRates(CodeWriter code, RacePlan race)
    {
        code.Write("""
            /// <summary>
            /// Eq. 6: tau db_e/dt = sum over the pathways p through e of (the product of p's other scalars) e(p), for each mode, with
            /// e(p) = s(p) - sum over pathways j of C(p, j) a(j).
            /// </summary>
            """);
        List<string> statements = [];
        foreach (PathwayPlan pathway in race.Pathways)
        {
            statements.Add($"// {(pathway.Name.Length == 0 ? "direct paths" : pathway.Name)}: a is the product of the scalars along the pathway");
            statements.Add($"a[{IndexOf(race, pathway)}] = m.Strength({string.Join(", ", pathway.Edges.Select(edge => Scalar("q", race, edge)))});");
        }

        List<string> rates = [];
        for (int p = 0; p < race.Pathways.Count; p++)
        {
            PathwayPlan pathway = race.Pathways[p];
            rates.Add($"// {(pathway.Name.Length == 0 ? "direct paths" : pathway.Name)}: what its modes still have to learn drives each of its edges");
            foreach (string edge in pathway.Edges)
            {
                string others = string.Concat(pathway.Edges.Where(other => other != edge).Select(other => ", " + Scalar("q", race, other)));
                rates.Add($"m.AddRate({Scalar("rates", race, edge)}, e[{p}]{others});    // {edge}");
            }
        }

        code.Block("public override void Rates(global::GateDsl.CompilerServices.ModeSystem m, double[][] q, double[][] rates)", () => code.Write($$"""
            double[][] a = new double[{{race.Pathways.Count}}][];
            Strengths(m, q, a);
            foreach (double[] rate in rates)
            {
                global::System.Array.Clear(rate);
            }

            double[][] e = new double[{{race.Pathways.Count}}][];
            for (int p = 0; p < e.Length; p++)
            {
                e[p] = m.Error(p, a);
            }

            AddRates(m, q, e, rates);
            """));
        code.Line();
        MethodParts.Write(code, "Strengths", "global::GateDsl.CompilerServices.ModeSystem m, double[][] q, double[][] a", "m, q, a", "The strength of every mode of every pathway.", statements, "private");
        code.Line();
        MethodParts.Write(code, "AddRates", "global::GateDsl.CompilerServices.ModeSystem m, double[][] q, double[][] e, double[][] rates", "m, q, e, rates", "The right-hand side of Eq. 6, pathway by pathway.", rates, "private");
    }

    private static string Scalar(string array, RacePlan race, string edge) => $"{array}[{IndexOf(race, edge)}]";

    private static int IndexOf(RacePlan race, string edge) => race.Edges.ToList().IndexOf(edge);

    private static int IndexOf(RacePlan race, PathwayPlan pathway) => race.Pathways.ToList().IndexOf(pathway);

    private static string Weights(Model.EquatableArray<StackedLayer> layers) => string.Join(", ", layers.Select(layer => "w." + Literals.Identifier(layer.Matrix)));
}
