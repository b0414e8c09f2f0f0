using Sylvan.Data.Csv;

namespace GateDsl.Tool.Arrays;

/// <summary>The shape of a .csv file from one pass over its lines, and whether rows or columns have names.</summary>
internal sealed class CsvShape(string file)
{
    private readonly List<double> _firstColumn = [];
    private bool _hasNames;
    private double[]? _countingRow;
    private NumberKinds _otherRows;
    private NumberKinds _otherColumns;

    /// <summary>Rows of numbers.</summary>
    public int Rows { get; private set; }

    /// <summary>Fields of every line.</summary>
    public int Columns { get; private set; }

    /// <summary>Takes in the line that the reader is at.</summary>
    /// <exception cref="BadInputException">It is longer or shorter than the first one, or the first one names columns by numbers.</exception>
    public void Add(CsvDataReader reader)
    {
        if (Columns == 0)
        {
            AddFirst(reader);
            return;
        }

        if (reader.RowFieldCount != Columns)
        {
            throw new BadInputException(
                file, $"line {reader.RowNumber} has {reader.RowFieldCount} fields; expected {Columns}, as in the first one, which begins with '{CsvLayout.Beginning(file)}'.");
        }

        AddRow(reader, isFirst: false);
    }

    /// <summary>Whether the first line names the columns.</summary>
    /// <exception cref="BadInputException">Rows or columns are named by numbers: as numbers they would be another network.</exception>
    public bool WithoutNames()
    {
        if (_countingRow is not null && CsvLayout.AreNames(Columns, _otherRows))
        {
            throw Named("its first line counts the columns");
        }

        if (Columns > 1 && Rows > 2 && CsvLayout.AreNames(Rows, _otherColumns) && CsvLayout.Counts(_firstColumn))
        {
            throw Named("its first column counts the rows");
        }

        return _hasNames;
    }

    private void AddFirst(CsvDataReader reader)
    {
        Columns = reader.RowFieldCount;
        bool[] isValue = [.. Enumerable.Range(0, Columns).Select(column => CsvArray.TryParse(reader.GetFieldSpan(column), out _))];
        if (Columns > 1 && reader.GetFieldSpan(0).IsWhiteSpace() && isValue.Skip(1).Distinct().Count() == 1)
        {
            throw Named("its first line and its first column name columns and rows");
        }

        _hasNames = !isValue.Contains(true);
        if (!_hasNames)
        {
            AddRow(reader, isFirst: true);
        }
    }

    private void AddRow(CsvDataReader reader, bool isFirst)
    {
        double[] numbers = new double[Columns];
        for (int column = 0; column < Columns; column++)
        {
            // What is no number is refused where it is read.
            numbers[column] = CsvArray.TryParse(reader.GetFieldSpan(column), out double number) ? number : double.NaN;
        }

        bool counts = CsvLayout.Counts(numbers);
        if (isFirst && counts)
        {
            _countingRow = numbers;
        }
        else
        {
            _otherRows.HasCounting |= counts;
            foreach (double number in numbers)
            {
                _otherRows.Add(number);
            }
        }

        _firstColumn.Add(numbers[0]);
        foreach (double number in numbers.AsSpan(1))
        {
            _otherColumns.Add(number);
        }

        Rows++;
    }

    private BadInputException Named(string how) => new(
        file,
        $"{how}: they are names, and would be read as numbers. It begins with '{CsvLayout.Beginning(file)}'. Write it without them "
        + "(pandas: header=False, index=False), or, if they are numbers, as .npy.");
}
