namespace GateDsl.Commanding;

/// <summary>A table in plain text: numbers to the right, the last column to the left.</summary>
public static class TextTable
{
    /// <param name="output">Where.</param>
    /// <param name="names">Of the columns.</param>
    /// <param name="rows">As many cells each.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> names, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. names.Select((name, column) => Math.Max(name.Length, rows.Count == 0 ? 0 : rows.Max(row => row[column].Length)))];
        foreach (IReadOnlyList<string> row in rows.Prepend(names))
        {
            output.WriteLine(("  " + string.Join("  ", row.Select((cell, column) => column < row.Count - 1 ? cell.PadLeft(widths[column]) : cell))).TrimEnd());
        }
    }
}
