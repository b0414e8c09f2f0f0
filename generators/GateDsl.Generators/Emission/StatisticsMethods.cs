using GateDsl.Generators.Emission.Maps;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Training by statistics: Eq. 3 from effective correlations that are gathered once, so that an epoch's cost does not depend on N.</summary>
internal static class StatisticsMethods
{
    /// <summary>The class that steps the network with all its units.</summary>
    public const string Declared = "Full";

    /// <summary>The class that steps the network with every hidden module only as wide as what it touches.</summary>
    public const string Reduced = "Reduced";

    /// <param name="code">Where to.</param>
    /// <param name="plan">The network.</param>
    /// <param name="statistics">Its maps.</param>
    /// <param name="reduced">The network with reduced hidden layers; null: none is wider than what it touches.</param>
    public static void Write(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics, NetworkPlan? reduced)
    {
        code.Paragraph(
            "Training by statistics. Paths that start at the same input and meet in a module with the same gate share a map F, the sum of their products of " +
            "weights. In what follows w are weights, f maps and b their errors, carried back from the outputs; a map that is one weight matrix is called by " +
            $"the name of the weights. {MapStatements.Of(plan, statistics).Description}");
        code.Paragraph(
            "A product fills tiles of its result, 6 rows x 2 registers of columns or 12 x 1, which stay in registers while the inner extent runs; its " +
            "arguments are both factors and the result, each with the distance of its rows, then rows, inner extent and columns. In parentheses stand the size " +
            "of a result and the multiplications and additions, each one, of the lines below; an epoch has " +
            $"{Literals.Grouped(statistics.Work)}{(reduced is null ? "" : $", with reduced hidden layers {Literals.Grouped(reduced.Statistics!.Work)}")}.");
        code.Block("partial class Compiled", () =>
        {
            WriteChoice(code, plan, statistics, reduced);
            code.Line();
            CoreClass.Write(code, Declared, "The network while it trains by statistics, with all its units.", plan, statistics, "Correlations");
            if (reduced is not null)
            {
                code.Line();
                CoreClass.Write(code, Reduced,
                    "The network while it trains by statistics, every hidden module only as wide as what it touches (width reduction): with Z = [incoming " +
                    "weights, outgoing weights transposed] = Q R, gradient descent never leaves the span of Q, so Q^T W_e and W_f Q train like the full weights.",
                    reduced, reduced.Statistics!, "Correlations");
            }

            code.Line();
            CorrelationsClass.Write(code, plan, statistics, plan.Scalar);
        });
    }

    private static void WriteChoice(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics, NetworkPlan? reduced)
    {
        string bases = CorrelationsClass.HasDenseInput(plan, statistics) ? "s.Bases" : "null";
        long span = reduced is null ? 0 : plan.HiddenModules.Zip(reduced.HiddenModules, (full, narrow) => (full, narrow))
            .Where(pair => pair.narrow.Units < pair.full.Units).Sum(pair => 4L * pair.full.Units * pair.narrow.Units * pair.narrow.Units);
        code.Write($$"""
            /// <summary>Multiplications and additions of one epoch by statistics, counted; they do not depend on the datapoints.</summary>
            public const long StatisticsWork = {{statistics.Work}};

            /// <summary>The same where hidden layers are only as wide as what they touch.</summary>
            public const long ReducedWork = {{reduced?.Statistics!.Work ?? statistics.Work}};

            /// <summary>Multiplications and additions of finding the bases of these layers, once per training.</summary>
            public const long SpanWork = {{span}};

            /// <summary>Multiplications and additions that gathering the correlations takes, once per data set.</summary>
            public static long GatheringWork(Dataset data) => {{statistics.GatheringWork}}L * data.Count;

            protected override global::GateDsl.CompilerServices.StatisticsTraining<{{plan.Scalar}}> ByStatistics(Dataset data, global::GateDsl.TrainingOptions options)
            {
                Correlations s = data.Statistics;
                global::GateDsl.CompilerServices.ReductionChoice choice = global::GateDsl.CompilerServices.ReductionChoice.Of(
                    options, StatisticsWork, ReducedWork, SpanWork, {{(bases == "null" ? "false" : "s.Bases.IsPossible, s.Bases.IsWorth")}});
                global::GateDsl.CompilerServices.StatisticsTraining<{{plan.Scalar}}> training = {{(reduced is null
                    ? "new Full(s, choice.IsInBases);"
                    : "choice.IsNarrow ? new Reduced(s, choice.IsInBases) : new Full(s, choice.IsInBases);")}}
                training.Enter(Weights.All, choice{{(bases == "null" ? "" : ", choice.IsInBases ? s.Bases.Bases : null")}});
                return training;
            }
            """);
    }
}
