using ScottPlot;

namespace GateDsl.Samples.Drawing;

/// <summary>What all figures have in common.</summary>
public static class FigureStyle
{
    /// <summary>A curve of one seed.</summary>
    public const float ThinLine = 0.8f;

    /// <summary>The mean over the seeds.</summary>
    public const float ThickLine = 2.8f;

    /// <summary>How much of its colour a thin line keeps.</summary>
    public const double ThinOpacity = 0.45;

    private const float LabelSize = 15;
    private const float TickSize = 13;
    private const float HalfTickLabel = 28;

    /// <summary>Long enough to tell dashed from dotted.</summary>
    private const float LegendLine = 36;

    public static Plot NewPlot()
    {
        Plot plot = new();
        plot.Font.Set(FigureFonts.Name);
        plot.FigureBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = Colors.Black.WithOpacity(0.1);
        plot.Legend.FontName = FigureFonts.Name;
        plot.Legend.FontSize = TickSize;
        plot.Legend.SymbolWidth = LegendLine;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.Black.WithOpacity(0.2);
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            ApplyTo(axis);
        }

        // The last tick's label is centred on the edge of the data area: half of it needs room on the right.
        plot.Axes.Right.MinimumSize = HalfTickLabel;
        plot.Axes.Title.Label.FontSize = LabelSize;
        return plot;
    }

    /// <summary>Letters as on every axis.</summary>
    public static void ApplyTo(IAxis axis)
    {
        axis.TickLabelStyle.FontSize = TickSize;
        axis.TickLabelStyle.FontName = FigureFonts.Name;
        axis.Label.FontSize = LabelSize;
        axis.Label.FontName = FigureFonts.Name;
        axis.Label.Bold = false;
    }
}
