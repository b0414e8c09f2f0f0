using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Maps;

namespace GateDsl.Generators.Emission;

/// <summary>Training by statistics: Eq. 3 from effective correlations that are gathered once, so that an epoch's cost does not depend on N.</summary>
internal static class StatisticsMethods
{
    /// <param name="code">Where to.</param>
    /// <param name="compilation">The network, and its reductions.</param>
    /// <param name="statistics">Its maps.</param>
    public static void Write(CodeWriter code, CompilationPlan compilation, StatisticsPlan statistics)
    {
        NetworkPlan plan = compilation.Network;
        MapProgram program = compilation.Maps!;
        code.Paragraph(
            "Training by statistics. Paths that start at the same input and meet in a module with the same gate share a map F, the sum of their products of " +
            "weights. A map that is one weight matrix into a hidden module is that matrix; any other is called target_input, and then by the bank whose copies it " +
            $"runs through, or by its gate, if it has one. {LayoutWords.Of(program.Layout).Description}");
        code.Block("partial class Compiled", () =>
        {
            LayerUnitsMembers.Write(code, compilation.Widths);
            WriteChoice(code, compilation, statistics);
            code.Line();
            new MapTrainingClass(code, plan, statistics, program).Write();
            code.Line();
            CorrelationsClass.Write(code, compilation, statistics);
        });
    }

    private static void WriteChoice(CodeWriter code, CompilationPlan compilation, StatisticsPlan statistics)
    {
        (_, NetworkPlan plan, NetworkPlan? narrow, _, _, _) = compilation;
        bool hasBases = statistics.DenseInputs.Count > 0;
        string isInBases = hasBases ? ", choice.IsInBases" : "";
        code.Write($$"""
            /// <summary>Multiplications and additions of one epoch by statistics, counted: so many at most, for any data.</summary>
            public const long StatisticsWork = {{statistics.Work}};

            /// <summary>The same in the narrow network.</summary>
            public const long NarrowWork = {{narrow?.Statistics!.Work ?? statistics.Work}};

            /// <summary>Multiplications and additions of finding its bases Q, once per training.</summary>
            public const long SpanWork = {{compilation.SpanWork}};

            /// <summary>Multiplications and additions of gathering what it needs of the datapoints, once per data set.</summary>
            public static long GatheringWork(Dataset data) => {{statistics.GatheringWork}}L * data.Count;

            /// <summary>Starts a training by statistics, in the narrow network where that is less work.</summary>
            protected override global::GateDsl.CompilerServices.StatisticsTraining<{{plan.Scalar}}> ByStatistics(Dataset data, global::GateDsl.TrainingOptions options)
            {
                Correlations<{{plan.Scalar}}> correlations = data.Statistics;
                global::GateDsl.CompilerServices.ReductionChoice choice = global::GateDsl.CompilerServices.ReductionChoice.Of(
                    options, StatisticsWork, NarrowWork, SpanWork, {{(hasBases ? "isBasisPossible: correlations.Bases.IsPossible, correlations.Bases.IsWorth" : "isBasisPossible: false")}});
                {{MapTrainingClass.Name}}<{{plan.Scalar}}> training = new({{(narrow is null ? "Units" : "choice.IsNarrow ? Narrow : Units")}}, correlations{{isInBases}});
                training.Enter(Weights.All, choice{{(hasBases ? ", choice.IsInBases ? correlations.Bases.Bases : null" : "")}});
                return training;
            }
            """);
    }
}
