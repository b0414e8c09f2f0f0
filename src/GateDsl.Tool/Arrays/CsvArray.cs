using System.Globalization;
using Sylvan.Data.Csv;

namespace GateDsl.Tool.Arrays;

/// <summary>
/// Rows of numbers in a .csv file, all equally long; a first line without any number or truth value in it names the columns. Opening it reads the file once to
/// count the rows, reading them goes through it a second time.
/// </summary>
internal sealed class CsvArray : NumberArray
{
    /// <summary>Characters of the longest line that is read.</summary>
    private const int LongestLine = 1 << 29;

    private readonly bool _hasNames;
    private CsvDataReader? _reader;
    private long _next;

    private CsvArray(string file, int rows, int columns, bool hasNames)
        : base(file, new ArrayShape([rows, columns])) => _hasNames = hasNames;

    public override bool IsSingle => false;

    /// <exception cref="BadInputException">
    /// There is no row, one is longer or shorter than the others, numbers are separated by something else, or rows or columns have numbers for names.
    /// </exception>
    public static CsvArray Open(string file)
    {
        CsvLayout.RequireCommas(file);
        using CsvDataReader reader = Start(file);
        CsvShape shape = new(file);
        while (Advance(file, reader))
        {
            shape.Add(reader);
        }

        return shape.Rows > 0
            ? new CsvArray(file, shape.Rows, shape.Columns, shape.WithoutNames())
            : throw new BadInputException(file, shape.Columns == 0
                ? "holds no row of numbers; expected numbers separated by commas."
                : $"holds no row of numbers, only a line that names columns: it begins with '{CsvLayout.Beginning(file)}'; expected numbers, or True and False, separated by commas.");
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
                    : throw new BadInputException(File, $"line {_reader.RowNumber} has '{field}' in column {column + 1}; expected a number, or True or False.");
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

    /// <summary>A number, or a truth value in any case, as 1 or 0.</summary>
    internal static bool TryParse(ReadOnlySpan<char> field, out double number)
    {
        // Zeros behind a number, of which a binary file is full, would be passed over.
        number = 0;
        if (field.Contains('\0'))
        {
            return false;
        }

        if (bool.TryParse(field, out bool isTrue))
        {
            number = isTrue ? 1 : 0;
            return true;
        }

        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    // The buffer grows with the longest line.
    private static CsvDataReader Start(string file) => CsvDataReader.Create(file, new CsvDataReaderOptions
    {
        HasHeaders = false,
        Delimiter = ',',
        ResultSetMode = ResultSetMode.SingleResult,
        MaxBufferSize = LongestLine,
    });

    // To the next line that is not blank.
    private static bool Advance(string file, CsvDataReader reader)
    {
        try
        {
            while (reader.Read())
            {
                if (reader.RowFieldCount > 1 || (reader.RowFieldCount == 1 && !reader.GetFieldSpan(0).IsWhiteSpace()))
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception exception) when (exception is not (IOException or OutOfMemoryException) || exception is InvalidDataException)
        {
            // Whatever else the reader meets, a quote that is not closed or a line that is too long, is the file's.
            throw new BadInputException(
                file,
                $"line {reader.RowNumber + 1} is no line of a .csv file; expected numbers separated by commas. The file begins with '{CsvLayout.Beginning(file)}'.",
                exception);
        }
    }
}
