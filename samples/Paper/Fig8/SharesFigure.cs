using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Fig8;

/// <summary>How much of the path strength each module has over the training: forecast before it, and found in the trained networks.</summary>
internal static class SharesFigure
{
    private static readonly string[] Colours = ["#CC79A7", "#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#999999", "#000000"];

    public static Figure Draw(FoundModules modules, IReadOnlyList<int> epochs)
    {
        Figure figure = new(panels: 2);
        double top = 0.05 + modules.Gates.Max(gate => Math.Max(modules.Forecast(gate).Max(), modules.Found(gate).Max(seed => seed.Max())));
        for (int i = 0; i < modules.Gates.Count; i++)
        {
            Color color = Color.FromHex(Colours[i % Colours.Length]);
            string gate = modules.Gates[i];
            AddLine(figure.Panel(0), modules.ForecastEpochs, modules.Forecast(gate), color, FigureStyle.ThickLine, modules.Descriptions[i]);
            double[][] seeds = modules.Found(gate);
            foreach (double[] seed in seeds)
            {
                AddLine(figure.Panel(1), epochs, seed, color.WithOpacity(FigureStyle.ThinOpacity), FigureStyle.ThinLine, "");
            }

            double[] mean = [.. epochs.Select((_, recording) => seeds.Average(seed => seed[recording]))];
            AddLine(figure.Panel(1), epochs, mean, color, FigureStyle.ThickLine, modules.Descriptions[i]);
        }

        foreach ((Plot panel, string title) in new[] { (figure.Panel(0), "forecast before any training"), (figure.Panel(1), "found in trained networks") })
        {
            panel.Title(title);
            panel.XLabel("epoch");
            panel.YLabel("share of path strength");
            panel.Axes.SetLimits(0, Math.Max(1, epochs[^1]), 0, top);
            panel.ShowLegend(Alignment.UpperRight);
        }

        return figure;
    }

    /// <summary>A row per recorded epoch; a column for each module and seed (found), and for each module (forecast).</summary>
    public static CsvTable Table(FoundModules modules, IReadOnlyList<int> epochs, ContextTask task)
    {
        CsvTable table = new(epochs.Count);
        table.Add("epoch", epochs);
        for (int i = 0; i < modules.Gates.Count; i++)
        {
            string gate = modules.Gates[i];
            string column = Column(gate, task.ObjectCount);
            double[][] seeds = modules.Found(gate);
            for (int seed = 0; seed < seeds.Length; seed++)
            {
                table.Add($"{column}_found_{seed + 1}", seeds[seed]);
            }

            table.Add($"{column}_forecast", modules.Forecast(gate));
        }

        return table;
    }

    /// <summary>The gate itself: <c>gate_110</c> where it is the same at all objects of a context, else all its bits.</summary>
    private static string Column(string gate, int objects)
    {
        string[] contexts = [.. gate.Chunk(objects).Select(bits => new string(bits))];
        return "gate_" + (contexts.All(bits => bits.Distinct().Count() == 1) ? string.Concat(contexts.Select(bits => bits[0])) : gate);
    }

    private static void AddLine(Plot panel, IReadOnlyList<int> epochs, double[] shares, Color color, float width, string label)
    {
        Scatter line = panel.Add.Scatter(epochs.ToArray(), shares);
        line.Color = color;
        line.LineWidth = width;
        line.MarkerSize = 0;
        line.LegendText = label;
    }
}
