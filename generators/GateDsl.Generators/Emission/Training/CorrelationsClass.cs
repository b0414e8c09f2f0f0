using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Maps;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>The effective correlations of a data set (Eq. 4).</summary>
internal static class CorrelationsClass
{
    private const string Runtime = "global::GateDsl.CompilerServices";

    /// <param name="code">Where to.</param>
    /// <param name="compilation">The network, in whose precision the data are.</param>
    /// <param name="statistics">Its maps.</param>
    public static void Write(CodeWriter code, CompilationPlan compilation, StatisticsPlan statistics)
    {
        const string Scalar = "T";
        NetworkPlan plan = compilation.Network;
        LayoutWords words = LayoutWords.Of(statistics.Layout);
        code.Summary(words.Correlations);
        EquatableArray<Gathering> gatherings = compilation.Correlations!.Gatherings;
        string gatherer = $"{Runtime}.CorrelationGatherer<{plan.Scalar}, {Scalar}> gatherer";
        IReadOnlyList<IReadOnlyList<Gathering>> split = MethodSplitter.Split(gatherings, gathering => gathering.Operands);
        bool isSplit = split.Count > 1;
        Parts<Gathering> parts = new("private void Gather", $"Dataset data, {gatherer}", "data, gatherer", split, some => code.Each(some, gathering =>
        {
            string type = !isSplit && LocalType(gathering, plan) is { } local ? local + " " : "";
            code.Write($"{type}{gathering.Target} {(gathering is GatheredLoss ? "+=" : "=")} {ValueOf(gathering, plan, words)};");
        }));
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
                code.Write($"public {isReadonly}{Runtime}.{words.Residual}<{Scalar}> Residual_{output.Identifier}{end}");
            }

            if (statistics.DenseInputs.Count > 0)
            {
                code.Write($"public {isReadonly}{Runtime}.InputBases<{Scalar}> Bases{end}");
            }

            foreach (Gathering gathering in isSplit ? gatherings : [])
            {
                if (LocalType(gathering, plan) is { } local)
                {
                    code.Write($"private {local} {gathering.Target}{end}");
                }
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

    /// <summary>The type of what is a local as long as the method is not split; null: it is a member.</summary>
    private static string? LocalType(Gathering gathering, NetworkPlan plan) => gathering switch
    {
        GatheredInput => $"{Runtime}.Feature<{plan.Scalar}>",
        GatheredView => $"{Runtime}.EffectiveInput<{plan.Scalar}>",
        _ => null,
    };

    private static string ValueOf(Gathering gathering, NetworkPlan plan, LayoutWords words) => gathering switch
    {
        GatheredInput { Input: { } input } =>
            $"gatherer.{(input.Kind == LayerKindModel.OneHotInput ? "OneHot" : "Dense")}(" +
                $"{Literals.Text(input.Name)}, data.X.{Literals.Identifier(input.Name)}, {input.Units})",
        GatheredView { Seen.Factors.Count: 0 } view => $"new({view.Input}, {On(view.Gate)})",
        GatheredView view => $"gatherer.Multiplied({view.Input}, {On(view.Gate)}, {Literals.Text(view.Label)}" +
            string.Concat(view.Seen.Factors.Select(factor => $", data.G.{Literals.Identifier(factor.Input)}[{factor.Number}]")) + ")",
        GatheredResidual { Output: { } output } residual =>
            $"gatherer.{words.Gathering}({Targets(output.Module, output.Units)}, {On(plan.GateName(output.Gate))}" +
                string.Concat(residual.Views.Select(view => ", " + view)) + ")",
        GatheredBases bases =>
            $"gatherer.Bases({string.Join(", ", bases.Inputs.Select(input => $"({Literals.Text(input.Input)}, {input.Target})"))})",
        GatheredLoss { Output: { } output } =>
            $"gatherer.HalfSquares({Targets(output.Id, output.Units)}, {On(plan.GateName(output.Gate))})",
        _ => throw new ArgumentException("Nothing that is gathered.", nameof(gathering)),
    };

    /// <summary>An output module: its name, its targets and its units.</summary>
    private static string Targets(ModuleId output, int units) =>
        $"{Literals.Text(output.ToString())}, data.Y.{Literals.Identifier(output.Layer)}, {units}";

    private static string On(string gate) => $"data.On.{Literals.Identifier(gate)}";
}
