using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Fig7;

/// <summary>The strengths of the modes over the training: stages, the strongest mode first.</summary>
internal static class TrajectoriesFigure
{
    /// <summary>A thin line for every seed, a thick one for their mean, a broken one for the mean of their closed forms.</summary>
    public static void Draw(Plot panel, IReadOnlyList<Fig7Run> runs)
    {
        foreach (Fig7Run run in runs)
        {
            foreach (Scatter line in DrawModes(panel, [Strengths(run.Trained)], Subject.Linear with { Label = "" }))
            {
                line.LineWidth = FigureStyle.ThinLine;
                line.Color = line.Color.WithOpacity(FigureStyle.ThinOpacity);
            }
        }

        DrawModes(panel, [.. runs.Select(run => Strengths(run.Trained))], Subject.Linear with { Label = "trained" });
        DrawModes(panel, [.. runs.Select(run => Strengths(run.Closed))], Subject.Closed);
        panel.Title("strengths of the modes");
        panel.XLabel("epoch");
        panel.YLabel("strength of the mode, uᵀ W v");
        panel.Axes.SetLimitsX(0, Math.Max(1, runs[0].Losses.Length - 1));
        panel.ShowLegend(Alignment.LowerRight);
    }

    /// <summary>The columns <c>mode1_trained_1</c>, <c>mode1_closed_1</c>, ...: mode, seed.</summary>
    public static CsvTable Table(IReadOnlyList<Fig7Run> runs)
    {
        CsvTable table = new(runs[0].Losses.Length);
        table.Add("epoch", Enumerable.Range(0, runs[0].Losses.Length).ToArray());
        for (int seed = 0; seed < runs.Count; seed++)
        {
            for (int mode = 0; mode < Strengths(runs[seed].Trained).GetLength(1); mode++)
            {
                table.Add($"mode{mode + 1}_trained_{seed + 1}", Column(Strengths(runs[seed].Trained), mode));
                table.Add($"mode{mode + 1}_closed_{seed + 1}", Column(Strengths(runs[seed].Closed), mode));
            }
        }

        return table;
    }

    private static Scatter[] DrawModes(Plot panel, double[][,] bySeed, Subject subject)
    {
        int[] epochs = [.. Enumerable.Range(0, bySeed[0].GetLength(0))];
        Scatter[] lines = new Scatter[bySeed[0].GetLength(1)];
        for (int mode = 0; mode < lines.Length; mode++)
        {
            lines[mode] = panel.Add.Scatter(epochs, epochs.Select(epoch => bySeed.Average(strengths => strengths[epoch, mode])).ToArray());
            lines[mode].MarkerSize = 0;
            lines[mode].LineWidth = FigureStyle.ThickLine;
            lines[mode].LinePattern = subject.Pattern;
            lines[mode].Color = subject.Color;
            lines[mode].LegendText = mode == 0 ? subject.Label : "";
        }

        return lines;
    }

    private static double[,] Strengths(RaceLog log) => log.ModeStrengths.Values.Single();

    private static double[] Column(double[,] table, int column) => [.. Enumerable.Range(0, table.GetLength(0)).Select(row => table[row, column])];
}
