using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>The one check before kernels read and write without checks.</summary>
internal static class Extent
{
    /// <exception cref="ArgumentException">The matrix is smaller than what is read or written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int length, long needed, string matrix)
    {
        if (length < needed)
        {
            Refuse(length, needed, matrix);
        }
    }

    /// <exception cref="ArgumentException">Always: the shapes of a product do not fit.</exception>
    public static void Refuse(int rows, int inner, int bRows, int bColumns, int cRows, int cColumns) => throw new ArgumentException(
        $"A product of {rows} x {inner} and {bRows} x {bColumns} does not fit a matrix of {cRows} x {cColumns}.");

    private static void Refuse(int length, long needed, string matrix) =>
        throw new ArgumentException($"The matrix has {length} entries; its rows reach to {needed}.", matrix);
}
