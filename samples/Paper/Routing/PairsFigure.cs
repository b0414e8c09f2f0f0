using System.Globalization;
using System.Runtime.InteropServices;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using MathNet.Numerics.LinearAlgebra;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Paper.Routing;

/// <summary>The outputs of all M x M pairs as heat maps: a block per pair, its 7 properties by 4 items; trained pairs are framed.</summary>
internal static class PairsFigure
{
    private const int Gap = 1;

    public static Figure Draw(RoutingProblem problem, GainRun small, GainRun large)
    {
        Figure figure = new(panels: 2);
        DrawPairs(figure.Panel(0), problem, small);
        DrawPairs(figure.Panel(1), problem, large);
        return figure;
    }

    /// <summary>A row per pair, property and item: whether the pair is trained, the outputs from both gains, and the target.</summary>
    public static CsvTable Table(RoutingProblem problem, GainRun small, GainRun large)
    {
        (int Encoder, int Decoder, int Property, int Item)[] cells =
        [
            .. from encoder in Enumerable.Range(0, problem.Domains)
               from decoder in Enumerable.Range(0, problem.Domains)
               from property in Enumerable.Range(0, problem.Properties)
               from item in Enumerable.Range(0, RoutingNetwork.Items)
               select (encoder, decoder, property, item),
        ];
        double[] Outputs(GainRun run) => [.. cells.Select(cell => run.Maps[cell.Encoder, cell.Decoder][cell.Property, cell.Item])];

        CsvTable table = new(cells.Length);
        table.Add("encoder", cells.Select(cell => cell.Encoder).ToArray());
        table.Add("decoder", cells.Select(cell => cell.Decoder).ToArray());
        table.Add("is_trained", cells.Select(cell => problem.IsTrained(cell.Encoder, cell.Decoder) ? 1 : 0).ToArray());
        table.Add("property", cells.Select(cell => cell.Property).ToArray());
        table.Add("item", cells.Select(cell => cell.Item).ToArray());
        table.Add(FormattableString.Invariant($"g{small.Gain}"), Outputs(small));
        table.Add(FormattableString.Invariant($"g{large.Gain}"), Outputs(large));
        table.Add("target", cells.Select(cell => problem.Targets[cell.Property, cell.Item]).ToArray());
        return table;
    }

    private static void DrawPairs(Plot panel, RoutingProblem problem, GainRun run)
    {
        (int height, int width) = (problem.Properties + Gap, RoutingNetwork.Items + Gap);

        // What lies between the blocks is no number, and is drawn in no colour.
        double[,] cells = new double[(problem.Domains * width) - Gap, (problem.Domains * height) - Gap];
        MemoryMarshal.CreateSpan(ref cells[0, 0], cells.Length).Fill(double.NaN);
        for (int encoder = 0; encoder < problem.Domains; encoder++)
        {
            for (int decoder = 0; decoder < problem.Domains; decoder++)
            {
                Paste(run.Maps[encoder, decoder], cells, encoder * width, decoder * height);
            }
        }

        HeatPanel.Draw(panel, cells, FormattableString.Invariant($"outputs of all pairs, gain {run.Gain}"), 0, problem.Targets.Enumerate().Max(), "output");
        foreach ((int encoder, int decoder) in TrainedPairs(problem))
        {
            (double left, double top) = ((encoder * width) - 0.8, (decoder * height) - 0.8);
            Rectangle frame = panel.Add.Rectangle(left, left + width - 0.4, top, top + height - 0.4);
            frame.FillColor = Colors.Transparent;
            frame.LineColor = Colors.Red;
            frame.LineWidth = 1.6f;
        }

        panel.Axes.SetLimits(-1.2, (problem.Domains * width) - 0.8, (problem.Domains * height) - 0.8, -1.2);
        panel.Axes.Bottom.TickGenerator = Blocks(problem.Domains, width, RoutingNetwork.Items);
        panel.Axes.Left.TickGenerator = Blocks(problem.Domains, height, problem.Properties);
        panel.XLabel("encoder (4 items each)");
        panel.YLabel("decoder (7 properties each)");
    }

    private static IEnumerable<(int Encoder, int Decoder)> TrainedPairs(RoutingProblem problem) =>
        from encoder in Enumerable.Range(0, problem.Domains)
        from decoder in Enumerable.Range(0, problem.Domains)
        where problem.IsTrained(encoder, decoder)
        select (encoder, decoder);

    private static void Paste(Matrix<double> map, double[,] cells, int left, int top)
    {
        for (int property = 0; property < map.RowCount; property++)
        {
            for (int item = 0; item < map.ColumnCount; item++)
            {
                cells[left + item, top + property] = map[property, item];
            }
        }
    }

    private static NumericManual Blocks(int count, int stride, int size) => new(
        [.. Enumerable.Range(0, count).Select(block => (block * stride) + ((size - 1) / 2.0))],
        [.. Enumerable.Range(1, count).Select(block => block.ToString(CultureInfo.InvariantCulture))]);
}
