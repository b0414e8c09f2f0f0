using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using ScottPlot;
using Layout = Plotly.NET.Layout;

namespace Paper.Report;

/// <summary>Curves as plotly.js wants them, through Plotly.NET.</summary>
internal static class PlotlyFigure
{
    private const int Digits = 5;

    /// <summary>The library itself, as Plotly.NET embeds it for pages without a network.</summary>
    public static string Library()
    {
        string name = $"Plotly.NET.plotly-{Globals.PLOTLYJS_VERSION}.min.js";
        using Stream stream = typeof(GenericChart).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Plotly.NET has no resource {name}.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Data and layout as JSON; each trace says in its <c>meta</c> what it is, so that the page can show and hide it.</summary>
    public static string ToJson(StoryFigure figure, IReadOnlyList<Curve> curves)
    {
        GenericChart chart = GenericChart.ofTraceObjects(false, ListModule.OfSeq(curves.Select(ToTrace)));
        return GenericChart.toFigureJson(GenericChart.setLayout(LayoutOf(figure), chart)).Replace("</", "<\\/", StringComparison.Ordinal);
    }

    private static Trace ToTrace(Curve curve)
    {
        bool isMean = curve.Seed == 0;
        Trace trace = new("scatter");
        trace.SetProperty("mode", "lines");
        trace.SetProperty("name", curve.Subject.Label + (isMean ? "" : $", seed {curve.Seed}"));
        trace.SetProperty("x", curve.X);
        trace.SetProperty("y", curve.Y.Select(Round).ToArray());
        trace.SetProperty("opacity", isMean ? 1 : FigureStyle.ThinOpacity);
        trace.SetProperty("line", new Dictionary<string, object>
        {
            ["color"] = curve.Subject.Color.ToHex(),
            ["width"] = isMean ? FigureStyle.ThickLine : FigureStyle.ThinLine,
            ["dash"] = DashOf(curve.Subject.Pattern),
        });
        trace.SetProperty("meta", new Dictionary<string, object>
        {
            ["curve"] = curve.Subject.Key,
            ["label"] = curve.Subject.Label,
            ["stop"] = curve.Stop,
            ["seed"] = curve.Seed,
        });
        return trace;
    }

    private static Layout LayoutOf(StoryFigure figure)
    {
        Layout layout = new();
        LinearAxis across = AxisOf(figure.XLabel, figure.IsLogarithmicAcross ? "log" : "linear");
        if (figure.Until is { } until)
        {
            across.SetProperty("range", new[] { 0, until });
        }

        layout.SetProperty("xaxis", across);
        layout.SetProperty("yaxis", AxisOf(figure.YLabel, figure.IsLogarithmic ? "log" : "linear"));
        return layout;
    }

    private static LinearAxis AxisOf(string title, string type)
    {
        LinearAxis axis = new();
        axis.SetProperty("title", new Dictionary<string, object> { ["text"] = title });
        axis.SetProperty("type", type);
        axis.SetProperty("automargin", true);
        return axis;
    }

    /// <summary>What has no number is a gap.</summary>
    private static double? Round(double value)
    {
        if (!double.IsFinite(value))
        {
            return null;
        }

        if (value == 0)
        {
            return 0;
        }

        double scale = Math.Pow(10, Digits - 1 - Math.Floor(Math.Log10(Math.Abs(value))));
        return double.IsFinite(scale) ? Math.Round(value * scale) / scale : 0;
    }

    private static string DashOf(LinePattern pattern) =>
        pattern.Equals(LinePattern.Solid) ? "solid"
        : pattern.Equals(LinePattern.Dotted) ? "dot"
        : pattern.Equals(LinePattern.DenselyDashed) ? "4px,3px"
        : "dash";
}
