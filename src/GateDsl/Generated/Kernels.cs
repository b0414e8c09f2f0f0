using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace GateDsl.Generated;

/// <summary>
/// The products that a step of the batch method is made of, over the rows of a block at which a gate is on. Activations are stored one
/// datapoint per row; weights are stored target x source, row by row. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Kernels
{
    /// <summary>z_n = 0.</summary>
    public static void Clear<T>(Span<T> z, ReadOnlySpan<int> rows, int units)
    {
        foreach (int n in rows)
        {
            z.Slice(n * units, units).Clear();
        }
    }

    /// <summary>z_n += W x_n.</summary>
    public static void AddProduct<T>(ReadOnlySpan<T> w, ReadOnlySpan<T> x, Span<T> z, ReadOnlySpan<int> rows, int targets, int sources)
        where T : unmanaged, INumber<T>
    {
        using NearRows<T> near = new(rows, x, sources, z, targets);
        while (near.Next(out ReadOnlySpan<T> xRun, out Span<T> zRun, out int count))
        {
            Products.AddTransposed(xRun, sources, w, sources, zRun, targets, count, sources, targets, T.One);
        }
    }

    /// <summary>z_n += W x_n where x_n is one-hot: the column of W that the index names.</summary>
    public static void AddColumn<T>(ReadOnlySpan<T> w, ReadOnlySpan<int> x, Span<T> z, ReadOnlySpan<int> rows, int targets, int sources)
        where T : unmanaged, INumber<T>
    {
        if (rows.Length < sources)
        {
            foreach (int n in rows)
            {
                Span<T> target = z.Slice(n * targets, targets);
                int column = x[n];
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] += w[(i * sources) + column];
                }
            }

            return;
        }

        using Scratch<T> columns = new(targets * sources);
        Packing.Transpose(w, sources, columns.Span, targets, targets, sources);
        foreach (int n in rows)
        {
            Span<T> target = z.Slice(n * targets, targets);
            TensorPrimitives.Add(target, columns.Span.Slice(x[n] * targets, targets), target);
        }
    }

    /// <summary>b_n += W^T e_n: an error, carried back over an edge.</summary>
    public static void AddTransposedProduct<T>(ReadOnlySpan<T> w, ReadOnlySpan<T> e, Span<T> b, ReadOnlySpan<int> rows, int targets, int sources)
        where T : unmanaged, INumber<T>
    {
        using NearRows<T> near = new(rows, e, targets, b, sources);
        while (near.Next(out ReadOnlySpan<T> eRun, out Span<T> bRun, out int count))
        {
            Products.Add(eRun, targets, w, sources, bRun, sources, count, targets, sources, T.One);
        }
    }

    /// <summary>D += factor sum_n e_n x_n^T: the direction in which gradient descent moves the weights of an edge, or the move itself.</summary>
    public static void AddOuterProducts<T>(
        ReadOnlySpan<T> e, ReadOnlySpan<T> x, Span<T> d, ReadOnlySpan<int> rows, int targets, int sources, T factor)
        where T : unmanaged, INumber<T>
    {
        using NearRows<T> near = new(rows, e, targets, x, sources);
        while (near.Next(out ReadOnlySpan<T> eRun, out ReadOnlySpan<T> xRun, out int count))
        {
            Products.AddFromTransposed(eRun, targets, xRun, sources, d, sources, targets, count, sources, factor);
        }
    }

    /// <summary>D += factor sum_n e_n x_n^T where x_n is one-hot: e_n is added to the column that the index names.</summary>
    public static void AddToColumns<T>(
        ReadOnlySpan<T> e, ReadOnlySpan<int> x, Span<T> d, ReadOnlySpan<int> rows, int targets, int sources, T factor)
        where T : unmanaged, INumber<T>
    {
        if (rows.Length < sources)
        {
            foreach (int n in rows)
            {
                ReadOnlySpan<T> target = e.Slice(n * targets, targets);
                int column = x[n];
                for (int i = 0; i < target.Length; i++)
                {
                    d[(i * sources) + column] += factor * target[i];
                }
            }

            return;
        }

        using Scratch<T> columns = new(targets * sources);
        Span<T> sums = columns.Span;
        sums.Clear();
        foreach (int n in rows)
        {
            Span<T> sum = sums.Slice(x[n] * targets, targets);
            TensorPrimitives.Add(sum, e.Slice(n * targets, targets), sum);
        }

        // D += factor S^T. The register tile turns S by a product with the identity, several times faster than one strided number after the other.
        using Scratch<T> identity = new(sources * sources);
        identity.Span.Clear();
        for (int j = 0; j < sources; j++)
        {
            identity.Span[(j * sources) + j] = T.One;
        }

        Products.AddFromTransposed(sums, targets, identity.Span, sources, d, sources, targets, sources, sources, factor);
    }

    /// <summary>h_n = max(z_n, 0), in place: every unit is gated by its own pre-activation. A pre-activation of 0 is off.</summary>
    public static void Rectify<T>(Span<T> z, ReadOnlySpan<int> rows, int units)
        where T : unmanaged, INumber<T>
    {
        foreach (int n in rows)
        {
            Span<T> row = z.Slice(n * units, units);
            Span<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(row);
            foreach (ref Vector<T> value in vectors)
            {
                value = Vector.ConditionalSelect(Vector.GreaterThan(value, Vector<T>.Zero), value, Vector<T>.Zero);
            }

            foreach (ref T value in row[(vectors.Length * Vector<T>.Count)..])
            {
                value = value > T.Zero ? value : T.Zero;
            }
        }
    }

    /// <summary>b_n = 0 at the units that are off, those with h_n = 0: the derivative of a rectified unit.</summary>
    public static void CloseUnits<T>(ReadOnlySpan<T> h, Span<T> b, ReadOnlySpan<int> rows, int units)
        where T : unmanaged, INumber<T>
    {
        foreach (int n in rows)
        {
            ReadOnlySpan<T> unit = h.Slice(n * units, units);
            Span<T> error = b.Slice(n * units, units);
            ReadOnlySpan<Vector<T>> unitVectors = MemoryMarshal.Cast<T, Vector<T>>(unit);
            Span<Vector<T>> errorVectors = MemoryMarshal.Cast<T, Vector<T>>(error);
            for (int i = 0; i < errorVectors.Length; i++)
            {
                errorVectors[i] = Vector.ConditionalSelect(Vector.GreaterThan(unitVectors[i], Vector<T>.Zero), errorVectors[i], Vector<T>.Zero);
            }

            for (int i = errorVectors.Length * Vector<T>.Count; i < units; i++)
            {
                error[i] = unit[i] > T.Zero ? error[i] : T.Zero;
            }
        }
    }

    /// <summary>e_n = y_n - yhat_n.</summary>
    /// <returns>The sum of the squares of all e_n, the rows added up in double precision.</returns>
    public static double Residuals<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> prediction, Span<T> e, ReadOnlySpan<int> rows, int units)
        where T : unmanaged, INumber<T>
    {
        double squares = 0;
        foreach (int n in rows)
        {
            Span<T> error = e.Slice(n * units, units);
            TensorPrimitives.Subtract(y.Slice(n * units, units), prediction.Slice(n * units, units), error);
            squares += double.CreateTruncating(TensorPrimitives.SumOfSquares<T>(error));
        }

        return squares;
    }

    /// <summary>Copies the rows at which a gate is on.</summary>
    public static void CopyRows<T>(ReadOnlySpan<T> source, Span<T> destination, ReadOnlySpan<int> rows, int units)
    {
        foreach (int n in rows)
        {
            source.Slice(n * units, units).CopyTo(destination.Slice(n * units, units));
        }
    }

    /// <summary>W += eta D: one step of gradient descent.</summary>
    public static void Move<T>(Span<T> w, T eta, ReadOnlySpan<T> d)
        where T : unmanaged, INumber<T> => TensorPrimitives.MultiplyAdd(d, eta, w, w);

    /// <summary>G = factor D.</summary>
    public static void Scale<T>(ReadOnlySpan<T> d, double factor, Span<T> g)
        where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(d, T.CreateTruncating(factor), g);

    /// <summary>1/2 sum of |y_n|^2 over the datapoints at which a gate is on.</summary>
    public static double HalfSquares<T>(ReadOnlySpan<T> y, RowSet on, int units)
        where T : unmanaged, INumber<T>
    {
        double squares = 0;
        foreach (int n in on.Datapoints())
        {
            foreach (T value in y.Slice(n * units, units))
            {
                double wide = double.CreateTruncating(value);
                squares += wide * wide;
            }
        }

        return squares / 2;
    }
}
