using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Training by statistics: Eq. 3 from effective correlations that are gathered once, so that an epoch's cost does not depend on N.</summary>
internal static class StatisticsFile
{
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
            StatisticsMembers.Write(code, plan, statistics, "Correlations");
            code.Line();
            CorrelationsClass.Write(code, plan, statistics, plan.Scalar);
        }));
        return new SourceFile($"{plan.Type.HintName}.Statistics.g.cs", code.ToString());
    }

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
}
