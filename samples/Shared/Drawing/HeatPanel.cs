using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace GateDsl.Samples.Drawing;

/// <summary>A table as a heat map: a column per datapoint, the first feature on top.</summary>
public static class HeatPanel
{
    /// <param name="panel">Where.</param>
    /// <param name="table">Datapoints x features.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="largest">The value at the end of the colour scale, which starts at 0; the same in panels that are compared.</param>
    public static void Draw(Plot panel, double[,] table, string title, double largest) => AddMap(panel, table, title, 0, largest);

    /// <param name="panel">Where.</param>
    /// <param name="table">Datapoints x features; what is no number has no colour.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="smallest">The value at the start of the colour scale.</param>
    /// <param name="largest">The value at its end; both are the same in panels that are compared.</param>
    /// <param name="scale">What the colours measure: written beside a bar of them.</param>
    public static void Draw(Plot panel, double[,] table, string title, double smallest, double largest, string scale)
    {
        ScottPlot.Panels.ColorBar bar = panel.Add.ColorBar(AddMap(panel, table, title, smallest, largest));
        bar.Label = scale;
        FigureStyle.ApplyTo(bar.Axis);
    }

    /// <summary>Writes words instead of numbers at the axes.</summary>
    /// <param name="panel">A panel with a table.</param>
    /// <param name="datapoints">From left to right.</param>
    /// <param name="features">From above.</param>
    public static void Name(Plot panel, IReadOnlyList<string> datapoints, IReadOnlyList<string> features)
    {
        panel.Axes.Bottom.TickGenerator = new NumericManual([.. datapoints.Index().Select(word => (double)word.Index)], [.. datapoints]);
        panel.Axes.Left.TickGenerator = new NumericManual([.. features.Index().Select(word => (double)word.Index)], [.. features]);
    }

    private static Heatmap AddMap(Plot panel, double[,] table, string title, double smallest, double largest)
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
        map.ManualRange = new ScottPlot.Range(smallest, largest);
        panel.Title(title);
        panel.HideGrid();
        panel.Axes.Margins(0, 0);
        panel.Axes.SetLimits(-0.5, rows.GetLength(1) - 0.5, -0.5, rows.GetLength(0) - 0.5);
        panel.Axes.InvertY();
        return map;
    }
}
