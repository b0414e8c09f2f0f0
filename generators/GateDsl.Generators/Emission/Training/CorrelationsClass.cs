using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>The effective correlations of a data set (Eq. 4).</summary>
internal static class CorrelationsClass
{
    /// <param name="code">Where to.</param>
    /// <param name="plan">The network, in whose precision the data are.</param>
    /// <param name="statistics">Which correlations.</param>
    public static void Write(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        const string Scalar = "T";
        LayoutWords words = LayoutWords.Of(statistics.Layout);
        code.Summary(words.Correlations);
        List<Assignment> assignments = [.. Assignments(plan, statistics)];
        string gatherer = $"global::GateDsl.CompilerServices.CorrelationGatherer<{plan.Scalar}, {Scalar}> gatherer";
        IReadOnlyList<IReadOnlyList<Assignment>> split = MethodSplitter.Split(assignments, assignment => 2 + assignment.Value.Count(c => c == ','));
        bool isSplit = split.Count > 1;
        Parts<Assignment> parts = new("private void Gather", $"Dataset data, {gatherer}", "data, gatherer", split, some => code.Each(some, assignment =>
            code.Write((isSplit || assignment.LocalType is null ? "" : assignment.LocalType + " ") + $"{assignment.Target} {assignment.Operator} {assignment.Value};")));
        string isReadonly = isSplit ? "" : "readonly ";
        string end = isSplit ? " = null!;" : ";";
        code.Write("internal sealed class Correlations<T>");
        code.Block("    where T : struct, global::System.Numerics.INumber<T>", () =>
        {
            if (statistics.Unreached.Count > 0)
            {
                code.Write("/// <summary>1/2 |y|^2 at outputs that no path reaches: they predict 0.</summary>");
                code.Write($"public {isReadonly}double LossOfUnreached;");
            }

            if (statistics.Unreached.Count > 0 && statistics.Outputs.Count > 0)
            {
                code.Line();
            }

            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                code.Write($"public {isReadonly}global::GateDsl.CompilerServices.{words.Residual}<{Scalar}> Residual_{output.Identifier}{end}");
            }

            if (statistics.DenseInputs.Count > 0)
            {
                code.Write($"public {isReadonly}global::GateDsl.CompilerServices.InputBases<{Scalar}> Bases{end}");
            }

            foreach (Assignment local in assignments.Where(assignment => isSplit && assignment.LocalType is not null))
            {
                code.Write($"private {local.LocalType} {local.Target}{end}");
            }

            code.Line();
            code.Block($"public Correlations(Dataset data, {gatherer})", () =>
            {
                string numbers = statistics.Maps.Any(map => map.Seen.Factors.Count > 0) ? ", times the numbers that are their gate" : "";
                code.Comment($"x_input_gate: an input as the paths with that gate see it, zero where it is off{numbers}; from these all else is gathered");
                parts.WriteInPlace(code);
            });
            parts.WriteMethods(code);
        });
    }

    private static IEnumerable<Assignment> Assignments(NetworkPlan plan, StatisticsPlan statistics)
    {
        string feature = $"global::GateDsl.CompilerServices.Feature<{plan.Scalar}>";
        foreach (string input in statistics.Maps.Select(map => map.Input).Distinct())
        {
            InputPlan layer = plan.Inputs.Find(new ModuleId(input, null));
            string kind = layer.Kind == LayerKindModel.OneHotInput ? "OneHot" : "Dense";
            yield return new Assignment($"input_{input}", $"gatherer.{kind}({Literals.Text(input)}, data.X.{Literals.Identifier(input)}, {layer.Units})") { LocalType = feature };
        }

        NameTable names = new();
        Dictionary<EffectiveInputPlan, string> effective = [];
        foreach (EffectiveInputPlan seen in statistics.Outputs.SelectMany(output => output.Maps.Select(statistics.Map)).Select(map => map.Seen).Distinct())
        {
            string name = names.NameFor(seen.Identity, $"x_{seen.Input}_{NameOf(seen, plan)}");
            effective.Add(seen, name);
            yield return new Assignment(name, ValueOf(seen, plan))
            {
                LocalType = $"global::GateDsl.CompilerServices.EffectiveInput<{plan.Scalar}>",
            };
        }

        foreach (OutputMapsPlan output in statistics.Outputs)
        {
            string paths = string.Concat(output.Maps.Select(statistics.Map).Select(map => ", " + effective[map.Seen]));
            yield return new Assignment($"Residual_{output.Identifier}", $"gatherer.{LayoutWords.Of(statistics.Layout).Gathering}({Literals.Text(output.Module.ToString())}, data.Y.{Literals.Identifier(output.Layer)}, {output.Units}, " +
                $"data.On.{Literals.Identifier(plan.GateName(output.Gate))}{paths})");
        }

        if (statistics.DenseInputs.Count > 0)
        {
            yield return new Assignment("Bases", $"gatherer.Bases({string.Join(", ", statistics.DenseInputs.Select(input => $"({Literals.Text(input)}, input_{input})"))})");
        }

        foreach (ModulePlan output in statistics.Unreached.Select(plan.Modules.Find))
        {
            yield return new Assignment("LossOfUnreached", $"gatherer.HalfSquares({Literals.Text(output.Name)}, data.Y.{Literals.Identifier(output.Layer)}, {output.Units}, " +
                $"data.On.{Literals.Identifier(plan.GateName(output.Gate))})")
            { Operator = "+=" };
        }
    }

    /// <summary>The gate as the data set calls it, and the numbers that multiply more than once.</summary>
    private static string NameOf(EffectiveInputPlan seen, NetworkPlan plan) => plan.GateName(seen.Gate) + seen.Powers;

    /// <summary>The input as the paths see it, as an expression.</summary>
    private static string ValueOf(EffectiveInputPlan seen, NetworkPlan plan)
    {
        string given = $"input_{seen.Input}, data.On.{Literals.Identifier(plan.GateName(seen.Gate))}";
        return seen.Factors.Count == 0
            ? $"new({given})"
            : $"gatherer.Multiplied({given}, {Literals.Text(NameOf(seen, plan))}" +
                string.Concat(seen.Factors.Select(factor => $", data.G.{Literals.Identifier(factor.Input)}[{factor.Number}]")) + ")";
    }

    /// <summary>A value and what it is given to: a member, or a local of that type.</summary>
    private sealed record Assignment(string Target, string Value)
    {
        public string? LocalType { get; init; }

        public string Operator { get; init; } = "=";
    }
}
