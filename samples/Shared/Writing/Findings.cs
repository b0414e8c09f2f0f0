using System.Text;
using GateDsl.Samples.Drawing;

namespace GateDsl.Samples.Writing;

/// <summary>What an experiment found, as the files to write.</summary>
public sealed class Findings
{
    private readonly List<(string Name, byte[] Content)> _files = [];

    /// <summary>The numbers for summary.json.</summary>
    public Metrics Metrics { get; } = new();

    /// <summary>Every file but summary.json, in the order added.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files => _files;

    /// <summary>Adds a figure, as PNG and as SVG.</summary>
    public void Add(string name, Figure figure)
    {
        _files.Add(($"{name}.png", figure.ToPng()));
        _files.Add(($"{name}.svg", figure.ToSvg()));
    }

    /// <summary>Adds the numbers behind a figure.</summary>
    public void Add(string name, CsvTable table) => _files.Add(($"{name}.csv", table.ToBytes()));

    /// <summary>Adds a text as it is.</summary>
    /// <param name="fileName">With its ending.</param>
    /// <param name="text">What it says.</param>
    public void AddText(string fileName, string text) => _files.Add((fileName, Encoding.UTF8.GetBytes(text)));

    /// <summary>Adds the caption: what one should see, in two sentences.</summary>
    public void AddCaption(string text) => AddText("caption.txt", text + "\n");
}
