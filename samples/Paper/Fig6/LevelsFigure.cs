using GateDsl;
using GateDsl.Samples.Drawing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Fig6;

/// <summary>The losses above the levels that the data fix: the ReLU network with its prediction, and beside it the gated networks.</summary>
internal static class LevelsFigure
{
    /// <param name="race">The levels.</param>
    /// <param name="relu">The ReLU network.</param>
    /// <param name="prediction">What representative networks predict of it.</param>
    /// <param name="followers">The gated networks.</param>
    public static Figure Draw(DeepContextRace race, CurveFamily relu, RaceLog prediction, CurveFamily[] followers)
    {
        Figure figure = new(panels: 2);
        LossPanel.DrawLinear(figure.Panel(0), [relu, new CurveFamily(Subject.DeepTwin, [prediction.Loss])]);
        LossPanel.DrawLinear(figure.Panel(1), [relu, .. followers]);
        DrawLevels(figure.Panel(0), race);
        DrawLevels(figure.Panel(1), race);
        (double[] low, double[] high) = prediction.Band(Fig6Settings.BandShare);
        LossPanel.DrawBand(figure.Panel(0), Subject.DeepTwin, low, high,
            FormattableString.Invariant($"where {100 * Fig6Settings.BandShare:F0}% of networks are predicted"));
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
            line.LegendText = level == race.Levels[0] ? "levels that the data fix" : "";
        }
    }
}
