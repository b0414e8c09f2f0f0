using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl.Generated;

/// <summary>
/// The matrix products that a step from correlations is made of. Matrices are stored row by row; sizes name the rows of the result, its
/// columns, and the inner extent. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Products
{
    /// <summary>C += A B, with A rows x inner and B inner x columns.</summary>
    public static void Add<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < rows; i++)
        {
            Span<T> row = c.Slice(i * columns, columns);
            for (int k = 0; k < inner; k++)
            {
                TensorPrimitives.MultiplyAdd(b.Slice(k * columns, columns), a[(i * inner) + k], row, row);
            }
        }
    }

    /// <summary>C -= A B, with A rows x inner and B inner x columns.</summary>
    public static void Subtract<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < rows; i++)
        {
            Span<T> row = c.Slice(i * columns, columns);
            for (int k = 0; k < inner; k++)
            {
                TensorPrimitives.MultiplyAdd(b.Slice(k * columns, columns), -a[(i * inner) + k], row, row);
            }
        }
    }

    /// <summary>C -= A B^T, with A rows x inner and B columns x inner.</summary>
    public static void SubtractTransposed<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                c[(i * columns) + j] -= TensorPrimitives.Dot(a.Slice(i * inner, inner), b.Slice(j * inner, inner));
            }
        }
    }

    /// <summary>C += A B^T, with A rows x inner and B columns x inner.</summary>
    public static void AddTransposed<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                c[(i * columns) + j] += TensorPrimitives.Dot(a.Slice(i * inner, inner), b.Slice(j * inner, inner));
            }
        }
    }

    /// <summary>C += A^T B, with A inner x rows and B inner x columns.</summary>
    public static void AddFromTransposed<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int rows, int inner, int columns)
        where T : unmanaged, INumber<T>
    {
        for (int k = 0; k < inner; k++)
        {
            for (int i = 0; i < rows; i++)
            {
                Span<T> row = c.Slice(i * columns, columns);
                TensorPrimitives.MultiplyAdd(b.Slice(k * columns, columns), a[(k * rows) + i], row, row);
            }
        }
    }

    /// <summary>C += A.</summary>
    public static void Add<T>(ReadOnlySpan<T> a, Span<T> c)
        where T : unmanaged, INumber<T> => TensorPrimitives.Add(c, a, c);
}
