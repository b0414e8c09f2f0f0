using GateDsl.Samples.Drawing;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace GateDsl.Benchmarks.Report;

/// <summary>A curve of a scaling panel.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Xs">What grows.</param>
/// <param name="Ys">What it costs.</param>
internal sealed record Curve(string Name, double[] Xs, double[] Ys);

/// <summary>Panels of costs over sizes.</summary>
/// <param name="panels">How many.</param>
internal sealed class ScalingFigure(int panels)
{
    private readonly Figure _figure = new(panels);

    public void Draw(int panel, string x, string y, bool isLogarithmic, params Curve[] curves)
    {
        Plot plot = _figure.Panel(panel);
        foreach (Curve curve in curves)
        {
            Scatter line = plot.Add.Scatter(Scaled(curve.Xs), Scaled(curve.Ys));
            line.LegendText = curve.Name;
            line.LineWidth = 2;
            line.MarkerSize = 7;
        }

        double[] Scaled(double[] values) => isLogarithmic ? [.. values.Select(Math.Log10)] : values;
        plot.XLabel(x);
        plot.YLabel(y);
        plot.ShowLegend(Alignment.UpperLeft);
        if (isLogarithmic)
        {
            plot.Axes.Bottom.TickGenerator = new DecadeTicks();
            plot.Axes.Left.TickGenerator = new DecadeTicks();
        }
        else
        {
            plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };

            // A straight line through the origin is what linear growth looks like.
            plot.Axes.SetLimitsY(0, 1.3 * curves.Max(curve => curve.Ys.Max()));
        }
    }

    /// <summary>Writes scaling.png and scaling.svg.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "scaling.png"), _figure.ToPng());
        File.WriteAllBytes(Path.Combine(folder, "scaling.svg"), _figure.ToSvg());
    }
}
