using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.RichLazy;

/// <summary>The plane as a map of what was predicted, with the trained points on it in the same colours; then one against the other.</summary>
internal static class PlaneFigure
{
    /// <summary>Predictions are to be as near.</summary>
    private const double Bound = 0.02;

    private static readonly IColormap Colours = new ScottPlot.Colormaps.Viridis();

    public static readonly (string Key, string Words, Func<KernelDistances, double> Of)[] Kernels =
        [("tangent", "tangent kernel", distances => distances.Tangent), ("hidden", "hidden kernel", distances => distances.Hidden)];

    /// <summary>What the report draws.</summary>
    public static readonly (Subject Trained, Subject Predicted)[] Subjects =
    [
        .. Kernels.Zip(["#0072B2", "#D55E00"], (kernel, colour) => (
            new Subject($"{kernel.Key}_trained", $"{kernel.Words}, trained", Color.FromHex(colour), LinePattern.Solid),
            new Subject($"{kernel.Key}_predicted", $"{kernel.Words}, predicted", Color.FromHex(colour).Darken(0.35), LinePattern.Dashed))),
    ];

    public static Figure Draw(StudentRuns runs, Plane plane)
    {
        Figure figure = new(panels: 3, rows: 1, (640, 560));
        double largest = Math.Max(1, Math.Ceiling(10 * Kernels.Max(kernel => plane.Predicted.Max(row => row.Max(kernel.Of))))) / 10;
        for (int i = 0; i < Kernels.Length; i++)
        {
            DrawMap(figure.Panel(i), runs, plane, Kernels[i].Words, Kernels[i].Of, largest);
        }

        DrawAgreement(figure.Panel(Kernels.Length), plane, largest);
        return figure;
    }

    /// <summary>A row per start of the plane.</summary>
    public static CsvTable PlaneTable(StudentRuns runs, Plane plane)
    {
        Start[] starts = [.. from ratio in Start.Ratios from sigma in Start.Sigmas select new Start(sigma, ratio)];
        KernelDistances[] predicted = [.. plane.Predicted.SelectMany(row => row)];
        CsvTable table = new(starts.Length);
        table.Add("sigma", starts.Select(start => start.Sigma).ToArray());
        table.Add("ratio", starts.Select(start => start.Ratio).ToArray());
        table.Add("laziness_strongest", starts.Select(start => runs.LazinessOf(start).Strongest).ToArray());
        table.Add("laziness_weakest", starts.Select(start => runs.LazinessOf(start).Weakest).ToArray());
        table.Add("epochs", starts.Select(runs.EpochsOf).ToArray());
        foreach ((string key, _, Func<KernelDistances, double> of) in Kernels)
        {
            table.Add($"{key}_predicted", predicted.Select(of).ToArray());
        }

        return table;
    }

    /// <summary>A row per trained sigma; by ratio the columns <c>r0_tangent_predicted</c>, <c>r0_tangent_trained_1</c>, ...</summary>
    public static CsvTable PointsTable(Plane plane)
    {
        (Start Start, KernelDistances Predicted, KernelDistances[] Trained)[][] rows = [.. plane.Points().Chunk(RichLazySettings.TrainedSigmas)];
        CsvTable table = new(RichLazySettings.TrainedSigmas);
        table.Add("sigma", rows[0].Select(point => point.Start.Sigma).ToArray());
        for (int row = 0; row < rows.Length; row++)
        {
            table.Add($"r{row}_ratio", rows[row].Select(point => point.Start.Ratio).ToArray());
            foreach ((string key, _, Func<KernelDistances, double> of) in Kernels)
            {
                table.Add($"r{row}_{key}_predicted", rows[row].Select(point => of(point.Predicted)).ToArray());
                for (int s = 0; s < rows[row][0].Trained.Length; s++)
                {
                    int seed = s;
                    table.Add($"r{row}_{key}_trained_{seed + 1}", rows[row].Select(point => of(point.Trained[seed])).ToArray());
                }
            }
        }

        return table;
    }

