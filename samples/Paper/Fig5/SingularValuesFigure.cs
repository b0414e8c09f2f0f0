using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Fig5;

/// <summary>The singular values of the common pathway (above) and of one that misses a context (below), trained and in closed form.</summary>
internal static class SingularValuesFigure
{
    public static Figure Draw(IReadOnlyList<SingularValues> networks)
    {
        Figure figure = new(networks.Count, rows: 2);
        for (int i = 0; i < networks.Count; i++)
        {
            int contexts = networks[i].Contexts;
            Draw(figure.Panel(i), networks[i].Epochs, networks[i].Common, $"{contexts} contexts: the common pathway", Alignment.LowerRight);
            Draw(
                figure.Panel(networks.Count + i),
                networks[i].Epochs,
                networks[i].AllButOne,
                $"{contexts} contexts: a pathway on in {contexts - 1}",
                Alignment.UpperLeft);
        }

        return figure;
    }

    /// <summary>The columns <c>c3_common_0_trained</c>, <c>c3_common_0_closed</c>, ..., <c>c3_all_but_one_0_trained</c>, ...</summary>
    public static CsvTable Table(IReadOnlyList<SingularValues> networks)
    {
        CsvTable table = new(networks[0].Epochs.Length);
        table.Add("epoch", networks[0].Epochs);
        foreach (SingularValues network in networks)
        {
            Add(table, $"c{network.Contexts}_common", network.Common);
            Add(table, $"c{network.Contexts}_all_but_one", network.AllButOne);
        }

        return table;
    }

    private static void Add(CsvTable table, string name, SingularValues.Trajectories pathway)
    {
        for (int k = 0; k < pathway.Closed[0].Length; k++)
        {
            table.Add($"{name}_{k}_trained", pathway.Trained.Select(values => values[k]).ToArray());
            table.Add($"{name}_{k}_closed", pathway.Closed.Select(values => values[k]).ToArray());
        }
    }

    private static void Draw(Plot panel, int[] epochs, SingularValues.Trajectories pathway, string title, Alignment legend)
    {
        DrawCurves(panel, epochs, pathway.Trained, Subject.Gdln with { Label = "trained", Pattern = LinePattern.Solid });
        DrawCurves(panel, epochs, pathway.Closed, Subject.Closed);
        panel.Title(title);
        panel.XLabel("epoch");
        panel.YLabel("singular values of W₂W₁");
        double largest = pathway.Trained.Concat(pathway.Closed).Max(values => values.Max());
        panel.Axes.SetLimits(0, Math.Max(1, epochs[^1]), 0, largest > 0 ? 1.05 * largest : 1);
        panel.ShowLegend(legend);
    }

    private static void DrawCurves(Plot panel, int[] epochs, double[][] curves, Subject subject)
    {
        for (int k = 0; k < curves[0].Length; k++)
        {
            Scatter line = panel.Add.Scatter(epochs, curves.Select(values => values[k]).ToArray());
            line.MarkerSize = 0;
            line.LineWidth = 2;
            line.LinePattern = subject.Pattern;
            line.Color = subject.Color;
            line.LegendText = k == 0 ? subject.Label : "";
        }
    }
}
