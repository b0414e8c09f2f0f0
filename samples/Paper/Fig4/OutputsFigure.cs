using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;

namespace Paper.Fig4;

/// <summary>Outputs during training as heat maps beside the targets: an eighth into the training, half-way, at its end.</summary>
internal static class OutputsFigure
{
    private static readonly int[] Shown = [0, 3, 7];

    public static Figure Draw(Snapshots snapshots, double[,] targets, string network)
    {
        Figure figure = new(panels: Shown.Length + 1);
        double largest = targets.Cast<double>().Max();
        for (int panel = 0; panel < Shown.Length; panel++)
        {
            HeatPanel.Draw(figure.Panel(panel), snapshots.Outputs[Shown[panel]], $"{network}, epoch {snapshots.Epochs[Shown[panel]]}", largest);
        }

        HeatPanel.Draw(figure.Panel(Shown.Length), targets, "targets", largest);
        foreach (int panel in Enumerable.Range(0, Shown.Length + 1))
        {
            figure.Panel(panel).XLabel("datapoint (context by context)");
            figure.Panel(panel).YLabel("property");
        }

        return figure;
    }

    /// <summary>A row per datapoint and property: the outputs at the epochs shown, and the target.</summary>
    public static CsvTable Table(Snapshots snapshots, double[,] targets)
    {
        (int datapoints, int properties) = (targets.GetLength(0), targets.GetLength(1));
        CsvTable table = new(datapoints * properties);
        table.Add("datapoint", Enumerable.Range(0, datapoints * properties).Select(cell => cell / properties).ToArray());
        table.Add("property", Enumerable.Range(0, datapoints * properties).Select(cell => cell % properties).ToArray());
        foreach (int shown in Shown)
        {
            table.Add($"epoch_{snapshots.Epochs[shown]}", snapshots.Outputs[shown].Cast<double>().ToArray());
        }

        table.Add("target", targets.Cast<double>().ToArray());
        return table;
    }
}
