namespace GateDsl.Sweeps;

/// <summary>Writes CSV a cell at a time, quoted where it must be (RFC 4180).</summary>
internal sealed class CsvLine(TextWriter writer)
{
    private bool _isFirst = true;

    public void Add(string cell)
    {
        if (!_isFirst)
        {
            writer.Write(',');
        }

        _isFirst = false;
        bool mustQuote = cell.AsSpan().IndexOfAny(',', '"', '\n') >= 0 || cell.Contains('\r');
        writer.Write(mustQuote ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell);
    }

    public void End()
    {
        writer.WriteLine();
        _isFirst = true;
    }
}
