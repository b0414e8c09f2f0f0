using GateDsl;
using GateDsl.Samples.Drawing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Fig6;

/// <summary>The losses above the levels that the data predict, and the predicted times: beside the ReLU network, and all networks.</summary>
internal static class LevelsFigure
{
    /// <param name="race">The predicted levels.</param>
    /// <param name="predicted">The ReLU network with its prediction.</param>
    /// <param name="trained">All networks.</param>
    public static Figure Draw(DeepContextRace race, CurveFamily[] predicted, CurveFamily[] trained)
    {
        Figure figure = new(panels: 2);
        LossPanel.DrawLinear(figure.Panel(0), predicted);
        LossPanel.DrawLinear(figure.Panel(1), trained);
        DrawLevels(figure.Panel(0), race);
        DrawLevels(figure.Panel(1), race);
        return figure;
    }

    private static void DrawLevels(Plot panel, DeepContextRace race)
    {
        foreach (double level in race.Levels)
        {
            HorizontalLine line = panel.Add.HorizontalLine(level);
            line.Color = Colors.Black.WithOpacity(0.45);
            line.LineWidth = 1;
            line.LinePattern = LinePattern.Dotted;
            line.LegendText = level == race.Levels[0] ? "predicted levels" : "";
        }
    }
}
