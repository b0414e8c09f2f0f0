using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Paper.Depth;

/// <summary>The epoch of the first drop against the size of the initial weights and against depth: trained, predicted, and by the formula.</summary>
/// <param name="results">By depth, and size.</param>
internal sealed class DropsFigure(DepthResult[][] results)
{
    private static readonly MarkerShape[] Shapes =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond];

    /// <summary>How light the largest weights are drawn, of black.</summary>
    private const double LightestShade = 0.6;

    // Marks come before lines: after a broken line they would be drawn broken too, which the SVG writer cannot.
    public Figure Draw()
    {
        Figure figure = new(panels: 2);
        DrawAgainstSize(figure.Panel(0));
        DrawAgainstDepth(figure.Panel(1));
        return figure;
    }

    /// <summary>A row per size; a cell without a number where the epochs do not suffice.</summary>
    public CsvTable Table()
    {
        CsvTable table = new(DepthSettings.Sizes.Length);
        table.Add("size", DepthSettings.Sizes);
        foreach (DepthResult[] sizes in results)
        {
            string prefix = sizes[0].Network.Prefix;
            for (int s = 0; s < sizes[0].Trained.Length; s++)
            {
                int seed = s;
                table.Add($"{prefix}relu_{seed + 1}", Column(sizes, result => result.OfSeed(seed)));
            }

            table.Add($"{prefix}twin", Column(sizes, result => result.Expected));
            table.Add($"{prefix}formula", Column(sizes, result => result.Formula));
        }

        return table;
    }

    private void DrawAgainstSize(Plot panel)
    {
        foreach (DepthResult[] sizes in results)
        {
            DepthNetwork network = sizes[0].Network;
            Marks(panel, sizes, result => Math.Log10(result.Size), network.Color, Shapes[(network.Layers - 1) % Shapes.Length], network.Trained.Label);
        }

        foreach (DepthResult[] sizes in results)
        {
            DepthNetwork network = sizes[0].Network;
            Line(panel, network.Formula, sizes, result => Math.Log10(result.Size), result => result.Formula, "");
            Line(panel, network.Predicted, sizes, result => Math.Log10(result.Size), result => result.Expected, "");
        }

        double[] sizesShown = DepthSettings.Sizes;
        panel.Axes.SetLimitsX(Math.Log10(sizesShown.Min()) - 0.05, Math.Log10(sizesShown.Max()) + 0.05);
        panel.Axes.Bottom.TickGenerator =
            new NumericManual([.. sizesShown.Select(Math.Log10)], [.. sizesShown.Select(size => size.ToString(CultureInfo.InvariantCulture))]);
        panel.XLabel("σ√H of the initial weights (logarithmic)");
        Finish(panel, Alignment.UpperRight);
    }

    private void DrawAgainstDepth(Plot panel)
    {
        (DepthResult[] Depths, Color Color)[] bySize =
        [
            .. Enumerable.Range(0, DepthSettings.Sizes.Length).Select(i =>
                (results.Select(sizes => sizes[i]).ToArray(), Colors.Black.Lighten(LightestShade * i / Math.Max(1, DepthSettings.Sizes.Length - 1)))),
        ];
        foreach ((DepthResult[] depths, Color color) in bySize)
        {
            Marks(panel, depths, result => result.Network.Layers, color, MarkerShape.FilledCircle,
                string.Create(CultureInfo.InvariantCulture, $"σ√H = {depths[0].Size}"));
        }

        foreach ((DepthResult[] depths, Color color) in bySize)
        {
            bool isFirst = depths == bySize[0].Depths;
            Line(panel, depths[0].Network.Predicted with { Color = color }, depths, result => result.Network.Layers, result => result.Expected,
                isFirst ? "predicted" : "");
            Line(panel, depths[0].Network.Formula with { Color = color }, depths, result => result.Network.Layers, result => result.Formula,
                isFirst ? "formula" : "");
        }

        panel.Axes.SetLimitsX(0.8, results.Length + 0.2);
        panel.Axes.Bottom.TickGenerator = new NumericManual(
            [.. results.Select(sizes => (double)sizes[0].Network.Layers)],
                [.. results.Select(sizes => sizes[0].Network.Layers.ToString(CultureInfo.InvariantCulture))]);
        panel.XLabel("hidden layers");
        Finish(panel, Alignment.UpperLeft);
    }

    private void Finish(Plot panel, Alignment legend)
    {
        double[] times = [.. results.SelectMany(sizes => sizes).SelectMany(result => new[] { result.Mean, result.Expected, result.Formula }).OfType<double>()];
        panel.Axes.SetLimitsY(Math.Floor(Math.Log10(times.Append(1).Max() / 1000)), Math.Ceiling(Math.Log10(times.Append(1).Max())));
        panel.Axes.Left.TickGenerator = new DecadeTicks();
        panel.YLabel("epoch of the first drop (logarithmic)");
        panel.ShowLegend(legend);
    }

    private static void Line(Plot panel, Subject subject, DepthResult[] along, Func<DepthResult, double> across, Func<DepthResult, double?> time, string label)
    {
        DepthResult[] known = [.. along.Where(result => time(result) > 0)];
        Scatter line = panel.Add.Scatter(known.Select(across).ToArray(), known.Select(result => Math.Log10(time(result)!.Value)).ToArray());
        line.Color = subject.Color;
        line.LinePattern = subject.Pattern;
        line.LineWidth = 2;
        line.MarkerSize = 0;
        line.LegendText = label;
    }

    private static void Marks(Plot panel, DepthResult[] along, Func<DepthResult, double> across, Color color, MarkerShape shape, string label)
    {
        (double X, double Y)[] points =
        [
            .. from result in along
               from seed in Enumerable.Range(0, result.Trained.Length)
               let time = result.OfSeed(seed)
               where time > 0
               select (across(result), Math.Log10(time.Value)),
        ];
        Scatter marks = panel.Add.Scatter(points.Select(point => point.X).ToArray(), points.Select(point => point.Y).ToArray());
        marks.Color = color;
        marks.LineWidth = 0;
        marks.MarkerSize = 8;
        marks.MarkerShape = shape;
        marks.LegendText = label;
    }

    private static double[] Column(DepthResult[] sizes, Func<DepthResult, double?> time) => [.. sizes.Select(result => time(result) ?? double.NaN)];
}
