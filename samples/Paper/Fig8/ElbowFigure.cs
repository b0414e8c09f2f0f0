using System.Globalization;
using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Paper.Fig8;

/// <summary>P1 Fig. 9: errors over the number of clusters, with the elbow.</summary>
internal static class ElbowFigure
{
    public static Figure Draw(IReadOnlyList<IdentificationResult> found)
    {
        Figure figure = new(panels: 3);
        DrawPanel(figure.Panel(0), Fig8Subjects.LossRms, found, candidate => candidate.LossRms);
        figure.Panel(0).YLabel("rms, in parts of the first loss");
        DrawPanel(figure.Panel(1), Fig8Subjects.Error, found, candidate => candidate.Error);
        figure.Panel(1).YLabel("error");
        foreach (IGrouping<int, IdentificationResult> elbow in found.GroupBy(result => result.Elbow.Clusters).OrderBy(elbow => elbow.Key))
        {
            VerticalMark(figure.Panel(1), elbow.Key, $"elbow of {elbow.Count()} of {found.Count} seeds");
        }

        DrawPanel(figure.Panel(2), Fig8Subjects.GateSpread, found, candidate => candidate.GateSpread);
        figure.Panel(2).YLabel("mean squared distance");
        return figure;
    }

    /// <summary>A row per k: the errors of every seed.</summary>
    public static CsvTable Table(IReadOnlyList<IdentificationResult> found)
    {
        int count = Count(found);
        CsvTable table = new(count);
        table.Add("k", Enumerable.Range(0, count).Select(i => found[0].Candidates[i].Clusters).ToArray());
        for (int seed = 0; seed < found.Count; seed++)
        {
            ModuleCandidate[] candidates = [.. found[seed].Candidates.Take(count)];
            table.Add($"{Fig8Subjects.LossRms.Key}_{seed + 1}", candidates.Select(candidate => candidate.LossRms).ToArray());
            table.Add($"target_residual_{seed + 1}", candidates.Select(candidate => candidate.TargetResidual).ToArray());
            table.Add($"{Fig8Subjects.Error.Key}_{seed + 1}", candidates.Select(candidate => candidate.Error).ToArray());
            table.Add($"{Fig8Subjects.GateSpread.Key}_{seed + 1}", candidates.Select(candidate => candidate.GateSpread).ToArray());
        }

        return table;
    }

    /// <summary>Numbers of clusters that every seed was tried with.</summary>
    private static int Count(IReadOnlyList<IdentificationResult> found) => found.Min(result => result.Candidates.Count);

    private static void DrawPanel(Plot panel, Subject subject, IReadOnlyList<IdentificationResult> found, Func<ModuleCandidate, double> value)
    {
        int count = Count(found);
        double[] clusters = [.. found[0].Candidates.Take(count).Select(candidate => (double)candidate.Clusters)];
        SweepPanel.Draw(
            panel, subject, clusters, [.. Enumerable.Range(0, count).Select(i => found.Select(result => value(result.Candidates[i])).ToArray())],
                height => height);
        panel.Title(subject.Label);
        panel.XLabel("number of clusters k");
        panel.Axes.Bottom.TickGenerator = new NumericManual(clusters, [.. clusters.Select(k => k.ToString(CultureInfo.InvariantCulture))]);
        panel.Axes.SetLimitsX(clusters[0] - 0.3, clusters[^1] + 0.3);
        panel.Axes.SetLimitsY(0, 1.08 * found.Max(result => result.Candidates.Max(value)));
        panel.HideLegend();
    }

    private static void VerticalMark(Plot panel, int clusters, string words)
    {
        var mark = panel.Add.VerticalLine(clusters);
        mark.Color = Colors.Black.WithOpacity(0.5);
        mark.LinePattern = LinePattern.Dotted;
        mark.LineWidth = 2;
        mark.LegendText = $"k = {clusters}: {words}";
        panel.ShowLegend(Alignment.UpperRight);
    }
}
