using System.Globalization;
using System.Text;

namespace GateDsl.Samples.Writing;

/// <summary>
/// Columns of numbers. Written in invariant notation, in the shortest form that reads back as the same number: same numbers, same bytes.
/// </summary>
public sealed class CsvTable(int rows)
{
    private readonly List<(string Name, Func<int, string> Cell)> _columns = [];

    /// <summary>Adds a column of whole numbers.</summary>
    public void Add(string name, IReadOnlyList<int> values) =>
        Add(name, values.Count, row => values[row].ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a column of numbers.</summary>
    public void Add(string name, IReadOnlyList<double> values) =>
        Add(name, values.Count, row => values[row].ToString(CultureInfo.InvariantCulture));

    /// <summary>The file: a line of names, then the rows; commas, UTF-8, LF.</summary>
    public byte[] ToBytes()
    {
        StringBuilder text = new();
        text.AppendJoin(',', _columns.Select(column => column.Name)).Append('\n');
        for (int row = 0; row < rows; row++)
        {
            text.AppendJoin(',', _columns.Select(column => column.Cell(row))).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Add(string name, int count, Func<int, string> cell)
    {
        if (count != rows)
        {
            throw new ArgumentException($"The column {name} has {count} values, the table {rows} rows.", nameof(count));
        }

        _columns.Add((name, cell));
    }
}
