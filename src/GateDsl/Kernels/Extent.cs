using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>The one check before kernels read and write without checks.</summary>
internal static class Extent
{
    /// <exception cref="ArgumentException">There are fewer entries than are read or written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int length, int needed, string row) => Check(length, 1, 0, needed, 1, row);

    /// <param name="length">Entries that there are, from the first on.</param>
    /// <param name="rows">Rows that are read or written.</param>
    /// <param name="stride">How far apart they start.</param>
    /// <param name="columns">Entries of each.</param>
    /// <param name="matrix">Name of the argument.</param>
    /// <exception cref="ArgumentException">The matrix is smaller than what is read or written, or a number is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int length, int rows, int stride, int columns, string matrix) => Check(length, rows, stride, columns, 1, matrix);

    /// <summary>The same where the entries of a row are <paramref name="step"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int length, int rows, int stride, int columns, int step, string matrix)
    {
        // One comparison for all signs: the sign bit of the union.
        long needed = rows == 0 || columns == 0 ? 0 : ((rows - 1L) * stride) + ((columns - 1L) * step) + 1;
        if (length < needed || (rows | stride | columns | step) < 0)
        {
            Refuse(length, rows, stride, columns, step, matrix);
        }
    }

    /// <exception cref="ArgumentException">Always: the shapes of a product do not fit.</exception>
    public static void Refuse(int rows, int inner, int bRows, int bColumns, int cRows, int cColumns) => throw new ArgumentException(
        $"A product of {rows} x {inner} and {bRows} x {bColumns} does not fit a matrix of {cRows} x {cColumns}.");

    private static void Refuse(int length, int rows, int stride, int columns, int step, string matrix) => throw new ArgumentException(
        $"The matrix has {length} entries; {rows} rows that start {stride} apart with {columns} entries {step} apart are not within it.", matrix);
}
