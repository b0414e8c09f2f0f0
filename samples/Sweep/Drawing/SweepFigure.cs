using System.Globalization;
using GateDsl.Samples.Drawing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Sweep.Drawing;

/// <summary>Columns of a table against another: each run a point, and the mean over runs of the same abscissa a line.</summary>
internal sealed class SweepFigure
{
    private const int Width = 800;
    private const int Height = 560;

    // Distinct also for those who see few colours (Okabe and Ito).
    private static readonly string[] Palette = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442"];
    private static readonly LinePattern[] Patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted, LinePattern.DenselyDashed];

    private readonly Plot _plot = new();
    private readonly bool _isLogX;
    private readonly bool _isLogY;

    /// <param name="table">The runs.</param>
    /// <param name="x">Column along the horizontal axis.</param>
    /// <param name="columns">Columns to draw; each has a line pattern.</param>
    /// <param name="by">A column each of whose values has a colour; null: each drawn column has one.</param>
    /// <param name="isLogX">Whether the horizontal axis is logarithmic.</param>
    /// <param name="isLogY">Whether the vertical axis is logarithmic.</param>
    public SweepFigure(SweepTable table, string x, string[] columns, string? by, bool isLogX, bool isLogY)
    {
        (_isLogX, _isLogY) = (isLogX, isLogY);
        _plot.Font.Set(FigureFonts.Name);
        double[] abscissas = table.Numbers(x);
        string[] groups = by is null ? [.. abscissas.Select(_ => "")] : table.Texts(by);
        string[] names = [.. groups.Distinct()];
        for (int c = 0; c < columns.Length; c++)
        {
            double[] values = table.Numbers(columns[c]);
            for (int g = 0; g < names.Length; g++)
            {
                (double X, double Y)[] points = [.. Enumerable.Range(0, values.Length)
                    .Where(row => groups[row] == names[g])
                    .Select(row => (Place(abscissas[row], _isLogX), Place(values[row], _isLogY)))
                    .Where(point => double.IsFinite(point.Item1) && double.IsFinite(point.Item2))];
                string label = by is null ? columns[c] : $"{columns[c]}, {by} {names[g]}";
                Add(points, label, Color.FromHex(Palette[(by is null ? c : g) % Palette.Length]), Patterns[c % Patterns.Length]);
            }
        }

        _plot.XLabel(x);
        _plot.YLabel(columns.Length == 1 ? columns[0] : "");
        Label(_plot.Axes.Bottom, _isLogX);
        Label(_plot.Axes.Left, _isLogY);
        _plot.Legend.FontName = FigureFonts.Name;
        _plot.Legend.SymbolWidth = 36;
        _plot.Legend.ShadowColor = Colors.Transparent;
        _plot.ShowLegend(Edge.Bottom);
    }

    /// <summary>Writes the figure; its ending says how.</summary>
    public void Save(string path)
    {
        switch (Path.GetExtension(path))
        {
            case ".png":
                _plot.SavePng(path, Width, Height);
                break;
            case ".svg":
                _plot.SaveSvg(path, Width, Height);
                break;
            default:
                throw new ArgumentException($"A figure is .png or .svg; {path} is neither.");
        }
    }

    private void Add((double X, double Y)[] points, string label, Color colour, LinePattern pattern)
    {
        if (points.Length == 0)
        {
            return;
        }

        Scatter runs = _plot.Add.ScatterPoints(points.Select(point => point.X).ToArray(), points.Select(point => point.Y).ToArray());
        runs.Color = colour.WithOpacity(0.35);
        runs.MarkerSize = 4;
        (double X, double Y)[] means =
            [.. points.GroupBy(point => point.X).OrderBy(group => group.Key).Select(group => (group.Key, group.Average(point => point.Y)))];
        Scatter line = _plot.Add.ScatterLine(means.Select(point => point.X).ToArray(), means.Select(point => point.Y).ToArray());
        line.Color = colour;
        line.LineWidth = 2.2f;
        line.LinePattern = pattern;
        line.LegendText = label;
    }

    private static double Place(double value, bool isLogarithmic) => isLogarithmic ? (value > 0 ? Math.Log10(value) : double.NaN) : value;

    private static void Label(IAxis axis, bool isLogarithmic)
    {
        if (isLogarithmic)
        {
            axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
            {
                LabelFormatter = power => Math.Pow(10, power).ToString("G3", CultureInfo.InvariantCulture),
            };
        }
    }
}
