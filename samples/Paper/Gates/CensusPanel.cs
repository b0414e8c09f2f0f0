using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Gates;

/// <summary>The share of path strength on each class of gates over the training of a network.</summary>
internal static class CensusPanel
{
    private static readonly (GateClass Class, string Column, string Label, string Color)[] Classes =
    [
        (GateClass.ContextOnly, "context_only", "context alone", "#0072B2"),
        (GateClass.NestedMixed, "nested_mixed", "item and context, nested", "#D55E00"),
        (GateClass.SingleDatapoint, "single_datapoint", "a single datapoint", "#009E73"),
        (GateClass.AlwaysOn, "always_on", "always on", "#CC79A7"),
        (GateClass.ItemOnly, "item_only", "item alone", "#E69F00"),
        (GateClass.NotImplementable, "not_implementable", "beyond a first layer", "#000000"),
        (GateClass.NeverOn, "dead", "dead units", "#999999"),
    ];

    /// <summary>A line for each class; that of gates beyond a first layer only where there are some, as no first layer has any.</summary>
    public static void Draw(Plot panel, CensusTrace trace)
    {
        panel.Title($"gates of the units, {trace.Layer}");
        panel.XLabel("epoch");
        panel.YLabel("share of path strength");
        foreach ((GateClass gateClass, _, string label, string color) in Classes)
        {
            double[] shares = Shares(trace, gateClass);
            if (gateClass == GateClass.NotImplementable && shares.All(share => share == 0))
            {
                continue;
            }

            Scatter line = panel.Add.Scatter([.. trace.Epochs], shares);
            line.MarkerSize = 0;
            line.LineWidth = FigureStyle.ThickLine;
            line.Color = Color.FromHex(color);
            line.LegendText = label;
        }

        panel.Axes.SetLimits(0, Math.Max(1, trace.Epochs[^1]), 0, 1.02);
        panel.ShowLegend(Edge.Right);
    }

    /// <summary>A row per census: the epoch, and by class the share of path strength and the number of units, where units are known.</summary>
    public static CsvTable Table(CensusTrace trace)
    {
        CsvTable table = new(trace.Epochs.Count);
        table.Add("epoch", trace.Epochs);
        foreach ((GateClass gateClass, string column, _, _) in Classes)
        {
            table.Add(column, Shares(trace, gateClass));
            if (trace.HasUnits)
            {
                table.Add(column + "_units", trace.Censuses
                    .Select(census => census.Classes.FirstOrDefault(share => share.Class == gateClass)?.Units ?? 0).ToArray());
            }
        }

        return table;
    }

    /// <summary>Share of path strength that is in other classes in one trace than in the other, mean over the epochs of the first.</summary>
    /// <param name="trace">One.</param>
    /// <param name="other">The other; of its epochs the nearest counts.</param>
    public static double Apart(CensusTrace trace, CensusTrace other) => trace.Epochs.Select((epoch, i) =>
    {
        GateCensus beside = other.Censuses[Enumerable.Range(0, other.Epochs.Count).MinBy(j => Math.Abs(other.Epochs[j] - epoch))];
        return 0.5 * Classes.Sum(one => Math.Abs(trace.Censuses[i].ShareOf(one.Class) - beside.ShareOf(one.Class)));
    }).Average();

    private static double[] Shares(CensusTrace trace, GateClass gateClass) =>
        [.. trace.Censuses.Select(census => census.ShareOf(gateClass))];
}
