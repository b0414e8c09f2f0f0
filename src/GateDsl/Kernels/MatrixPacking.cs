using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>
/// Matrices as the kernels like them: rows start at multiples of 32 bytes, and what stands between the last column and the next row is zero.
/// </summary>
internal static class MatrixPacking
{
    private const int Bytes = 32;

    /// <summary>How far apart the rows of a packed matrix start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Stride<T>(int columns) => (columns + (Bytes / Unsafe.SizeOf<T>()) - 1) / (Bytes / Unsafe.SizeOf<T>()) * (Bytes / Unsafe.SizeOf<T>());

    /// <summary>Copies a matrix into the columns of a packed one.</summary>
    internal static void Pack<T>(ReadOnlySpan<T> matrix, int columns, Span<T> packed, int stride)
    {
        for (int i = 0; i * columns < matrix.Length; i++)
        {
            matrix.Slice(i * columns, columns).CopyTo(packed[(i * stride)..]);
        }
    }

    /// <summary>Copies a matrix out of the columns of a packed one.</summary>
    internal static void Unpack<T>(ReadOnlySpan<T> packed, int stride, Span<T> matrix, int columns)
    {
        for (int i = 0; i * columns < matrix.Length; i++)
        {
            packed.Slice(i * stride, columns).CopyTo(matrix[(i * columns)..]);
        }
    }

    /// <summary>B = A^T, with A rows x columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose<T>(ReadOnlySpan<T> a, int aStride, Span<T> b, int bStride, int rows, int columns)
        where T : struct, INumber<T> => TransposeTile.Set(a, aStride, b, bStride, rows, columns);

    /// <summary>B = A^T.</summary>
    /// <param name="a">Rows x columns.</param>
    /// <param name="b">Columns x rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose<T>(in MatrixView<T> a, in MatrixView<T> b)
        where T : struct, INumber<T> => TransposeTile.Set<T>(a.Span, a.Stride, b.Span, b.Stride, a.Rows, a.Columns);

    /// <summary>B = A.</summary>
    /// <param name="a">Rows x columns.</param>
    /// <param name="b">Rows x columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(in MatrixView<T> a, in MatrixView<T> b)
        where T : struct, INumber<T> => Copy<T>(a.Span, a.Stride, b.Span, b.Stride, a.Rows, a.Columns);

    /// <summary>B += factor A.</summary>
    /// <param name="a">Rows x columns.</param>
    /// <param name="b">Rows x columns.</param>
    /// <param name="factor">What A counts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T>(in MatrixView<T> a, in MatrixView<T> b, T factor)
        where T : struct, INumber<T>
    {
        // Rows without gaps, but for the zeros behind packed columns, are one long row.
        if (a.Width == a.Stride && b.Width == a.Width && b.Stride == a.Stride && a.Rows > 0 && a.Rows == b.Rows)
        {
            int length = a.Rows * a.Stride;
            RowArithmetic.AddScaled(a.Span[..length], factor, b.Span[..length]);
            return;
        }

        Add(a.Span, a.Stride, b.Span, b.Stride, a.Rows, a.Columns, factor);
    }

    /// <summary>B = A, with A and B rows x columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Copy<T>(ReadOnlySpan<T> a, int aStride, Span<T> b, int bStride, int rows, int columns)
    {
        for (int i = 0; i < rows; i++)
        {
            RowArithmetic.Copy(a.Slice(i * aStride, columns), b[(i * bStride)..]);
        }
    }

    /// <summary>B += factor A, with A and B rows x columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Add<T>(ReadOnlySpan<T> a, int aStride, Span<T> b, int bStride, int rows, int columns, T factor)
        where T : struct, INumber<T>
    {
        for (int i = 0; i < rows; i++)
        {
            RowArithmetic.AddScaled(a.Slice(i * aStride, columns), factor, b.Slice(i * bStride, columns));
        }
    }
}
