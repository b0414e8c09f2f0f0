using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Shared.Drawing;

/// <summary>A table as a heat map: a column per datapoint, the first feature on top.</summary>
internal static class HeatPanel
{
    /// <param name="panel">Where.</param>
    /// <param name="table">Datapoints x features.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="largest">The value at the end of the colour scale, which starts at 0; the same in panels that are compared.</param>
    public static void Draw(Plot panel, double[,] table, string title, double largest)
    {
        double[,] rows = new double[table.GetLength(1), table.GetLength(0)];
        for (int feature = 0; feature < rows.GetLength(0); feature++)
        {
            for (int n = 0; n < rows.GetLength(1); n++)
            {
                rows[feature, n] = table[n, feature];
            }
        }

        Heatmap map = panel.Add.Heatmap(rows);
        map.Colormap = new ScottPlot.Colormaps.Viridis();
        map.ManualRange = new ScottPlot.Range(0, largest);
        panel.Title(title);
        panel.HideGrid();
        panel.Axes.Margins(0, 0);
        panel.Axes.SetLimits(-0.5, rows.GetLength(1) - 0.5, -0.5, rows.GetLength(0) - 0.5);
        panel.Axes.InvertY();
    }
}
