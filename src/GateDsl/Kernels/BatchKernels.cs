using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>
/// The products that a step of the batch method is made of, over the rows of a block at which a gate is on. Activations are stored one
/// datapoint per row; weights are stored target x source, row by row.
/// </summary>
internal static class BatchKernels
{
    /// <summary>z_n = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Clear<T>(Span<T> z, ReadOnlySpan<int> rows, int units)
    {
        foreach (int n in rows)
        {
            z.Slice(n * units, units).Clear();
        }
    }

    /// <summary>z_n += W x_n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddProduct<T>(ReadOnlySpan<T> w, ReadOnlySpan<T> x, Span<T> z, ReadOnlySpan<int> rows, int targets, int sources)
        where T : struct, INumber<T>
    {
        using NearRows<T> near = new(rows, x, sources, z, targets);
        while (near.Next(out ReadOnlySpan<T> xRun, out Span<T> zRun, out int count))
        {
            if (count < SparseTile.FewestRows)
            {
                MatrixProducts.AddTransposed(xRun, sources, w, sources, zRun, targets, count, sources, targets, T.One);
            }
            else
            {
                SparseTile.AddTransposed(xRun, sources, w, sources, zRun, targets, count, sources, targets);
            }
        }
    }

    /// <summary>z_n = sum over edges of W x_n where every x_n is one-hot: the columns of the weights that the indices name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void SetColumns<T>(Span<T> z, ReadOnlySpan<int> rows, int targets, int first, ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges)
        where T : struct, INumber<T>
    {
        using OneHotColumns<T> columns = new(edges, targets, rows.Length);
        foreach (int n in rows)
        {
            Span<T> target = z.Slice(n * targets, targets);
            columns.Set(edges, first + n, target);
        }
    }

