using System.Globalization;
using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Representations;

/// <summary>How well trained and predicted dissimilarities agree over the training, beside two trainings with each other: a panel for every task.</summary>
internal static class CorrelationFigure
{
    private const double Goal = 0.98;

    public static Figure Draw(IReadOnlyList<RepresentationRuns> all)
    {
        int columns = all.Count > 1 ? 2 : 1;
        Figure figure = new(columns, (all.Count + columns - 1) / columns);
        for (int i = 0; i < all.Count; i++)
        {
            Draw(figure.Panel(i), all[i]);
        }

        return figure;
    }

    /// <summary>
    /// The columns <c>c3_predicted_1</c>, <c>c3_between_seeds_1</c>, ..., and the same of cosine dissimilarities, <c>c3_cosine_predicted_1</c>, ...
    /// </summary>
    public static CsvTable Table(IReadOnlyList<RepresentationRuns> all)
    {
        CsvTable table = new(all[0].Epochs.Length);
        table.Add("epoch", all[0].Epochs);
        foreach (RepresentationRuns runs in all)
        {
            foreach ((RdmMetric metric, string words) in new[] { (RdmMetric.SquaredEuclidean, ""), (RdmMetric.Cosine, "cosine_") })
            {
                Add(table, $"{runs.Task.Prefix}{words}{RepresentedTask.Predicted.Key}", runs.WithPrediction(metric));
                Add(table, $"{runs.Task.Prefix}{words}{RepresentedTask.BetweenSeeds.Key}", runs.BetweenSeeds(metric));
            }
        }

        return table;
    }

    private static void Add(CsvTable table, string name, double[][] bySeed)
    {
        for (int seed = 0; seed < bySeed.Length; seed++)
        {
            table.Add(string.Create(CultureInfo.InvariantCulture, $"{name}_{seed + 1}"), bySeed[seed]);
        }
    }

    private static void Draw(Plot panel, RepresentationRuns runs)
    {
        double[][] predicted = runs.WithPrediction(RdmMetric.SquaredEuclidean);
        double[][] between = runs.BetweenSeeds(RdmMetric.SquaredEuclidean);
        if (runs.AfterFirstDrop is { } dropped)
        {
            VerticalLine line = panel.Add.VerticalLine(runs.Epochs[dropped]);
            line.Color = Colors.Black.WithOpacity(0.4);
            line.LineWidth = 1;
            line.LinePattern = LinePattern.Dotted;
            line.LegendText = "the loss has dropped by 5%";
        }

        HorizontalLine goal = panel.Add.HorizontalLine(Goal);
        goal.Color = Colors.Black.WithOpacity(0.25);
        goal.LineWidth = 1;
        DrawCurves(panel, runs.Epochs, between, RepresentedTask.BetweenSeeds);
        DrawCurves(panel, runs.Epochs, predicted, RepresentedTask.Predicted);
        panel.Title(runs.Task.Words);
        panel.XLabel("epoch");
        panel.YLabel("correlation of dissimilarities");
        panel.Axes.SetLimits(0, Math.Max(1, runs.Epochs[^1]), Floor(runs, predicted), 1.002);
        panel.ShowLegend(Alignment.LowerRight);
    }

    /// <summary>What lies before the drop is of the initial weights, and may be cut off.</summary>
    private static double Floor(RepresentationRuns runs, double[][] predicted)
    {
        double lowest = runs.AfterFirstDrop is { } dropped ? predicted.Min(seed => seed[dropped..].Min()) : 0;
        return Math.Min(0.95, Math.Floor(50 * lowest) / 50);
    }

    private static void DrawCurves(Plot panel, int[] epochs, double[][] bySeed, Subject subject)
    {
        foreach (double[] curve in bySeed)
        {
            Scatter thin = panel.Add.Scatter(epochs, curve);
            (thin.MarkerSize, thin.LineWidth, thin.Color) = (0, FigureStyle.ThinLine, subject.Color.WithOpacity(FigureStyle.ThinOpacity));
        }

        if (bySeed.Length == 0)
        {
            return;
        }

        Scatter mean = panel.Add.Scatter(epochs, epochs.Select((_, i) => bySeed.Average(curve => curve[i])).ToArray());
        (mean.MarkerSize, mean.LineWidth, mean.Color, mean.LinePattern) = (0, FigureStyle.ThickLine, subject.Color, subject.Pattern);
        mean.LegendText = subject.Label;
    }
}
