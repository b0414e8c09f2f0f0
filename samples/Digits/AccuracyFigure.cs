using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Digits;

/// <summary>Accuracy on held-out images of trained and never trained pairs, against the gain and against K.</summary>
internal static class AccuracyFigure
{
    /// <param name="runs">By K and gain, and seed.</param>
    public static Figure Draw(DigitsRun[][] runs)
    {
        Figure figure = new(panels: 2);
        DrawGains(figure.Panel(0), [.. runs.Where(seeds => seeds[0].Count == DigitsSettings.Trained)]);
        DrawCounts(figure.Panel(1), runs);
        return figure;
    }

    /// <summary>A row per K and gain: both accuracies in every seed.</summary>
    public static CsvTable Table(DigitsRun[][] runs)
    {
        CsvTable table = new(runs.Length);
        table.Add("k", runs.Select(seeds => seeds[0].Count).ToArray());
        table.Add("gain", runs.Select(seeds => seeds[0].Gain).ToArray());
        for (int s = 0; s < runs[0].Length; s++)
        {
            int seed = s;
            table.Add($"trained_{seed + 1}", runs.Select(seeds => seeds[seed].Trained).ToArray());
            table.Add($"untrained_{seed + 1}", runs.Select(seeds => seeds[seed].Untrained).ToArray());
        }

        return table;
    }

    private static void DrawGains(Plot panel, DigitsRun[][] runs)
    {
        double[] positions = [.. runs.Select(seeds => Math.Log10(seeds[0].Gain))];
        DrawAccuracies(panel, runs, positions, PairSubjects.Trained, PairSubjects.Untrained);
        panel.Title($"each encoder trained with K = {DigitsSettings.Trained} of 10 decoders");
        panel.XLabel("gain of the initial weights");
        panel.Axes.Bottom.TickGenerator = new NumericManual(
            positions, [.. runs.Select(seeds => seeds[0].Gain.ToString(CultureInfo.InvariantCulture))]);
        Finish(panel, positions, 0.2, Alignment.LowerLeft);
    }

    private static void DrawCounts(Plot panel, DigitsRun[][] runs)
    {
        foreach (GainSetting setting in DigitsSettings.GainsOfCounts)
        {
            DigitsRun[][] ofGain = [.. runs.Where(seeds => seeds[0].Gain == setting.Gain).OrderBy(seeds => seeds[0].Count)];
            double[] positions = [.. ofGain.Select(seeds => (double)seeds[0].Count)];
            LinePattern pattern = setting == DigitsSettings.GainsOfCounts[0] ? LinePattern.Solid : LinePattern.Dashed;
            Subject Of(Subject subject) =>
                subject with { Pattern = pattern, Label = FormattableString.Invariant($"{subject.Label}, gain {setting.Gain}") };
            DrawAccuracies(panel, ofGain, positions, Of(PairSubjects.Trained), Of(PairSubjects.Untrained));
        }

        double[] counts = [.. DigitsSettings.TrainedCounts.Select(count => (double)count)];
        panel.Title("against the number of trained decoders");
        panel.XLabel("K, trained decoders of each encoder");
        panel.Axes.Bottom.TickGenerator =
            new NumericManual(counts, [.. DigitsSettings.TrainedCounts.Select(count => count.ToString(CultureInfo.InvariantCulture))]);
        Finish(panel, counts, 0.4, Alignment.LowerRight);
    }

    private static void DrawAccuracies(Plot panel, DigitsRun[][] runs, double[] positions, Subject trained, Subject untrained)
    {
        SweepPanel.Draw(panel, trained, positions, [.. runs.Select(seeds => seeds.Select(run => run.Trained).ToArray())], accuracy => accuracy);
        SweepPanel.Draw(panel, untrained, positions, [.. runs.Select(seeds => seeds.Select(run => run.Untrained).ToArray())], accuracy => accuracy);
    }

    private static void Finish(Plot panel, double[] positions, double margin, Alignment legend)
    {
        HorizontalLine chance = panel.Add.HorizontalLine(1.0 / RoutedDigits.Classes);
        chance.Color = Colors.Black.WithOpacity(0.5);
        chance.LinePattern = LinePattern.Dotted;
        chance.LineWidth = 1;
        chance.LegendText = "chance";
        panel.YLabel("accuracy on held-out images");
        panel.Axes.SetLimits(positions[0] - margin, positions[^1] + margin, 0, 1.02);
        panel.ShowLegend(legend);
    }
}