    /// <summary>h_n = max(z_n, 0) with z_n = sum over edges of W x_n, where every x_n is one-hot. A pre-activation of 0 is off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void SetRectifiedColumns<T>(
        Span<T> z, ReadOnlySpan<int> rows, int targets, int first, ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges)
        where T : struct, INumber<T>
    {
        using OneHotColumns<T> columns = new(edges, targets, rows.Length);
        foreach (int n in rows)
        {
            Span<T> target = z.Slice(n * targets, targets);
            columns.Set(edges, first + n, target);
            RowArithmetic.Rectify(target);
        }
    }

    /// <summary>z_n += sum over edges of W x_n where every x_n is one-hot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddColumns<T>(Span<T> z, ReadOnlySpan<int> rows, int targets, int first, ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges)
        where T : struct, INumber<T>
    {
        using OneHotColumns<T> columns = new(edges, targets, rows.Length);
        foreach (int n in rows)
        {
            columns.Add(edges, 0, first + n, z.Slice(n * targets, targets));
        }
    }

    /// <summary>b_n = W^T e_n: an error, carried back over the first edge out of a module.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void SetTransposedProduct<T>(ReadOnlySpan<T> w, ReadOnlySpan<T> e, Span<T> b, ReadOnlySpan<int> rows, int targets, int sources)
        where T : struct, INumber<T>
    {
        using NearRows<T> near = new(rows, e, targets, b, sources, isSet: true);
        while (near.Next(out ReadOnlySpan<T> eRun, out Span<T> bRun, out int count))
        {
            if (count < SparseTile.FewestRows)
            {
                MatrixProducts.Set(eRun, targets, w, sources, bRun, sources, count, targets, sources);
            }
            else
            {
                SparseTile.Set(eRun, targets, w, sources, bRun, sources, count, targets, sources);
            }
        }
    }

    /// <summary>b_n += W^T e_n: an error, carried back over an edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddTransposedProduct<T>(ReadOnlySpan<T> w, ReadOnlySpan<T> e, Span<T> b, ReadOnlySpan<int> rows, int targets, int sources)
        where T : struct, INumber<T>
    {
        using NearRows<T> near = new(rows, e, targets, b, sources);
        while (near.Next(out ReadOnlySpan<T> eRun, out Span<T> bRun, out int count))
        {
            if (count < SparseTile.FewestRows)
            {
                MatrixProducts.Add(eRun, targets, w, sources, bRun, sources, count, targets, sources, T.One);
            }
            else
            {
                SparseTile.Add(eRun, targets, w, sources, bRun, sources, count, targets, sources);
            }
        }
    }

    /// <summary>D += factor sum_n e_n x_n^T: the direction in which gradient descent moves the weights of an edge, or the move itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddOuterProducts<T>(
        ReadOnlySpan<T> e, ReadOnlySpan<T> x, Span<T> d, ReadOnlySpan<int> rows, int targets, int sources, T factor)
        where T : struct, INumber<T>
    {
        using NearRows<T> near = new(rows, e, targets, x, sources);
        while (near.Next(out ReadOnlySpan<T> eRun, out ReadOnlySpan<T> xRun, out int count))
        {
            if (count < SparseTile.FewestRows)
            {
                MatrixProducts.AddFromTransposed(eRun, targets, xRun, sources, d, sources, targets, count, sources, factor);
            }
            else
            {
                SparseTile.AddFromTransposed(eRun, targets, xRun, sources, d, sources, targets, count, sources, factor);
            }
        }
    }

    /// <summary>D += factor sum_n e_n x_n^T for every edge, where x_n is one-hot: e_n is added to the column that the index names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddToColumns<T>(
        ReadOnlySpan<T> e, ReadOnlySpan<int> rows, int targets, T factor, int first, ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges)
        where T : struct, INumber<T>
    {
        using OneHotErrors<T> sums = new(edges, targets, rows.Length, factor);
        foreach (int n in rows)
        {
            sums.Add(edges, first + n, e.Slice(n * targets, targets));
        }

        sums.Finish(edges);
    }

    /// <summary>
    /// The same for units that are gated by their own pre-activation: b_n = e_n at the units that are on, those with h_n > 0, else 0, the derivative
    /// of a rectified unit; then D += factor sum_n b_n x_n^T.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void CloseUnitsAndAddToColumns<T>(
        ReadOnlySpan<T> h, Span<T> e, ReadOnlySpan<int> rows, int targets, T factor, int first, ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges)
        where T : struct, INumber<T>
    {
        using OneHotErrors<T> sums = new(edges, targets, rows.Length, factor);
        foreach (int n in rows)
        {
            Span<T> error = e.Slice(n * targets, targets);
            RowArithmetic.Close(h.Slice(n * targets, targets), error);
            sums.Add(edges, first + n, error);
        }

        sums.Finish(edges);
    }

    /// <summary>h_n = max(z_n, 0), in place: every unit is gated by its own pre-activation. A pre-activation of 0 is off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Rectify<T>(Span<T> z, ReadOnlySpan<int> rows, int units)
        where T : struct, INumber<T>
    {
        foreach (int n in rows)
        {
            RowArithmetic.Rectify(z.Slice(n * units, units));
        }
    }

    /// <summary>b_n = 0 at the units that are off, those with h_n = 0: the derivative of a rectified unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void CloseUnits<T>(ReadOnlySpan<T> h, Span<T> b, ReadOnlySpan<int> rows, int units)
        where T : struct, INumber<T>
    {
        foreach (int n in rows)
        {
            RowArithmetic.Close(h.Slice(n * units, units), b.Slice(n * units, units));
        }
    }

    /// <summary>b_n = slope b_n at the units that are off, those with h_n not above 0; h_n itself, forward, or an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Leak<T>(ReadOnlySpan<T> h, Span<T> b, ReadOnlySpan<int> rows, int units, T slope)
        where T : struct, INumber<T>
    {
        foreach (int n in rows)
        {
            RowArithmetic.Leak(h.Slice(n * units, units), b.Slice(n * units, units), slope);
        }
    }

    /// <summary>z_n = g_n z_n: a gate that is a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply<T>(Span<T> z, ReadOnlySpan<int> rows, int units, ReadOnlySpan<T> g)
        where T : struct, INumber<T>
    {
        foreach (int n in rows)
        {
            Span<T> row = z.Slice(n * units, units);
            TensorPrimitives.Multiply(row, g[n], row);
        }
    }

    /// <summary>
    /// b_n = slope b_n at the units that are off, of units whose values a gate multiplied: their pre-activation is above 0 where h_n has the gate's sign.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void LeakGated<T>(ReadOnlySpan<T> h, Span<T> b, ReadOnlySpan<int> rows, int units, ReadOnlySpan<T> g, T slope)
        where T : struct, INumber<T>
    {
        foreach (int n in rows)
        {
            for (int i = n * units; i < (n + 1) * units; i++)
            {
                bool isOn = g[n] > T.Zero ? h[i] > T.Zero : h[i] < T.Zero;
                b[i] = isOn ? b[i] : slope == T.Zero ? T.Zero : slope * b[i];
            }
        }
    }

    /// <summary>Copies the rows at which a gate is on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void CopyRows<T>(ReadOnlySpan<T> source, Span<T> destination, ReadOnlySpan<int> rows, int units)
    {
        foreach (int n in rows)
        {
            source.Slice(n * units, units).CopyTo(destination.Slice(n * units, units));
        }
    }

    /// <summary>W += eta D: one step of gradient descent.</summary>
    public static void Move<T>(Span<T> w, T eta, ReadOnlySpan<T> d)
        where T : struct, INumber<T> => TensorPrimitives.MultiplyAdd(d, eta, w, w);

    /// <summary>G = factor D.</summary>
    public static void Scale<T>(ReadOnlySpan<T> d, double factor, Span<T> g)
        where T : struct, INumber<T> => TensorPrimitives.Multiply(d, T.CreateTruncating(factor), g);
}
