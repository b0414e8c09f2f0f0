using System.Globalization;
using System.Text.Json;

namespace Paper.Report;

/// <summary>What an experiment wrote.</summary>
internal sealed class RunFolder
{
    private readonly string _path;

    private RunFolder(string path, IReadOnlyDictionary<string, double> metrics)
    {
        _path = path;
        Metrics = metrics;
    }

    /// <summary>summary.json.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; }

    /// <summary>The folder of an experiment; null where none is finished.</summary>
    public static RunFolder? Find(string root, string name)
    {
        string path = Path.Combine(root, name);
        string summary = Path.Combine(path, "summary.json");
        return File.Exists(summary)
            ? new RunFolder(path, JsonSerializer.Deserialize<OrderedDictionary<string, double>>(File.ReadAllText(summary))!)
            : null;
    }

    /// <summary>The caption.</summary>
    public string Caption() => Text("caption.txt").Trim();

    /// <summary>A text as it was written.</summary>
    public string Text(string fileName) => File.ReadAllText(Path.Combine(_path, fileName));

    /// <summary>Columns of a table by name, in their order.</summary>
    public OrderedDictionary<string, double[]> Table(string name)
    {
        string[][] rows = [.. File.ReadAllLines(Path.Combine(_path, name + ".csv")).Select(line => line.Split(','))];
        OrderedDictionary<string, double[]> columns = new(StringComparer.Ordinal);
        for (int column = 0; column < rows[0].Length; column++)
        {
            columns.Add(rows[0][column], [.. rows[1..].Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))]);
        }

        return columns;
    }

    /// <summary>Whether there is such a table: some are written with some options only.</summary>
    public bool HasTable(string name) => File.Exists(Path.Combine(_path, name + ".csv"));

    /// <summary>Names of all pictures, without their ending.</summary>
    public IEnumerable<string> Pictures() =>
        Directory.GetFiles(_path, "*.png").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>A picture as an address that holds it.</summary>
    public string Inline(string picture) => "data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(Path.Combine(_path, picture + ".png")));
}
