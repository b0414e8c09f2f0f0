using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Paper.Routing;

/// <summary>What the encoders write for each of their items, compared by cosine, from a small and from a large gain.</summary>
internal static class SimilarityFigure
{
    public static Figure Draw(RoutingProblem problem, GainRun small, GainRun large)
    {
        Figure figure = new(panels: 2);
        DrawCosines(figure.Panel(0), problem, small);
        DrawCosines(figure.Panel(1), problem, large);
        return figure;
    }

    /// <summary>A row per two cues, 4 encoder + item.</summary>
    public static CsvTable Table(GainRun small, GainRun large)
    {
        int cues = small.Similarity.GetLength(0);
        CsvTable table = new(cues * cues);
        table.Add("cue", Enumerable.Range(0, cues * cues).Select(cell => cell / cues).ToArray());
        table.Add("other_cue", Enumerable.Range(0, cues * cues).Select(cell => cell % cues).ToArray());
        table.Add(FormattableString.Invariant($"g{small.Gain}"), small.Similarity.Cast<double>().ToArray());
        table.Add(FormattableString.Invariant($"g{large.Gain}"), large.Similarity.Cast<double>().ToArray());
        return table;
    }

    private static void DrawCosines(Plot panel, RoutingProblem problem, GainRun run)
    {
        HeatPanel.Draw(panel, run.Similarity, FormattableString.Invariant($"similarity of what encoders write, gain {run.Gain}"), -1, 1, "cosine");
        NumericManual encoders = new(
            [.. Enumerable.Range(0, problem.Domains).Select(encoder => (encoder * RoutingNetwork.Items) + ((RoutingNetwork.Items - 1) / 2.0))],
            [.. Enumerable.Range(1, problem.Domains).Select(encoder => encoder.ToString(CultureInfo.InvariantCulture))]);
        panel.Axes.Bottom.TickGenerator = encoders;
        panel.Axes.Left.TickGenerator = encoders;
        panel.XLabel("encoder (4 items each)");
        panel.YLabel("encoder (4 items each)");
    }
}
