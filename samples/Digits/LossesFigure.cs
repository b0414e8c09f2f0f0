using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Digits;

/// <summary>The training losses from each gain; each has its own step and its own number of epochs.</summary>
internal static class LossesFigure
{
    private static readonly string[] Colors = ["#0072B2", "#009E73", "#E69F00", "#D55E00"];

    /// <param name="runs">By gain, and seed.</param>
    public static Figure Draw(DigitsRun[][] runs)
    {
        Figure figure = new(panels: 1);
        Plot panel = figure.Panel(0);
        for (int gain = 0; gain < runs.Length; gain++)
        {
            foreach (DigitsRun run in runs[gain])
            {
                Scatter line = panel.Add.Scatter(run.Epochs, run.Loss.Select(Math.Log10).ToArray());
                line.Color = Color.FromHex(Colors[gain % Colors.Length]);
                line.LineWidth = FigureStyle.ThickLine;
                line.MarkerSize = 0;
                line.LegendText = run == runs[gain][0] ? FormattableString.Invariant($"gain {run.Gain}") : "";
            }
        }

        panel.Title($"training of the {RoutedDigits.Domains * DigitsSettings.Trained} trained pairs");
        panel.XLabel("epoch");
        panel.YLabel("½ |error|², mean over images and pairs");
        panel.Axes.SetLimitsX(0, Math.Max(1, runs.Max(seeds => seeds[0].Epochs[^1])));
        panel.Axes.Left.TickGenerator = new DecadeTicks();
        panel.ShowLegend(Alignment.UpperRight);
        return figure;
    }

    /// <summary>A row per gain, seed and recorded epoch.</summary>
    public static CsvTable Table(DigitsRun[][] runs)
    {
        (double Gain, int Seed, int Epoch, double Loss)[] rows =
        [
            .. from seeds in runs
               from run in seeds.Index()
               from epoch in run.Item.Epochs.Index()
               select (run.Item.Gain, run.Index + 1, epoch.Item, run.Item.Loss[epoch.Index]),
        ];
        CsvTable table = new(rows.Length);
        table.Add("gain", rows.Select(row => row.Gain).ToArray());
        table.Add("seed", rows.Select(row => row.Seed).ToArray());
        table.Add("epoch", rows.Select(row => row.Epoch).ToArray());
        table.Add("loss", rows.Select(row => row.Loss).ToArray());
        return table;
    }
}
