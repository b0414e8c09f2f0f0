using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>
/// What a step from correlations consists of: maps forward, their errors, the loss, and back over each edge. Written for a network and, in
/// double precision and with fewer units, for its reduction.
/// </summary>
internal static class StatisticsMembers
{
    /// <param name="code">Where to.</param>
    /// <param name="plan">The network, or its reduction.</param>
    /// <param name="statistics">Its maps.</param>
    /// <param name="correlations">The class of the correlations, as it is called here.</param>
    public static void Write(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics, string correlations)
    {
        WriteMaps(code, plan, statistics);
        code.Line();
        WriteErrors(code, plan, statistics, correlations);
        code.Line();
        WriteLoss(code, plan, statistics, correlations);
        code.Line();
        WriteBackward(code, plan, statistics);
        code.Line();
        WritePerMap(code, plan, statistics);
    }

    /// <summary>The values of a map: a weight matrix itself, or computed.</summary>
    public static string Map(MapPlan map) => map.IsWeight ? $"w.{Literals.Identifier(map.Terms[0].Weight)}" : $"f.{map.Name}";

    /// <summary>The error of a map: where it is a weight matrix, the error is its step.</summary>
    public static string Error(MapPlan map) => map.IsWeight ? $"d.{Literals.Identifier(map.Terms[0].Weight)}" : $"b.{map.Name}";

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

        MethodParts.Write(code, "Maps", "PerEdge w, PerMap f", "w, f", "The products of weights along paths, from the inputs on; each is computed once.", statements);
    }

    private static void WriteErrors(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics, string correlations)
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

        MethodParts.Write(code, "Errors", $"{correlations} s, PerEdge w, PerMap f, PerEdge d, PerMap b", "s, w, f, d, b", "E(p) = Syx(p) - sum over maps j into the same output of M_j Sx(j, p) (Eq. 4).", statements);
    }

    private static void WriteLoss(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics, string correlations)
    {
        code.Write("/// <summary>The loss as the norm of a residual, through a factor of the input correlations: R = M* K - sum over maps j of M_j K_j.</summary>");
        code.Block($"public static double Loss({correlations} s, PerEdge w, PerMap f)", () =>
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
            code.Block($"private static double Loss_{output.Identifier}({correlations} s, PerEdge w, PerMap f)", () =>
            {
                code.Write($"global::System.Span<{plan.Scalar}> r = f.{output.Residual};    // {output.Units} x rank of the correlations");
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

        MethodParts.Write(code, "Backward", "PerEdge w, PerMap f, PerEdge d, PerMap b", "w, f, d, b", "Eq. 3 over whole maps: D_e += B F^T, and the error is carried back over each edge, B_source += W_e^T B.", statements);
    }

    private static void WritePerMap(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        code.Write("/// <summary>One matrix for every map that is not a weight matrix itself: units of the module x units of the input.</summary>");
        code.Block("internal sealed class PerMap", () =>
        {
            foreach (MapPlan map in statistics.Maps.Where(map => !map.IsWeight))
            {
                code.Write($"public readonly {plan.Scalar}[] {map.Name} = new {plan.Scalar}[{map.Rows} * {map.Columns}];");
            }

            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                long columns = output.Maps.Sum(map => (long)statistics.Map(map).Columns);
                code.Write($"public readonly {plan.Scalar}[] {output.Residual} = new {plan.Scalar}[{output.Units} * {columns}];");
            }
        });
    }

    /// <summary>How comments call a map: by its own name, or by that of the weights which it is.</summary>
    private static string NameOf(MapPlan map) => map.IsWeight ? map.Terms[0].Weight : map.Name;
}
