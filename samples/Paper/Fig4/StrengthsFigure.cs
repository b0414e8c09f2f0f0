using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Fig4;

/// <summary>The strengths of each pathway's modes over training, and as predicted before any weight was drawn.</summary>
internal static class StrengthsFigure
{
    /// <summary>Modes drawn per pathway, by falling singular value of the effective dataset.</summary>
    private const int MostModes = 5;

    private const int MostPoints = 800;

    private static readonly string[] Colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00"];

    /// <param name="trained">The exact reduction of one seed, which equals its training.</param>
    /// <param name="predicted">The race in expectation.</param>
    public static Figure Draw(RaceLog trained, RaceLog predicted)
    {
        string[] pathways = [.. trained.ModeStrengths.Keys];
        Figure figure = new(pathways.Length);
        for (int p = 0; p < pathways.Length; p++)
        {
            Plot panel = figure.Panel(p);
            panel.Title(pathways[p]);
            panel.XLabel("epoch");
            panel.YLabel("strength of the mode, uᵀ W v");
            DrawModes(panel, trained.ModeStrengths[pathways[p]], LinePattern.Solid, 2.2f, "trained");
            DrawModes(panel, predicted.ModeStrengths[pathways[p]], LinePattern.Dashed, 1.4f, "predicted");
            panel.Axes.SetLimitsX(0, Math.Max(1, trained.Loss.Length - 1));
            panel.HideLegend();
        }

        // One legend serves all panels; in the last one the lower right is free.
        figure.Panel(pathways.Length - 1).ShowLegend(Alignment.LowerRight);
        return figure;
    }

    /// <summary>The columns <c>Common_0_trained</c>, <c>Common_0_predicted</c>, ...</summary>
    public static CsvTable Table(RaceLog trained, RaceLog predicted)
    {
        CsvTable table = new(trained.Loss.Length);
        table.Add("epoch", Enumerable.Range(0, trained.Loss.Length).ToArray());
        foreach ((string pathway, double[,] strengths) in trained.ModeStrengths)
        {
            string name = pathway.Replace("[", "").Replace("]", "");
            for (int mode = 0; mode < Math.Min(MostModes, strengths.GetLength(1)); mode++)
            {
                table.Add($"{name}_{mode}_trained", Column(strengths, mode));
                table.Add($"{name}_{mode}_predicted", Column(predicted.ModeStrengths[pathway], mode));
            }
        }

        return table;
    }

    private static void DrawModes(Plot panel, double[,] strengths, LinePattern pattern, float width, string what)
    {
        int stride = Math.Max(1, strengths.GetLength(0) / MostPoints);
        int[] epochs = [.. Enumerable.Range(0, strengths.GetLength(0)).Where(epoch => epoch % stride == 0)];
        for (int mode = 0; mode < Math.Min(MostModes, strengths.GetLength(1)); mode++)
        {
            double[] column = Column(strengths, mode);
            Scatter line = panel.Add.Scatter(epochs, epochs.Select(epoch => column[epoch]).ToArray());
            line.MarkerSize = 0;
            line.LineWidth = width;
            line.LinePattern = pattern;
            line.Color = Color.FromHex(Colors[mode]);
            line.LegendText = mode == 0 ? what : "";
        }
    }

    private static double[] Column(double[,] table, int column) => [.. Enumerable.Range(0, table.GetLength(0)).Select(row => table[row, column])];
}
