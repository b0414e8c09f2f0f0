using System.Globalization;
using Sylvan.Data.Csv;

namespace Sweep.Drawing;

/// <summary>A collected table by columns.</summary>
internal sealed class SweepTable
{
    private readonly Dictionary<string, string[]> _columns = [];

    private readonly string _path;

    private SweepTable(string path) => _path = path;

    public static SweepTable Read(string path)
    {
        using CsvDataReader reader = CsvDataReader.Create(path);
        List<string>[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(_ => new List<string>())];
        while (reader.Read())
        {
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i].Add(reader.GetString(i));
            }
        }

        SweepTable table = new(path);
        for (int i = 0; i < columns.Length; i++)
        {
            table._columns.Add(reader.GetName(i), [.. columns[i]]);
        }

        return table;
    }

    /// <summary>A column's cells.</summary>
    public string[] Texts(string name) => _columns.TryGetValue(name, out string[]? column)
        ? column
        : throw new ArgumentException($"{_path} has no column '{name}'; it has {string.Join(", ", _columns.Keys)}.");

    /// <summary>A column's numbers; an empty cell is none.</summary>
    public double[] Numbers(string name) =>
        [.. Texts(name).Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
}
