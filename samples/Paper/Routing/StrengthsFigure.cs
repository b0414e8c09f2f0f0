using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Routing;

/// <summary>The strength of each mode of the trained pairs beside the scalar race, and what the flow of the race conserves.</summary>
internal static class StrengthsFigure
{
    private static readonly string[] Colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7"];

    public static Figure Draw(RoutingProblem problem, Trace[] traces, ScalarRace race)
    {
        Figure figure = new(panels: 2);
        DrawStrengths(figure.Panel(0), problem, traces, race);
        DrawConserved(figure.Panel(1), problem, race);
        return figure;
    }

    /// <summary>A row per epoch that was looked at: every mode in every seed, by the steps and by the flow, and what the flow conserves.</summary>
    public static CsvTable Table(RoutingProblem problem, Trace[] traces, ScalarRace race)
    {
        // The race has a state before each update, the traces one more after the last.
        int[] epochs = [.. traces[0].Epochs.Where(epoch => epoch < race.StepLoss.Length)];
        CsvTable table = new(epochs.Length);
        table.Add("epoch", epochs);
        for (int mode = 0; mode < problem.SingularValues.Length; mode++)
        {
            for (int seed = 0; seed < traces.Length; seed++)
            {
                table.Add($"mode{mode}_routing_{seed + 1}", epochs.Select((_, row) => traces[seed].Strengths[row][mode]).ToArray());
            }

            table.Add($"mode{mode}_steps", epochs.Select(epoch => race.Steps[mode][epoch].Product).ToArray());
            table.Add($"mode{mode}_flow", epochs.Select(epoch => race.Flow[mode][epoch].Product).ToArray());
            table.Add($"mode{mode}_conserved_steps", epochs.Select(epoch => Conserved(problem, race.Steps[mode][epoch])).ToArray());
            table.Add($"mode{mode}_conserved_flow", epochs.Select(epoch => Conserved(problem, race.Flow[mode][epoch])).ToArray());
        }

        return table;
    }

    private static void DrawStrengths(Plot panel, RoutingProblem problem, Trace[] traces, ScalarRace race)
    {
        for (int mode = 0; mode < problem.SingularValues.Length; mode++)
        {
            Color color = Color.FromHex(Colors[mode % Colors.Length]);
            foreach (Trace trace in traces)
            {
                Scatter line = panel.Add.Scatter(trace.Epochs, trace.Strengths.Select(strengths => strengths[mode]).ToArray());
                Style(line, color.WithOpacity(0.7), 1.4f, LinePattern.Solid,
                    trace == traces[0] ? FormattableString.Invariant($"trained, s = {problem.SingularValues[mode]:0.##}") : "");
            }

            Scatter steps = panel.Add.Scatter(
                Enumerable.Range(0, race.StepLoss.Length).ToArray(), race.Steps[mode].Select(b => b.Product).ToArray());
            Style(steps, color, FigureStyle.ThickLine, LinePattern.Dotted, mode == 0 ? "scalar race, gradient descent" : "");
        }

        panel.Title("strength of the modes of the trained pairs");
        panel.XLabel("epoch");
        panel.YLabel("uᵀ W v, mean over trained pairs");
        panel.Axes.SetLimits(0, Math.Max(1, traces[0].Epochs[^1]), 0, 1.55 * problem.SingularValues[0]);
        panel.ShowLegend(Alignment.UpperRight);
    }

    private static void DrawConserved(Plot panel, RoutingProblem problem, ScalarRace race)
    {
        int[] epochs = [.. Enumerable.Range(0, race.StepLoss.Length)];
        for (int mode = 0; mode < problem.SingularValues.Length; mode++)
        {
            Color color = Color.FromHex(Colors[mode % Colors.Length]);
            Scatter flow = panel.Add.Scatter(epochs, race.Flow[mode].Select(b => Conserved(problem, b)).ToArray());
            Style(flow, color, 1.4f, LinePattern.Solid, mode == 0 ? "flow: conserved" : "");
            Scatter steps = panel.Add.Scatter(epochs, race.Steps[mode].Select(b => Conserved(problem, b)).ToArray());
            Style(steps, color, FigureStyle.ThickLine, LinePattern.Dotted, mode == 0 ? "gradient descent" : "");
        }

        panel.Title("what the flow of the race conserves");
        panel.XLabel("epoch");
        panel.YLabel("M b1² − b2², by mode");
        panel.Axes.SetLimits(0, Math.Max(1, epochs.Length - 1), 0, Math.Max(1e-3, 1.1 * Conserved(problem, race.Flow[0][0])));
        panel.ShowLegend(Alignment.LowerRight);
    }

    private static double Conserved(RoutingProblem problem, RoutingMode b) =>
        (problem.Domains * b.Encoder * b.Decoder) - (b.Shared * b.Shared);

    private static void Style(Scatter line, Color color, float width, LinePattern pattern, string legend)
    {
        line.Color = color;
        line.LineWidth = width;
        line.LinePattern = pattern;
        line.MarkerSize = 0;
        line.LegendText = legend;
    }
}
