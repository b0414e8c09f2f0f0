using ScottPlot;
using ScottPlot.MultiplotLayouts;
using SkiaSharp;

namespace GateDsl.Samples.Drawing;

/// <summary>Panels in rows and columns in the common style, drawn as PNG and as SVG.</summary>
public sealed class Figure
{
    private const int PanelWidth = 640;
    private const int PanelHeight = 480;
    private readonly (int Width, int Height) _panel;
    private readonly int _rows;
    private readonly Plot[] _panels;
    private readonly Multiplot _multiplot;

    /// <param name="panels">Panels in a row.</param>
    /// <param name="rows">Rows of as many panels each.</param>
    public Figure(int panels, int rows = 1)
        : this(panels, rows, (PanelWidth, PanelHeight))
    {
    }

    /// <param name="panels">Panels in a row.</param>
    /// <param name="rows">Rows of as many panels each.</param>
    /// <param name="size">Width and height of each, in pixels.</param>
    public Figure(int panels, int rows, (int Width, int Height) size)
    {
        (_rows, _panel) = (rows, size);
        _panels = [.. Enumerable.Range(0, panels * rows).Select(_ => FigureStyle.NewPlot())];
        _multiplot = new Multiplot(_panels[0]) { Layout = new Grid(rows, panels) };
        foreach (Plot panel in _panels[1..])
        {
            _multiplot.Subplots.Add(panel);
        }
    }

    /// <summary>The panels from left to right, row by row.</summary>
    public Plot Panel(int index) => _panels[index];

    public byte[] ToPng()
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo((int)Size.Width, (int)Size.Height));
        _multiplot.Render(surface.Canvas, Size);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    public byte[] ToSvg()
    {
        using MemoryStream stream = new();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(Size.Width, Size.Height), stream))
        {
            _multiplot.Render(canvas, Size);
        }

        return stream.ToArray();
    }

    private PixelRect Size => new(new PixelSize(_panel.Width * _panels.Length / _rows, _panel.Height * _rows));
}
