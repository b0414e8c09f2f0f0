using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Training by statistics: Eq. 3 from effective correlations that are gathered once, so that an epoch's cost does not depend on N.</summary>
internal static class StatisticsFile
{
    /// <summary>Statements in one emitted method, far below what the JIT stops optimising at.</summary>
    private const int MostStatements = 120;

    public static SourceFile Of(NetworkPlan plan, StatisticsPlan statistics)
    {
        CodeWriter code = new();
        Header.Write(code, plan, "Training by statistics");
        code.Write($"""
            //
            // Paths that start at the same input and meet in a module with the same gate share a map F, the sum of their products of weights.
            // In what follows w are weights and d their steps; f.Properties_Item is the map from Item to Properties, and b.Properties_Item its
            // error, carried back from the outputs. A map that is one weight matrix is called by the name of the weights.
            // Multiplications and additions of an epoch: {Literals.Grouped(statistics.Work)}.
            """);
        TypeShell.Write(code, plan.Type, () => code.Block("partial class Compiled", () =>
        {
            WriteStep(code, plan, statistics);
            code.Line();
            WriteMaps(code, plan, statistics);
            code.Line();
            WriteErrors(code, plan, statistics);
            code.Line();
            WriteLoss(code, plan, statistics);
            code.Line();
            WriteBackward(code, plan, statistics);
            code.Line();
            WritePerMap(code, plan, statistics);
            code.Line();
            CorrelationsClass.Write(code, plan, statistics);
        }));
        return new SourceFile($"{plan.Type.HintName}.Statistics.g.cs", code.ToString());
    }

    /// <summary>The values of a map: a weight matrix itself, or computed.</summary>
    internal static string Map(MapPlan map) => map.IsWeight ? $"w.{Literals.Identifier(map.Terms[0].Weight)}" : $"f.{map.Name}";

    /// <summary>The error of a map: where it is a weight matrix, the error is its step.</summary>
    internal static string Error(MapPlan map) => map.IsWeight ? $"d.{Literals.Identifier(map.Terms[0].Weight)}" : $"b.{map.Name}";

    private static void WriteStep(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        long gathering = statistics.InputCorrelations.Sum(sx => 2L * sx.Rows * sx.Columns) + statistics.OutputCorrelations.Sum(syx => 2L * syx.Rows * syx.Columns);
        code.Write($$"""
            /// <summary>Multiplications and additions of one epoch by statistics, counted; they do not depend on the datapoints.</summary>
            public const long StatisticsWork = {{statistics.Work}};

            private PerMap? _maps;
            private PerMap? _mapErrors;

            /// <summary>Multiplications and additions that gathering the correlations takes, once per data set.</summary>
            public static long GatheringWork(Dataset data) => {{gathering}}L * data.Count;

            /// <summary>
            /// One step of gradient descent from correlations (Eq. 3): W_e += eta D_e with D_e = sum over paths through e of
            /// W_after^T E(p) W_before^T. Returns the loss before it where that is wanted.
            /// </summary>
            public double StatisticsStep(Correlations s, double eta, bool isLossWanted)
            {
                (PerEdge w, PerEdge d) = (Weights, _steps);
                (PerMap f, PerMap b) = (_maps ??= new PerMap(), _mapErrors ??= new PerMap());
                Maps(w, f);
                double loss = isLossWanted ? Checked(Loss(s, w, f)) : 0;
                d.Clear();
                Errors(s, w, f, d, b);
                Backward(w, f, d, b);
                Move(eta);
                return loss;
            }
            """);
    }

