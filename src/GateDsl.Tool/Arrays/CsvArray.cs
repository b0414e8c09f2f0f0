using System.Globalization;
using System.Numerics;
using Sylvan.Data.Csv;

namespace GateDsl.Tool.Arrays;

/// <summary>
/// Rows of numbers in a .csv file, all equally long; a first line without any number in it names the columns. Opening it reads the file once to
/// count the rows, reading them goes through it a second time.
/// </summary>
internal sealed class CsvArray : NumberArray
{
    private readonly bool _hasNames;
    private CsvDataReader? _reader;
    private long _next;

    private CsvArray(string file, int rows, int columns, bool hasNames)
        : base(file, new ArrayShape([rows, columns])) => _hasNames = hasNames;

    public override bool IsSingle => false;

    /// <exception cref="BadInputException">There is no row, or one is longer or shorter than the others.</exception>
    public static new CsvArray Open(string file)
    {
        using CsvDataReader reader = Start(file);
        int rows = 0;
        int columns = 0;
        bool hasNames = false;
        while (Advance(file, reader))
        {
            if (columns == 0)
            {
                columns = reader.RowFieldCount;
                hasNames = !Enumerable.Range(0, columns).Any(column => TryParse(reader.GetFieldSpan(column), out _));
                rows = hasNames ? 0 : 1;
            }
            else if (reader.RowFieldCount != columns)
            {
                throw new BadInputException(file, $"line {reader.RowNumber} has {reader.RowFieldCount} fields; expected {columns}, as in the first one.");
            }
            else
            {
                rows++;
            }
        }

        return rows > 0
            ? new CsvArray(file, rows, columns, hasNames)
            : throw new BadInputException(file, "holds no row of numbers; expected numbers separated by commas.");
    }

    public override void Dispose() => _reader?.Dispose();

    protected override void ReadRows<T>(long first, Span<T> rowMajor)
    {
        if (_reader is null || first != _next)
        {
            Restart(first);
        }

        for (int start = 0; start < rowMajor.Length; start += Shape[1], _next++)
        {
            Advance(File, _reader!);
            for (int column = 0; column < Shape[1]; column++)
            {
                ReadOnlySpan<char> field = _reader!.GetFieldSpan(column);
                rowMajor[start + column] = TryParse(field, out double number)
                    ? T.CreateTruncating(number)
                    : throw new BadInputException(File, $"line {_reader.RowNumber} has '{field}' in column {column + 1}; expected a number.");
            }
        }
    }

    private void Restart(long first)
    {
        _reader?.Dispose();
        _reader = Start(File);
        for (long row = _hasNames ? -1 : 0; row < first; row++)
        {
            Advance(File, _reader);
        }

        _next = first;
    }

    private static CsvDataReader Start(string file) => CsvDataReader.Create(
        file, new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', ResultSetMode = ResultSetMode.SingleResult });

    private static bool Advance(string file, CsvDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            throw new BadInputException(file, $"line {reader.RowNumber + 1} is no line of a .csv file; expected numbers separated by commas.", exception);
        }
    }

    private static bool TryParse(ReadOnlySpan<char> field, out double number) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
