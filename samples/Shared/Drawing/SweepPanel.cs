using ScottPlot;
using ScottPlot.Plottables;

namespace GateDsl.Samples.Drawing;

/// <summary>A quantity at the ends of runs against something that was swept: a thin line for every seed, marks on the mean.</summary>
public static class SweepPanel
{
    /// <param name="panel">Where.</param>
    /// <param name="subject">What.</param>
    /// <param name="positions">Where the swept values lie on the axis.</param>
    /// <param name="values">By swept value and seed.</param>
    /// <param name="height">Where a value lies on the axis.</param>
    public static void Draw(Plot panel, Subject subject, double[] positions, double[][] values, Func<double, double> height)
    {
        for (int s = 0; s < values[0].Length; s++)
        {
            int seed = s;
            Scatter line = panel.Add.Scatter(positions, values.Select(seeds => height(seeds[seed])).ToArray());
            line.Color = subject.Color.WithOpacity(FigureStyle.ThinOpacity);
            line.LineWidth = FigureStyle.ThinLine;
            line.MarkerSize = 0;
        }

        double[] means = [.. values.Select(seeds => height(seeds.Average()))];

        // Before the line and apart from it: after a broken line marks would be drawn broken too, which the SVG writer cannot.
        Scatter marks = panel.Add.Scatter(positions, means);
        marks.Color = subject.Color;
        marks.LineWidth = 0;
        marks.MarkerSize = 7;

        Scatter mean = panel.Add.Scatter(positions, means);
        mean.Color = subject.Color;
        mean.LinePattern = subject.Pattern;
        mean.LineWidth = FigureStyle.ThickLine;
        mean.MarkerSize = 0;
        mean.LegendText = subject.Label;
    }
}
