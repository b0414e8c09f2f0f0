using System.Numerics;
using GateDsl.CompilerServices;

namespace GateDsl.Tests.Kernels;

/// <summary>
/// A matrix somewhere in a larger array, its rows as far apart as may be: whatever stands around and between its rows is no number, so that it
/// shows where it is read, or some number, so that it shows where it is written.
/// </summary>
internal sealed class Framed<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly bool _isPacked;

    private Framed(T[] values, int first, int rows, int columns, int stride, bool isPacked) =>
        (Values, First, Rows, Columns, Stride, _isPacked) = (values, first, rows, columns, stride, isPacked);

    public T[] Values { get; }

    public int First { get; }

    public int Rows { get; }

    public int Columns { get; }

    public int Stride { get; }

    /// <summary>From the first to the last of its numbers and no further.</summary>
    public Span<T> Span => Values.AsSpan(First, Rows == 0 ? 0 : ((Rows - 1) * Stride) + Columns);

    public MatrixView<T> View => _isPacked
        ? MatrixView<T>.Packed(Values, First, Rows, Columns, Stride)
        : new(Values, First, Rows, Columns, Stride);

    public static Framed<T> Draw(Random random, int rows, int columns, bool isDense = false) =>
        New(random, rows, columns, isDense ? columns : columns + Gap(random), isPacked: false);

    /// <summary>As generated code has them: zeros behind the columns, and zero rows.</summary>
    public static Framed<T> Packed(Random random, int rows, int columns)
    {
        int width = MatrixWidth(columns);
        return New(random, rows, columns, width + (random.Next(3) == 0 ? MatrixWidth(1) : 0), isPacked: true);
    }

    /// <summary>Another of the same shape whose rows are as far apart.</summary>
    public static Framed<T> Like(Random random, Framed<T> other) => New(random, other.Rows, other.Columns, other.Stride, other._isPacked);

    public T At(int row, int column) => Values[First + (row * Stride) + column];

    /// <summary>Whether only the entries differ from a copy made before, and they are those of the oracle within rounding.</summary>
    public void Check(T[] before, Func<int, int, (double Value, double Scale)> oracle, double roundings)
    {
        double unit = roundings * (typeof(T) == typeof(float) ? 6e-8 : 1.2e-16);
        for (int i = 0; i < Values.Length; i++)
        {
            (int row, int column) = i < First || Stride == 0 ? (-1, -1) : Math.DivRem(i - First, Stride);
            if (row < 0 || row >= Rows || column >= Columns)
            {
                // Zeros behind a packed row may be written, with zeros; a sign is no difference.
                bool isSame = Values[i] == before[i] || (T.IsNaN(Values[i]) && T.IsNaN(before[i]));
                Assert.True(isSame, $"At {i}, outside of the {Rows} x {Columns} numbers, {before[i]} became {Values[i]}.");
                continue;
            }

            (double value, double scale) = oracle(row, column);
            double found = double.CreateTruncating(Values[i]);
            Assert.True(Math.Abs(found - value) <= unit * scale, $"[{row}, {column}] of {Rows} x {Columns} is {found}, not {value}.");
        }
    }

    private static Framed<T> New(Random random, int rows, int columns, int stride, bool isPacked)
    {
        (int allRows, int width) = isPacked ? (MatrixWidth(rows), MatrixWidth(columns)) : (rows, columns);
        int first = random.Next(10);
        T[] values = new T[first + (allRows * stride) + random.Next(20)];
        Array.Fill(values, random.Next(2) == 0 ? T.NaN : T.CreateTruncating(1000 + random.Next(1000)));
        for (int i = 0; i < allRows; i++)
        {
            for (int j = 0; j < width; j++)
            {
                values[first + (i * stride) + j] = i < rows && j < columns ? T.CreateTruncating((2 * random.NextDouble()) - 1) : T.Zero;
            }
        }

        return new Framed<T>(values, first, rows, columns, stride, isPacked);
    }

    private static int Gap(Random random) => random.Next(3) switch { 0 => 0, 1 => random.Next(1, 4), _ => random.Next(4, 20) };

    /// <summary>Columns up to the next multiple of 32 bytes.</summary>
    private static int MatrixWidth(int columns)
    {
        int numbers = typeof(T) == typeof(float) ? 8 : 4;
        return (columns + numbers - 1) / numbers * numbers;
    }
}
