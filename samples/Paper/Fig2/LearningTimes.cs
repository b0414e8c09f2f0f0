using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Paper.Fig2;

/// <summary>The half-loss epoch of each network against the margin, trained and predicted.</summary>
internal sealed class LearningTimes(IReadOnlyList<MarginRun> runs, double crossover)
{
    /// <summary><c>half_epoch_relu_m0.4</c>, <c>half_epoch_relu_m0.4_predicted</c> and so on, where the epochs suffice.</summary>
    public void AddTo(Metrics metrics)
    {
        foreach (MarginRun run in runs)
        {
            for (int i = 0; i < run.Trained.Length; i++)
            {
                string name = $"half_epoch_{run.Trained[i].Subject.Key}_{Fig2Settings.NameOf(run.Margin)}";
                Add(metrics, name, HalfEpoch.MeanOf(run.Trained[i].BySeed));
                Add(metrics, $"{name}_predicted", HalfEpoch.MeanOf(run.Predicted[i].BySeed));
            }
        }
    }

    public Figure Draw()
    {
        Figure figure = new(panels: 1);
        Plot panel = figure.Panel(0);
        for (int i = 0; i < runs[0].Trained.Length; i++)
        {
            int network = i;
            for (int s = 0; s < runs[0].Trained[i].BySeed.Count; s++)
            {
                int seed = s;
                Subject subject = runs[0].Trained[i].Subject;
                if (DrawCurve(panel, subject, run => HalfEpoch.Of(run.Trained[network].BySeed[seed])) is { } line)
                {
                    line.LineWidth = FigureStyle.ThinLine;
                    line.Color = subject.Color.WithOpacity(FigureStyle.ThinOpacity);
                    line.LegendText = "";
                }
            }

            if (DrawCurve(panel, runs[0].Trained[i].Subject, run => HalfEpoch.MeanOf(run.Trained[network].BySeed)) is { } mean)
            {
                mean.MarkerSize = 6;
            }

            DrawCurve(panel, runs[0].Predicted[i].Subject, run => HalfEpoch.MeanOf(run.Predicted[network].BySeed));
        }

        VerticalLine crossing = panel.Add.VerticalLine(crossover);
        crossing.Color = Colors.Black.WithOpacity(0.5);
        crossing.LinePattern = LinePattern.Dotted;
        crossing.LineWidth = 1.5f;
        crossing.LegendText = "where the speeds cross";
        panel.Title("who learns exclusive-or first?");
        panel.XLabel("margin Δ");
        panel.YLabel("epoch of half the loss (logarithmic)");
        panel.Axes.SetLimits(0, 1.05 * runs.Max(run => run.Margin), 2, 4);
        panel.Axes.Left.TickGenerator = new DecadeTicks();
        panel.Axes.Bottom.TickGenerator = new NumericAutomatic();
        panel.ShowLegend(Alignment.UpperRight);
        return figure;
    }

    /// <summary>A row per margin: each seed of each network, then the predictions; a cell without a number where the epochs do not suffice.</summary>
    public CsvTable Table()
    {
        CsvTable table = new(runs.Count);
        table.Add("margin", runs.Select(run => run.Margin).ToArray());
        for (int i = 0; i < runs[0].Trained.Length; i++)
        {
            int network = i;
            for (int s = 0; s < runs[0].Trained[i].BySeed.Count; s++)
            {
                int seed = s;
                table.Add($"{runs[0].Trained[i].Subject.Key}_{seed + 1}", Column(run => run.Trained[network].BySeed[seed]));
            }

            table.Add(runs[0].Predicted[i].Subject.Key, Column(run => run.Predicted[network].BySeed[0]));
        }

        return table;
    }

    private double[] Column(Func<MarginRun, double[]> curve) => [.. runs.Select(run => HalfEpoch.Of(curve(run)) ?? double.NaN)];

    private Scatter? DrawCurve(Plot panel, Subject subject, Func<MarginRun, double?> time)
    {
        (double Margin, double Time)[] points = [.. runs.Select(run => (run.Margin, time(run) ?? double.NaN)).Where(point => !double.IsNaN(point.Item2))];
        if (points.Length == 0)
        {
            return null;
        }

        Scatter line = panel.Add.Scatter(points.Select(point => point.Margin).ToArray(), points.Select(point => Math.Log10(point.Time)).ToArray());
        line.MarkerSize = 0;
        line.LineWidth = FigureStyle.ThickLine;
        line.LinePattern = subject.Pattern;
        line.Color = subject.Color;
        line.LegendText = subject.Label;
        return line;
    }

    private static void Add(Metrics metrics, string name, double? value)
    {
        if (value is { } known)
        {
            metrics.Add(name, known);
        }
    }
}
