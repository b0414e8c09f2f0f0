using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Digits.FrozenGates;

/// <summary>The losses, how far they part, and how many gates have flipped by then; dots where the first one does in any seed.</summary>
internal static class FrozenFigure
{
    /// <summary>Double precision tells no smaller differences of a loss.</summary>
    private const double Least = 1e-16;

    /// <summary>More points than a panel has pixels make files large and figures no better.</summary>
    private const int MostPoints = 800;

    public static Figure Draw(FrozenTraining[] bySeed)
    {
        Figure figure = new(panels: 3);
        DrawLosses(figure.Panel(0), bySeed);
        DrawSince(figure.Panel(1), bySeed, run => run.Apart, apart => Math.Log10(Math.Max(Least, apart)));
        figure.Panel(1).YLabel("|difference of the losses|, in parts of the first");
        figure.Panel(1).Axes.SetLimitsY(Math.Log10(Least) - 0.3, 0);
        figure.Panel(1).Axes.Left.TickGenerator = new DecadeTicks();
        DrawSince(figure.Panel(2), bySeed, run => run.Flipped, share => 100 * share);
        figure.Panel(2).YLabel("gates that have flipped, %");
        figure.Panel(2).Axes.SetLimitsY(0, Math.Max(1, 105 * bySeed.Max(seed => seed.Frozen.Max(run => run.Flipped.Max()))));
        figure.Panel(2).ShowLegend(Alignment.UpperLeft);
        return figure;
    }

    /// <summary>A row per update since the freezing: columns <c>at10_relu_1</c>, <c>at10_gdln_1</c>, <c>at10_flipped_1</c>, ... of one moment.</summary>
    public static CsvTable Table(FrozenTraining[] bySeed, int moment)
    {
        CsvTable table = new(bySeed[0].Frozen[moment].Relu.Length);
        table.Add("update", Enumerable.Range(0, bySeed[0].Frozen[moment].Relu.Length).ToArray());
        for (int seed = 0; seed < bySeed.Length; seed++)
        {
            FrozenRun run = bySeed[seed].Frozen[moment];
            table.Add($"relu_{seed + 1}", run.Relu);
            table.Add($"gdln_{seed + 1}", run.Gated);
            table.Add($"flipped_{seed + 1}", run.Flipped);
        }

        return table;
    }

    private static void DrawLosses(Plot panel, FrozenTraining[] bySeed)
    {
        int epochs = bySeed[0].Relu.Length;
        DrawFamily(panel, Subject.Relu, [.. Enumerable.Range(0, epochs).Select(update => (double)update)], [.. bySeed.Select(seed => seed.Relu)], loss => loss);
        for (int i = 0; i < FrozenSettings.Freezings.Length; i++)
        {
            int moment = i;
            int start = FrozenSettings.Freezings[i].Updates(epochs);
            double[] updates = [.. Enumerable.Range(start, epochs - start).Select(update => (double)update)];
            DrawFamily(panel, FrozenSettings.Freezings[i].Subject, updates, [.. bySeed.Select(seed => seed.Frozen[moment].Gated)], loss => loss);
        }

        panel.XLabel("update");
        panel.YLabel("cross-entropy, mean over images");
        panel.Axes.SetLimits(0, Math.Max(1, epochs - 1), 0, 1.05 * bySeed.Max(seed => seed.Relu.Max()));
        panel.ShowLegend(Alignment.UpperRight);
    }

    private static void DrawSince(Plot panel, FrozenTraining[] bySeed, Func<FrozenRun, double[]> curve, Func<double, double> height)
    {
        for (int i = 0; i < FrozenSettings.Freezings.Length; i++)
        {
            FrozenRun[] runs = [.. bySeed.Select(seed => seed.Frozen[i])];
            double[] updates = [.. Enumerable.Range(1, Math.Max(0, runs[0].Relu.Length - 1)).Select(update => Math.Log10(update))];
            if (updates.Length == 0)
            {
                continue;
            }

            DrawFamily(panel, FrozenSettings.Freezings[i].Subject, updates, [.. runs.Select(run => curve(run)[1..])], height);
            if (runs.Any(run => run.HasFlip))
            {
                VerticalLine flip = panel.Add.VerticalLine(Math.Log10(runs.Min(run => run.FirstFlip)));
                flip.Color = FrozenSettings.Freezings[i].Color;
                flip.LinePattern = LinePattern.Dotted;
                flip.LineWidth = 1.5f;
            }
        }

        panel.XLabel("updates since the freezing; dotted: the first flip");
        panel.Axes.SetLimitsX(-0.1, Math.Log10(Math.Max(10, bySeed[0].Relu.Length)));
        panel.Axes.Bottom.TickGenerator = new DecadeTicks();
        panel.HideLegend();
    }

    private static void DrawFamily(Plot panel, Subject subject, double[] positions, double[][] bySeed, Func<double, double> height)
    {
        int[] shown = Shown(positions);
        foreach (double[] curve in bySeed)
        {
            Scatter thin = DrawCurve(panel, i => height(curve[i]));
            thin.Color = subject.Color.WithOpacity(FigureStyle.ThinOpacity);
            thin.LineWidth = FigureStyle.ThinLine;
        }

        Scatter line = DrawCurve(panel, i => height(bySeed.Average(curve => curve[i])));
        line.Color = subject.Color;
        line.LinePattern = subject.Pattern;
        line.LineWidth = FigureStyle.ThickLine;
        line.LegendText = subject.Label;

        Scatter DrawCurve(Plot on, Func<int, double> heightAt)
        {
            Scatter curve = on.Add.Scatter(shown.Select(i => positions[i]).ToArray(), shown.Select(heightAt).ToArray());
            curve.MarkerSize = 0;
            return curve;
        }
    }

    /// <summary>Points that are a pixel or more to the right of the one before, and the last.</summary>
    private static int[] Shown(double[] positions)
    {
        double pixel = (positions[^1] - positions[0]) / MostPoints;
        List<int> shown = [0];
        for (int i = 1; i < positions.Length; i++)
        {
            if (positions[i] - positions[shown[^1]] >= pixel || i == positions.Length - 1)
            {
                shown.Add(i);
            }
        }

        return [.. shown];
    }
}
