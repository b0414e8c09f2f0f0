using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Paper.Routing;

/// <summary>Error of trained and never trained pairs, and how alike the encoders write, against the gain of the initial weights.</summary>
internal static class GainFigure
{
    /// <summary>Errors that rounding has reached say nothing.</summary>
    private const double LeastError = 1e-8;

    public static Figure Draw(RoutingProblem problem, GainRun[][] sweep)
    {
        Figure figure = new(panels: 2);
        DrawErrors(figure.Panel(0), problem, sweep);
        DrawSharing(figure.Panel(1), sweep);
        return figure;
    }

    /// <summary>A row per gain: the errors and the sharing of every seed.</summary>
    public static CsvTable Table(GainRun[][] sweep)
    {
        CsvTable table = new(sweep.Length);
        table.Add("gain", sweep.Select(runs => runs[0].Gain).ToArray());
        for (int s = 0; s < sweep[0].Length; s++)
        {
            int seed = s;
            table.Add($"trained_{seed + 1}", sweep.Select(runs => runs[seed].Trained).ToArray());
            if (sweep[0][seed].Untrained is not null)
            {
                table.Add($"untrained_{seed + 1}", sweep.Select(runs => runs[seed].Untrained!.Value).ToArray());
            }

            table.Add($"sharing_{seed + 1}", sweep.Select(runs => runs[seed].Sharing).ToArray());
        }

        return table;
    }

    private static void DrawErrors(Plot panel, RoutingProblem problem, GainRun[][] sweep)
    {
        static double Height(double error) => Math.Log10(Math.Max(LeastError, error));

        DrawSeedsAndMean(panel, PairSubjects.Trained, sweep, run => run.Trained, Height);
        if (sweep[0][0].Untrained is not null)
        {
            DrawSeedsAndMean(panel, PairSubjects.Untrained, sweep, run => run.Untrained!.Value, Height);
        }

        double zeroOutput = 0.5 * Math.Pow(problem.Targets.FrobeniusNorm(), 2);
        HorizontalLine nothing = panel.Add.HorizontalLine(Height(zeroOutput));
        nothing.Color = Colors.Black.WithOpacity(0.5);
        nothing.LinePattern = LinePattern.Dashed;
        nothing.LineWidth = 1;
        nothing.LegendText = "a network that answers 0";
        panel.Axes.SetLimitsY(Math.Log10(LeastError), Height(zeroOutput) + 0.6);
        panel.Axes.Left.TickGenerator = new DecadeTicks();
        panel.Title("error of a pair");
        panel.YLabel("½ |W − targets|², mean over pairs");
        Finish(panel);
    }

    private static void DrawSharing(Plot panel, GainRun[][] sweep)
    {
        Subject encoders = RoutingSubjects.Network with { Label = "same item, two encoders" };
        DrawSeedsAndMean(panel, encoders, sweep, run => run.Sharing, sharing => sharing);
        panel.Axes.SetLimitsY(-0.05, 1.05);
        panel.Title("do the encoders agree on what they write?");
        panel.YLabel("cosine, mean over items and pairs of encoders");
        Finish(panel);
    }

    private static void DrawSeedsAndMean(
        Plot panel, Subject subject, GainRun[][] sweep, Func<GainRun, double> value, Func<double, double> height) =>
        SweepPanel.Draw(panel, subject, [.. sweep.Select(runs => runs[0].Gain)], [.. sweep.Select(runs => runs.Select(value).ToArray())], height);

    private static void Finish(Plot panel)
    {
        double[] gains = RoutingSettings.Gains;
        panel.Axes.SetLimitsX(0, gains[^1] + 0.1);
        panel.Axes.Bottom.TickGenerator =
            new NumericManual(gains, [.. gains.Select(gain => gain.ToString(CultureInfo.InvariantCulture))]);
        panel.XLabel("gain of the initial weights");
        panel.ShowLegend(Alignment.LowerLeft);
    }
}
