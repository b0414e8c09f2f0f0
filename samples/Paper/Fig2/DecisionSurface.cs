using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Paper.Fig2;

/// <summary>
/// Where the trained ReLU network's answer changes its sign: above each place of the plane of both bits the height of the third input. Flat at 0:
/// the network reads the margin. A saddle through the corners: it reads the bits.
/// </summary>
/// <param name="Margin">D.</param>
/// <param name="Heights">Rows from y = Extent down to -Extent, columns from x = -Extent up.</param>
internal sealed record DecisionSurface(double Margin, double[,] Heights)
{
    /// <summary>The surface is drawn, and looked for, from -Extent to Extent.</summary>
    private const double Extent = 2;

    private const int Side = 61;
    private const int Halvings = 30;

    public static DecisionSurface[] OfShownMargins(RunSettings settings, WorkRunner runner) => runner.Run(
        from margin in Fig2Settings.Shown
        select new Work<DecisionSurface>("decision surface", settings.Seeds[0], context =>
        {
            XorGating.ReluTwin network = new XorProblem(margin).TrainedRelu(context.Seed, MarginRun.Options(settings.Epochs, context.CancellationToken));
            return new DecisionSurface(margin, Find(network));
        }));

    public static Figure Draw(DecisionSurface[] surfaces)
    {
        Figure figure = new(surfaces.Length);
        for (int i = 0; i < surfaces.Length; i++)
        {
            // All panels have one scale: the last one names it.
            surfaces[i].DrawOn(figure.Panel(i), i == surfaces.Length - 1 ? "height of the surface, third input" : "");
        }

        return figure;
    }

    /// <summary>A row per place: both bits, and the height at each margin.</summary>
    public static CsvTable Table(DecisionSurface[] surfaces)
    {
        CsvTable table = new(Side * Side);
        table.Add("x1", Enumerable.Range(0, Side * Side).Select(cell => X(cell % Side)).ToArray());
        table.Add("x2", Enumerable.Range(0, Side * Side).Select(cell => -X(cell / Side)).ToArray());
        foreach (DecisionSurface surface in surfaces)
        {
            table.Add(Fig2Settings.NameOf(surface.Margin), surface.Heights.Cast<double>().ToArray());
        }

        return table;
    }

    /// <summary>By bisection at all places at once; the sign changes once, as the answer of a trained network grows with the third input.</summary>
    private static double[,] Find(XorGating.ReluTwin network)
    {
        double[] low = [.. Enumerable.Repeat(-Extent, Side * Side)];
        double[] high = [.. Enumerable.Repeat(Extent, Side * Side)];
        double[] answers = new double[Side * Side];
        for (int halving = 0; halving < Halvings; halving++)
        {
            double[] points = [.. Enumerable.Range(0, Side * Side).SelectMany(cell => new[] { X(cell % Side), -X(cell / Side), (low[cell] + high[cell]) / 2 })];
            network.Predict(XorGating.Dataset.Create(points, new int[Side * Side], new double[Side * Side]), answers);
            for (int cell = 0; cell < answers.Length; cell++)
            {
                double middle = (low[cell] + high[cell]) / 2;
                (low[cell], high[cell]) = answers[cell] > 0 ? (low[cell], middle) : (middle, high[cell]);
            }
        }

        double[,] heights = new double[Side, Side];
        for (int cell = 0; cell < answers.Length; cell++)
        {
            heights[cell / Side, cell % Side] = (low[cell] + high[cell]) / 2;
        }

        return heights;
    }

    private static double X(int column) => Extent * ((2.0 * column / (Side - 1)) - 1);

    private void DrawOn(Plot panel, string scale)
    {
        Heatmap map = panel.Add.Heatmap(Heights);
        map.Colormap = new ScottPlot.Colormaps.Balance();
        map.Smooth = true;
        map.ManualRange = new ScottPlot.Range(-1, 1);
        map.Extent = new CoordinateRect(-Extent, Extent, -Extent, Extent);
        var bar = panel.Add.ColorBar(map);
        bar.Label = scale;
        FigureStyle.ApplyTo(bar.Axis);
        foreach ((double x, double y, string sign) in new[] { (1.0, -1.0, "+"), (-1.0, 1.0, "+"), (1.0, 1.0, "−"), (-1.0, -1.0, "−") })
        {
            Marker point = panel.Add.Marker(x, y);
            point.Size = 20;
            point.Color = Colors.White;
            Text label = panel.Add.Text(sign, x, y);
            label.LabelFontSize = 18;
            label.LabelAlignment = Alignment.MiddleCenter;
            label.OffsetY = 2;
        }

        panel.Title($"margin {Fig2Settings.NameOf(Margin)[1..]}");
        panel.XLabel("first input");
        panel.YLabel("second input");
        panel.Axes.SetLimits(-Extent, Extent, -Extent, Extent);
        panel.Axes.Bottom.TickGenerator = new NumericAutomatic();
        panel.HideGrid();
    }
}
