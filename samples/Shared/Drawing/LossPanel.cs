using ScottPlot;
using ScottPlot.Plottables;

namespace GateDsl.Samples.Drawing;

/// <summary>Loss curves over epochs: a thin line for every seed, a thick one for their mean.</summary>
public static class LossPanel
{
    /// <summary>More points than a panel has pixels make files large and figures no better.</summary>
    private const int MostPoints = 800;

    /// <summary>Losses that rounding has reached say nothing: no more decades than these are drawn below the largest loss.</summary>
    private const int MostDecades = 10;

    private const double BandOpacity = 0.28;

    /// <summary>The loss from 0 to its start.</summary>
    public static void DrawLinear(Plot panel, IReadOnlyList<CurveFamily> families)
    {
        DrawCurves(panel, families, loss => loss);
        panel.Axes.SetLimitsY(0, 1.05 * Largest(families));
        panel.YLabel("loss L (sum over datapoints)");
        panel.ShowLegend(Alignment.UpperRight);
    }

    /// <summary>The loss over its decades: how far each one comes in the end. The legend is that of the linear panel beside it.</summary>
    public static void DrawLogarithmic(Plot panel, IReadOnlyList<CurveFamily> families)
    {
        double top = Math.Log10(Largest(families));
        double lowest = families.Min(family => family.BySeed.Min(curve => curve.Min()));
        double bottom = Math.Max(top - MostDecades, Math.Floor(Math.Log10(lowest)));
        DrawCurves(panel, families, loss => Math.Max(bottom, Math.Log10(loss)));
        panel.Axes.SetLimitsY(bottom, top + 0.1);
        panel.Axes.Left.TickGenerator = new DecadeTicks();
        panel.YLabel("loss L (logarithmic)");
        panel.HideLegend();
    }

    /// <summary>What lies between two curves, behind all lines: where single runs of a prediction are.</summary>
    /// <param name="panel">A panel with lines on it.</param>
    /// <param name="subject">What is predicted.</param>
    /// <param name="low">The lower losses, one per epoch.</param>
    /// <param name="high">The upper losses, one per epoch.</param>
    /// <param name="label">For the legend.</param>
    public static void DrawBand(Plot panel, Subject subject, double[] low, double[] high, string label)
    {
        int[] epochs = Shown(low.Length);
        FillY band = panel.Add.FillY(
            [.. epochs.Select(epoch => (double)epoch)], [.. epochs.Select(epoch => low[epoch])], [.. epochs.Select(epoch => high[epoch])]);
        band.FillColor = subject.Color.WithOpacity(BandOpacity);
        band.LineWidth = 0;
        band.LegendText = label;
        panel.MoveToBack(band);
    }

    private static void DrawCurves(Plot panel, IReadOnlyList<CurveFamily> families, Func<double, double> height)
    {
        foreach (CurveFamily family in families)
        {
            foreach (double[] curve in family.BySeed)
            {
                Scatter line = DrawCurve(panel, curve, height);
                line.LineWidth = FigureStyle.ThinLine;
                line.Color = family.Subject.Color.WithOpacity(FigureStyle.ThinOpacity);
            }
        }

        // The means come last, above the seeds of all; broken lines above whole ones, which would hide them.
        foreach (CurveFamily family in families.OrderBy(family => !family.Subject.Pattern.Equals(LinePattern.Solid)))
        {
            Scatter line = DrawCurve(panel, family.Mean(), height);
            line.LineWidth = FigureStyle.ThickLine;
            line.LinePattern = family.Subject.Pattern;
            line.Color = family.Subject.Color;
            line.LegendText = family.Subject.Label;
        }

        panel.XLabel("epoch");
        panel.Axes.SetLimitsX(0, Math.Max(1, families[0].BySeed[0].Length - 1));
    }

    private static Scatter DrawCurve(Plot panel, double[] curve, Func<double, double> height)
    {
        int[] epochs = Shown(curve.Length);
        double[] heights = [.. epochs.Select(epoch => height(curve[epoch]))];
        Scatter line = panel.Add.Scatter(epochs, heights);
        line.MarkerSize = 0;
        return line;
    }

    private static int[] Shown(int length)
    {
        int stride = Math.Max(1, length / MostPoints);
        return [.. Enumerable.Range(0, length).Where(epoch => epoch % stride == 0 || epoch == length - 1)];
    }

    private static double Largest(IReadOnlyList<CurveFamily> families) => families.Max(family => family.BySeed.Max(curve => curve.Max()));
}
