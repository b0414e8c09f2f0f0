using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>
/// Products that a training makes once, in double precision, to find its correlations and bases. Large ones go to the tiles. Those are compiled for every
/// width of registers, which takes longer than a small product, so small ones have one plain method.
/// </summary>
internal static class SingleProducts
{
    /// <summary>Multiplications up to which a product is small: some tens of microseconds.</summary>
    private const long Small = 1 << 15;

    /// <summary>
    /// C = A B. A(r, k) stands at a[r * aRow + k * aInner]; rows of B and C start bInner and cRow apart. Where these rows are part of a product that is
    /// made piece by piece, all its rows say whether it is small.
    /// </summary>
    public static void Set(
        ReadOnlySpan<double> a, int aRow, int aInner, ReadOnlySpan<double> b, int bInner, Span<double> c, int cRow, int rows, int inner, int columns,
        int allRows = 0)
    {
        if (IsSmall(Math.Max(rows, allRows), inner, columns))
        {
            Multiply(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns, 1, isAdded: false);
            return;
        }

        ProductTile.Set(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns);
    }

    /// <summary>C += factor A B. A(r, k) stands at a[r * aRow + k * aInner]; rows of B and C start bInner and cRow apart.</summary>
    public static void Add(
        ReadOnlySpan<double> a, int aRow, int aInner, ReadOnlySpan<double> b, int bInner, Span<double> c, int cRow, int rows, int inner, int columns,
        double factor)
    {
        if (IsSmall(rows, inner, columns))
        {
            Multiply(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns, factor, isAdded: true);
            return;
        }

        ProductTile.Add(a, aRow, aInner, b, bInner, c, cRow, rows, inner, columns, factor);
    }

    /// <summary>sum of a_i b_i.</summary>
    /// <param name="a">a.</param>
    /// <param name="b">b, as long.</param>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (!IsSmall(1, a.Length, 1))
        {
            return RowNumbers.Dot(a, b);
        }

        double sum = 0;
        Multiply(a, 1, 1, b, 1, new Span<double>(ref sum), 1, 1, a.Length, 1, 1, isAdded: false);
        return sum;
    }

    private static bool IsSmall(int rows, int inner, int columns) => (long)rows * columns <= Small / Math.Max(1, inner);

    /// <summary>Sum after sum, which takes less to compile than loops over vectors save in products of this size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Multiply(
        ReadOnlySpan<double> a, int aRow, int aInner, ReadOnlySpan<double> b, int bInner, Span<double> c, int cRow, int rows, int inner, int columns,
        double factor, bool isAdded)
    {
        if (rows == 0 || columns == 0)
        {
            return;
        }

        Extent.Check(a.Length, rows, aRow, inner, aInner, nameof(a));
        Extent.Check(b.Length, inner, bInner, columns, nameof(b));
        Extent.Check(c.Length, rows, cRow, columns, nameof(c));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double sum = 0;
                for (int k = 0; k < inner; k++)
                {
                    sum += a[(row * aRow) + (k * aInner)] * b[(k * bInner) + column];
                }

                ref double to = ref c[(row * cRow) + column];
                to = isAdded ? to + (sum * factor) : sum * factor;
            }
        }
    }
}