    private static void DrawMap(Plot panel, StudentRuns runs, Plane plane, string title, Func<KernelDistances, double> of, double largest)
    {
        (double[] sigmas, double[] ratios) = (Start.Sigmas, Start.Ratios);
        double[,] cells = new double[ratios.Length, sigmas.Length];
        for (int row = 0; row < ratios.Length; row++)
        {
            for (int column = 0; column < sigmas.Length; column++)
            {
                cells[ratios.Length - 1 - row, column] = of(plane.Predicted[row][column]);
            }
        }

        Heatmap map = panel.Add.Heatmap(cells);
        map.Colormap = Colours;
        map.ManualRange = new ScottPlot.Range(0, largest);
        map.Smooth = true;
        map.Position = new CoordinateRect(Math.Log10(sigmas[0]), Math.Log10(sigmas[^1]), Math.Log10(ratios[0]), Math.Log10(ratios[^1]));
        AddContours(panel, runs);
        foreach ((Start start, _, KernelDistances[] trained) in plane.Points())
        {
            (double x, double y) = (Math.Log10(start.Sigma), Math.Log10(start.Ratio));
            Marker ring = panel.Add.Marker(x, y, MarkerShape.FilledCircle, 18);
            Marker mark = panel.Add.Marker(x, y, MarkerShape.FilledCircle, 14);
            (ring.Color, mark.Color) = (Colors.White, Colours.GetColor(Math.Clamp(trained.Average(of) / largest, 0, 1)));
        }

        ScottPlot.Panels.ColorBar bar = panel.Add.ColorBar(map);
        FigureStyle.ApplyTo(bar.Axis);
        panel.Title($"distance of the {title}: predicted, circles trained");
        panel.XLabel("σ, geometric mean of both layers");
        panel.YLabel("σ of the first layer / σ of the second");
        panel.Axes.Bottom.TickGenerator = new DecadeTicks();
        panel.Axes.Left.TickGenerator = new DecadeTicks();
        const double Margin = 0.14;
        panel.Axes.SetLimits(Math.Log10(sigmas[0]) - Margin, Math.Log10(sigmas[^1]) + Margin, Math.Log10(ratios[0]) - Margin, Math.Log10(ratios[^1]) + Margin);
        panel.HideGrid();
    }

    // Where d c = s, of the strongest and of the weakest mode: H sigma^2 (r + 1/r)/2 = s.
    private static void AddContours(Plot panel, StudentRuns runs)
    {
        (double Strength, LinePattern Pattern, string Words)[] modes =
        [
            (runs.Strengths[^1], LinePattern.Dashed, "laziness index 1, weakest mode"),
            (runs.Strengths[0], LinePattern.Solid, "laziness index 1, strongest mode"),
        ];
        foreach ((double strength, LinePattern pattern, string words) in modes)
        {
            double[] ratios = Start.Ratios;
            Scatter line = panel.Add.Scatter(
                ratios.Select(r => 0.5 * Math.Log10(2 * strength / (RichLazySettings.Units * (r + (1 / r))))).ToArray(),
                ratios.Select(Math.Log10).ToArray());
            (line.MarkerSize, line.LineWidth, line.LinePattern, line.Color) = (0, 2.2f, pattern, Color.FromHex("#D55E00"));
            line.LegendText = words;
        }

        panel.ShowLegend(Edge.Bottom);
    }

    private static void DrawAgreement(Plot panel, Plane plane, double largest)
    {
        FillY band = panel.Add.FillY([0, largest], [-Bound, largest - Bound], [Bound, largest + Bound]);
        band.FillColor = Colors.Black.WithOpacity(0.08);
        band.LineWidth = 0;
        band.LegendText = "within 0.02";
        for (int i = 0; i < Kernels.Length; i++)
        {
            Func<KernelDistances, double> of = Kernels[i].Of;
            Scatter marks = panel.Add.Scatter(
                plane.Points().Select(point => of(point.Predicted)).ToArray(), plane.Points().Select(point => point.Trained.Average(of)).ToArray());
            (marks.LineWidth, marks.MarkerSize, marks.Color) = (0, 9, Subjects[i].Trained.Color.WithOpacity(0.75));
            marks.MarkerShape = i == 0 ? MarkerShape.FilledCircle : MarkerShape.FilledDiamond;
            marks.LegendText = Kernels[i].Words;
        }

        panel.Title("the same points: trained against predicted");
        panel.XLabel("kernel distance, predicted");
        panel.YLabel("kernel distance, trained (mean over seeds)");
        panel.Axes.SetLimits(-Bound, largest + Bound, -Bound, largest + Bound);
        panel.ShowLegend(Alignment.UpperLeft);
    }
}