    private static void WriteMaps(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        List<string> statements = [];
        foreach (MapPlan map in statistics.Maps.Where(map => !map.IsWeight))
        {
            statements.Add($"// {map.Name} = {string.Join(" + ", map.Terms.Select(term => term.Map is null ? term.Weight : $"{term.Weight} {NameOf(statistics.Map(term.Map))}"))}    ({map.Rows} x {map.Columns})");
            statements.Add($"global::System.Array.Clear({Map(map)});");
            foreach (TermPlan term in map.Terms)
            {
                string weight = $"w.{Literals.Identifier(term.Weight)}";
                statements.Add(term.Map is null
                    ? $"MatrixProducts.Add<{plan.Scalar}>({weight}, {Map(map)});"
                    : $"MatrixProducts.Add<{plan.Scalar}>({weight}, {Map(statistics.Map(term.Map))}, {Map(map)}, {map.Rows}, {term.Inner}, {map.Columns});");
            }
        }

        WriteParts(code, "Maps", "PerEdge w, PerMap f", "w, f", "The products of weights along paths, from the inputs on; each is computed once.", statements);
    }

    private static void WriteErrors(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        List<string> statements = [];
        foreach (OutputMapsPlan output in statistics.Outputs)
        {
            MapPlan[] maps = [.. output.Maps.Select(statistics.Map)];
            foreach (MapPlan p in maps)
            {
                OutputCorrelationPlan syx = statistics.Correlation(output, p);
                (MapPlan Map, InputCorrelationPlan Sx)[] seen = [.. maps
                    .Select(j => (j, statistics.Correlation(j.Gate.And(p.Gate), j.Input, p.Input)))
                    .Where(pair => pair.Item2 is not null).Select(pair => (pair.j, pair.Item2!))];
                statements.Add($"// E({p.Name}) = Syx - {string.Join(" - ", seen.Select(pair => $"{NameOf(pair.Map)} Sx"))}    ({p.Rows} x {p.Columns})");
                statements.Add($"global::System.Array.Copy(s.Syx_{syx.Name}, {Error(p)}, {Error(p)}.Length);");
                foreach ((MapPlan j, InputCorrelationPlan sx) in seen)
                {
                    // Sx(j, p) is kept as it is, or as the transpose Sx(p, j).
                    string product = sx.Left == j.Input ? "Subtract" : "SubtractTransposed";
                    statements.Add($"MatrixProducts.{product}<{plan.Scalar}>({Map(j)}, s.Sx_{sx.Name}, {Error(p)}, {output.Units}, {j.Columns}, {p.Columns});");
                }
            }
        }

        WriteParts(code, "Errors", "Correlations s, PerEdge w, PerMap f, PerEdge d, PerMap b", "s, w, f, d, b", "E(p) = Syx(p) - sum over maps j into the same output of M_j Sx(j, p) (Eq. 4).", statements);
    }

