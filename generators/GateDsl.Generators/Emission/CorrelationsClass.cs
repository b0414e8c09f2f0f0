using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The effective correlations of a data set (Eq. 4).</summary>
internal static class CorrelationsClass
{
    /// <param name="code">Where to.</param>
    /// <param name="plan">The network, in whose precision the data are.</param>
    /// <param name="statistics">Which correlations.</param>
    /// <param name="scalar">The precision in which they are kept.</param>
    public static void Write(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics, string scalar)
    {
        code.Write("""
            /// <summary>
            /// The effective correlations of a data set (Eq. 4), as sums over datapoints: Syx(p) = sum of g_p y x^T, Sx(j, p) = sum of
            /// g_j x_j x_p^T g_p. Distinct ones are gathered once.
            /// </summary>
            """);
        code.Block("internal sealed class Correlations", () =>
        {
            if (Unreached(plan, statistics).Any())
            {
                code.Write("/// <summary>1/2 |y|^2 at outputs that no path reaches: they predict 0.</summary>");
                code.Write("public readonly double LossOfUnreached;").Line();
            }

            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                code.Write($"public readonly global::GateDsl.Generated.ResidualFactor<{scalar}> Factor_{output.Identifier};");
            }

            foreach (OutputCorrelationPlan syx in statistics.OutputCorrelations)
            {
                code.Write($"public readonly {scalar}[] Syx_{syx.Name};    // {syx.Rows} x {syx.Columns}");
            }

            foreach (InputCorrelationPlan sx in statistics.InputCorrelations)
            {
                code.Write($"public readonly {scalar}[] Sx_{sx.Name};    // {sx.Rows} x {sx.Columns}");
            }

            code.Line();
            WriteConstructor(code, plan, statistics, scalar);
        });
    }

    /// <summary>Outputs that are on somewhere but that no path reaches.</summary>
    public static IEnumerable<ModulePlan> Unreached(NetworkPlan plan, StatisticsPlan statistics) => plan.OutputModules
        .Where(module => !module.Gate.IsNever && statistics.Outputs.All(output => output.Module != module.Name));

    private static void WriteConstructor(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics, string scalar)
    {
        string[] inputs = [.. statistics.Maps.Select(map => map.Input).Distinct()];
        Dictionary<(string, Gate), string> effective = [];
        foreach ((string input, Gate gate) in statistics.Outputs.SelectMany(output => output.Maps.Select(name => (statistics.Map(name).Input, statistics.Map(name).Gate))).Distinct())
        {
            effective.Add((input, gate), $"{input}_{plan.GateName(gate)}");
        }

        code.Block("public Correlations(Dataset data)", () =>
        {
            code.Write($"var gatherer = new global::GateDsl.Generated.CorrelationGatherer<{plan.Scalar}, {scalar}>();").Line();
            code.Write("// The inputs, and each as the paths see it: zero where their gate is off.");
            foreach (string input in inputs)
            {
                InputPlan layer = plan.Inputs.First(layer => layer.Name == input);
                string kind = layer.Kind == LayerKind.OneHotInput ? "OneHot" : "Dense";
                code.Statement($"var input_{input} = global::GateDsl.Generated.Feature<{plan.Scalar}>.{kind}(data.X.{Literals.Identifier(input)}, {layer.Units});");
            }

            foreach (KeyValuePair<(string Input, Gate Gate), string> x in effective)
            {
                code.Statement($"var x_{x.Value} = new global::GateDsl.Generated.EffectiveInput<{plan.Scalar}>(input_{x.Key.Input}, data.On.{Literals.Identifier(plan.GateName(x.Key.Gate))});");
            }

            code.Line();
            foreach (InputCorrelationPlan sx in statistics.InputCorrelations)
            {
                code.Statement($"Sx_{sx.Name} = gatherer.Inputs(x_{effective[(sx.Left, sx.LeftGate)]}, x_{effective[(sx.Right, sx.RightGate)]});");
            }

            foreach (OutputCorrelationPlan syx in statistics.OutputCorrelations)
            {
                code.Statement($"Syx_{syx.Name} = gatherer.Outputs(data.Y.{Literals.Identifier(syx.Output)}, {syx.Rows}, x_{effective[(syx.Input, syx.Gate)]});");
            }

            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                string paths = string.Concat(output.Maps.Select(statistics.Map).Select(map => ", x_" + effective[(map.Input, map.Gate)]));
                code.Statement($"Factor_{output.Identifier} = gatherer.Residual(data.Y.{Literals.Identifier(output.Layer)}, {output.Units}, " +
                    $"data.On.{Literals.Identifier(plan.GateName(output.Gate))}{paths});");
            }

            foreach (ModulePlan output in Unreached(plan, statistics))
            {
                code.Statement($"LossOfUnreached += BatchKernels.HalfSquares<{plan.Scalar}>(data.Y.{Literals.Identifier(output.Layer)}, " +
                    $"data.On.{Literals.Identifier(plan.GateName(output.Gate))}, {output.Units});");
            }
        });
    }
}