    private static void WriteLoss(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        code.Write("/// <summary>The loss as the norm of a residual, through a factor of the input correlations: R = M* K - sum over maps j of M_j K_j.</summary>");
        code.Block("private static double Loss(Correlations s, PerEdge w, PerMap f)", () =>
        {
            code.Write(CorrelationsClass.Unreached(plan, statistics).Any() ? "double loss = s.LossOfUnreached;" : "double loss = 0;");
            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                code.Write($"loss += Loss_{output.Identifier}(s, w, f);");
            }

            code.Write("return loss;");
        });
        foreach (OutputMapsPlan output in statistics.Outputs)
        {
            code.Line();
            code.Block($"private static double Loss_{output.Identifier}(Correlations s, PerEdge w, PerMap f)", () =>
            {
                code.Write($"Span<{plan.Scalar}> r = f.R_{output.Identifier};    // {output.Units} x rank of the correlations");
                code.Write($"double loss = s.Factor_{output.Identifier}.Start(r);");
                for (int p = 0; p < output.Maps.Count; p++)
                {
                    code.Write($"loss += s.Factor_{output.Identifier}.Subtract({p}, {Map(statistics.Map(output.Maps[p]))}, r);");
                }

                code.Write($"return loss + s.Factor_{output.Identifier}.Finish(r);");
            });
        }
    }

    private static void WriteBackward(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        List<string> statements = [];
        HashSet<string> outputs = [.. statistics.Outputs.SelectMany(output => output.Maps.AsEnumerable())];
        foreach (MapPlan map in statistics.Maps.Where(map => !map.IsWeight && !outputs.Contains(map.Name)))
        {
            statements.Add($"global::System.Array.Clear({Error(map)});");
        }

        foreach (MapPlan map in Enumerable.Reverse(statistics.Maps.Where(map => !map.IsWeight).ToList()))
        {
            statements.Add($"// from {map.Name}");
            foreach (TermPlan term in map.Terms)
            {
                string weight = Literals.Identifier(term.Weight);
                if (term.Map is null)
                {
                    statements.Add($"MatrixProducts.Add<{plan.Scalar}>({Error(map)}, d.{weight});");
                    continue;
                }

                MapPlan source = statistics.Map(term.Map);
                statements.Add($"MatrixProducts.AddTransposed<{plan.Scalar}>({Error(map)}, {Map(source)}, d.{weight}, {map.Rows}, {map.Columns}, {term.Inner});");
                statements.Add($"MatrixProducts.AddFromTransposed<{plan.Scalar}>(w.{weight}, {Error(map)}, {Error(source)}, {term.Inner}, {map.Rows}, {map.Columns});");
            }
        }

        WriteParts(code, "Backward", "PerEdge w, PerMap f, PerEdge d, PerMap b", "w, f, d, b", "Eq. 3 over whole maps: D_e += B F^T, and the error is carried back over each edge, B_source += W_e^T B.", statements);
    }

    private static void WritePerMap(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        code.Write("/// <summary>One matrix for every map that is not a weight matrix itself: units of the module x units of the input.</summary>");
        code.Block("private sealed class PerMap", () =>
        {
            foreach (MapPlan map in statistics.Maps.Where(map => !map.IsWeight))
            {
                code.Write($"public readonly {plan.Scalar}[] {map.Name} = new {plan.Scalar}[{map.Rows} * {map.Columns}];");
            }

            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                long columns = output.Maps.Sum(map => (long)statistics.Map(map).Columns);
                code.Write($"public readonly {plan.Scalar}[] R_{output.Identifier} = new {plan.Scalar}[{output.Units} * {columns}];");
            }
        });
    }

    /// <summary>How comments call a map: by its own name, or by that of the weights which it is.</summary>
    private static string NameOf(MapPlan map) => map.IsWeight ? map.Terms[0].Weight : map.Name;

    /// <summary>Writes statements into one method, or into several that it calls where they are many.</summary>
    private static void WriteParts(CodeWriter code, string name, string parameters, string arguments, string summary, List<string> statements)
    {
        code.Summary(summary);
        if (statements.Count <= MostStatements)
        {
            code.Block($"private static void {name}({parameters})", () => WriteStatements(code, statements));
            return;
        }

        int parts = (statements.Count + MostStatements - 1) / MostStatements;
        code.Block($"private static void {name}({parameters})", () =>
        {
            for (int part = 0; part < parts; part++)
            {
                code.Write($"{name}_{part}({arguments});");
            }
        });
        for (int part = 0; part < parts; part++)
        {
            code.Line();
            code.Block($"private static void {name}_{part}({parameters})", () =>
                WriteStatements(code, statements.Skip(part * MostStatements).Take(MostStatements)));
        }
    }

    /// <summary>An empty line before each comment, which opens a group of statements.</summary>
    private static void WriteStatements(CodeWriter code, IEnumerable<string> statements)
    {
        bool first = true;
        foreach (string statement in statements)
        {
            if (!statement.StartsWith("// ", StringComparison.Ordinal))
            {
                code.Statement(statement);
                first = false;
                continue;
            }

            if (!first)
            {
                code.Line();
            }

            code.Comment(statement.Substring(3));
            first = false;
        }
    }
}
