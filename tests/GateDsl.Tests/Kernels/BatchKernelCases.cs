using System.Numerics;
using GateDsl.CompilerServices;

namespace GateDsl.Tests.Kernels;

/// <summary>Random cases of the kernels over the rows at which a gate is on, each against loops over its definition in double precision.</summary>
internal static class BatchKernelCases<T>
    where T : struct, IFloatingPointIeee754<T>
{
    public static readonly (string Name, Action<Random> Run)[] All =
    [
        (nameof(Forward), Forward),
        (nameof(Backward), Backward),
        (nameof(OuterProducts), OuterProducts),
        (nameof(OneHotForward), OneHotForward),
        (nameof(OneHotBackward), OneHotBackward),
        (nameof(RowByRow), RowByRow),
        (nameof(GatesOfNumbers), GatesOfNumbers),
        (nameof(Leak), Leak),
        (nameof(Matrices), Matrices),
        (nameof(Residuals), Residuals),
    ];

    /// <summary>z_n += W x_n.</summary>
    private static void Forward(Random random)
    {
        BlockOfRows block = new(random);
        (int targets, int sources) = (Extents.Draw(random), Extents.DrawInner(random));
        (Framed<T> w, Framed<T> x, Framed<T> z) = (Dense(random, targets, sources), Dense(random, block.Count, sources), Dense(random, block.Count, targets));
        Change(z, sources, (before, n, i) => block.IsOn(n) ? Dot(before, T.One, sources, s => (w.At(i, s), x.At(n, s))) : Same(before), () =>
            BatchKernels.AddProduct<T>(w.Span, x.Span, z.Span, block.Rows, targets, sources));
    }

    /// <summary>b_n = W^T e_n, b_n += W^T e_n.</summary>
    private static void Backward(Random random)
    {
        BlockOfRows block = new(random);
        (int targets, int sources) = (Extents.DrawInner(random), Extents.Draw(random));
        (Framed<T> w, Framed<T> e, Framed<T> b) = (Dense(random, targets, sources), Dense(random, block.Count, targets), Dense(random, block.Count, sources));
        bool isSet = random.Next(2) == 0;
        Change(b, targets, (before, n, j) => block.IsOn(n) ? Dot(isSet ? T.Zero : before, T.One, targets, t => (w.At(t, j), e.At(n, t))) : Same(before), () =>
        {
            if (isSet)
            {
                BatchKernels.SetTransposedProduct<T>(w.Span, e.Span, b.Span, block.Rows, targets, sources);
            }
            else
            {
                BatchKernels.AddTransposedProduct<T>(w.Span, e.Span, b.Span, block.Rows, targets, sources);
            }
        });
    }

    /// <summary>D += factor sum_n e_n x_n^T.</summary>
    private static void OuterProducts(Random random)
    {
        BlockOfRows block = new(random);
        (int targets, int sources) = (Extents.Draw(random), Extents.Draw(random));
        (Framed<T> e, Framed<T> x, Framed<T> d) = (Dense(random, block.Count, targets), Dense(random, block.Count, sources), Dense(random, targets, sources));
        T factor = Number(random);
        Change(d, block.Rows.Length, (before, i, j) => Dot(before, factor, block.Rows.Length, k => (e.At(block.Rows[k], i), x.At(block.Rows[k], j))), () =>
            BatchKernels.AddOuterProducts<T>(e.Span, x.Span, d.Span, block.Rows, targets, sources, factor));
    }

    /// <summary>z_n = or += the columns that the indices name, rectified or not.</summary>
    private static void OneHotForward(Random random)
    {
        BlockOfRows block = new(random);
        int targets = Extents.Draw(random), first = random.Next(3);
        (Framed<T> W, int[] Index)[] edges = OneHots(random, targets, first + block.Count);
        Framed<T> z = Dense(random, block.Count, targets);
        int kind = random.Next(3);
        (MatrixView<T>, int[])[] given = [.. edges.Select(edge => (edge.W.View, edge.Index))];
        Change(
            z,
            edges.Length,
            (before, n, i) =>
            {
                if (!block.IsOn(n))
                {
                    return Same(before);
                }

                (double sum, double scale) = Dot(kind == 2 ? before : T.Zero, T.One, edges.Length, k => (edges[k].W.At(i, edges[k].Index[first + n]), T.One));
                return (kind == 1 ? Math.Max(0, sum) : sum, scale);
            },
            () =>
            {
                switch (kind)
                {
                    case 0:
                        BatchKernels.SetColumns<T>(z.Span, block.Rows, targets, first, given);
                        break;
                    case 1:
                        BatchKernels.SetRectifiedColumns<T>(z.Span, block.Rows, targets, first, given);
                        break;
                    default:
                        BatchKernels.AddColumns<T>(z.Span, block.Rows, targets, first, given);
                        break;
                }
            });
    }

    /// <summary>D += factor sum_n e_n x_n^T with one-hot x_n, also behind the closing of units.</summary>
    private static void OneHotBackward(Random random)
    {
        BlockOfRows block = new(random);
        int targets = Extents.Draw(random), first = random.Next(3);
        (Framed<T> W, int[] Index)[] edges = OneHots(random, targets, first + block.Count);
        (Framed<T> e, Framed<T> h) = (Dense(random, block.Count, targets), Dense(random, block.Count, targets));
        T factor = Number(random);
        bool isClosed = random.Next(2) == 0;
        T[] errors = (T[])e.Values.Clone();
        T[][] before = [.. edges.Select(edge => (T[])edge.W.Values.Clone())];
        (MatrixView<T>, int[])[] given = [.. edges.Select(edge => (edge.W.View, edge.Index))];
        if (isClosed)
        {
            BatchKernels.CloseUnitsAndAddToColumns<T>(h.Span, e.Span, block.Rows, targets, factor, first, given);
        }
        else
        {
            BatchKernels.AddToColumns<T>(e.Span, block.Rows, targets, factor, first, given);
        }

        for (int k = 0; k < edges.Length; k++)
        {
            (Framed<T> w, int[] index) = edges[k];
            w.Check(before[k], (i, j) => Dot(before[k][w.First + (i * w.Stride) + j], factor, block.Rows.Length, at =>
            {
                int n = block.Rows[at];
                bool counts = index[first + n] == j && (!isClosed || h.At(n, i) > T.Zero);
                return (errors[e.First + (n * e.Stride) + i], counts ? T.One : T.Zero);
            }), block.Count + 4);
        }

        e.Check(errors, (n, i) => Same(isClosed && block.IsOn(n) && !(h.At(n, i) > T.Zero) ? T.Zero : errors[e.First + (n * e.Stride) + i]), 0);
    }

    /// <summary>Clearing, copying, rectifying and closing rows.</summary>
    private static void RowByRow(Random random)
    {
        BlockOfRows block = new(random);
        int units = Extents.Draw(random), kind = random.Next(4);
        (Framed<T> h, Framed<T> z) = (Dense(random, block.Count, units), Dense(random, block.Count, units));
        Change(z, 0, (before, n, i) => Same((block.IsOn(n), kind) switch
        {
            (false, _) => before,
            (_, 0) => T.Zero,
            (_, 1) => h.At(n, i),
            (_, 2) => before > T.Zero ? before : T.Zero,
            _ => h.At(n, i) > T.Zero ? before : T.Zero,
        }), () =>
        {
            switch (kind)
            {
                case 0:
                    BatchKernels.Clear(z.Span, block.Rows, units);
                    break;
                case 1:
                    BatchKernels.CopyRows<T>(h.Span, z.Span, block.Rows, units);
                    break;
                case 2:
                    BatchKernels.Rectify(z.Span, block.Rows, units);
                    break;
                default:
                    BatchKernels.CloseUnits<T>(h.Span, z.Span, block.Rows, units);
                    break;
            }
        });
    }

    /// <summary>z_n = g_n z_n, and errors behind units whose values were multiplied so.</summary>
    private static void GatesOfNumbers(Random random)
    {
        BlockOfRows block = new(random);
        int units = Extents.Draw(random);
        T[] g = [.. Enumerable.Range(0, block.Count).Select(_ => random.Next(4) == 0 ? T.Zero : Number(random))];
        (Framed<T> z, Framed<T> b) = (Dense(random, block.Count, units), Dense(random, block.Count, units));
        SetZeros(random, z);
        T[] activations = (T[])z.Values.Clone();
        Change(z, 0, (before, n, i) => Same(block.IsOn(n) ? g[n] * before : before), () => BatchKernels.Multiply<T>(z.Span, block.Rows, units, g));

        T slope = random.Next(2) == 0 ? T.Zero : Number(random);
        bool IsUnitOn(int n, int i) => g[n] != T.Zero && activations[z.First + (n * units) + i] > T.Zero;
        SetInfinite(random, slope, b, (n, i) => block.IsOn(n) && !IsUnitOn(n, i));
        Change(b, 0, (before, n, i) => Same(!block.IsOn(n) || IsUnitOn(n, i) ? before : slope == T.Zero ? T.Zero : slope * before), () =>
            BatchKernels.LeakGated<T>(z.Span, b.Span, block.Rows, units, g, slope));
    }

    private static void Leak(Random random)
    {
        BlockOfRows block = new(random);
        int units = Extents.Draw(random);
        (Framed<T> h, Framed<T> b) = (Dense(random, block.Count, units), Dense(random, block.Count, units));
        SetZeros(random, h);
        T slope = Number(random);
        Change(b, 0, (before, n, i) => Same(!block.IsOn(n) || h.At(n, i) > T.Zero ? before : slope * before), () =>
            BatchKernels.Leak<T>(h.Span, b.Span, block.Rows, units, slope));
    }

    /// <summary>W += eta D, G = factor D.</summary>
    private static void Matrices(Random random)
    {
        int count = Extents.Draw(random);
        (Framed<T> w, Framed<T> d) = (Dense(random, 1, count), Dense(random, 1, count));
        T eta = Number(random);
        bool isScaled = random.Next(2) == 0;
        Change(w, 1, (before, _, j) => Dot(isScaled ? T.Zero : before, eta, 1, _ => (d.At(0, j), T.One)), () =>
        {
            if (isScaled)
            {
                BatchKernels.Scale(d.Span, double.CreateTruncating(eta), w.Span);
            }
            else
            {
                BatchKernels.Move(w.Span, eta, d.Span);
            }
        });
    }

    /// <summary>A unit at zero is off.</summary>
    private static void SetZeros(Random random, Framed<T> values)
    {
        for (int n = 0; n < values.Rows; n++)
        {
            for (int i = 0; i < values.Columns; i++)
            {
                values.Values[values.First + (n * values.Stride) + i] *= random.Next(5) == 0 ? T.Zero : T.One;
            }
        }
    }

    /// <summary>Nothing passes a unit that is off and does not leak, not even infinity.</summary>
    private static void SetInfinite(Random random, T slope, Framed<T> errors, Func<int, int, bool> isOff)
    {
        for (int n = 0; n < errors.Rows && slope == T.Zero; n++)
        {
            for (int i = 0; i < errors.Columns; i++)
            {
                if (isOff(n, i) && random.Next(3) == 0)
                {
                    errors.Values[errors.First + (n * errors.Stride) + i] = T.PositiveInfinity;
                }
            }
        }
    }

    /// <summary>e_n = y_n - yhat_n and the sum of squares.</summary>
    private static void Residuals(Random random)
    {
        BlockOfRows block = new(random);
        int units = Extents.Draw(random);
        (Framed<T> y, Framed<T> prediction, Framed<T> e) =
            (Dense(random, block.Count, units), Dense(random, block.Count, units), Dense(random, block.Count, units));
        double squares = 0, found = 0;
        foreach (int n in block.Rows)
        {
            for (int i = 0; i < units; i++)
            {
                squares += Math.Pow(double.CreateTruncating(y.At(n, i) - prediction.At(n, i)), 2);
            }
        }

        Change(e, 0, (before, n, i) => Same(block.IsOn(n) ? y.At(n, i) - prediction.At(n, i) : before), () =>
            found = SquaredKernel.Errors<T>(y.Span, prediction.Span, e.Span, block.Rows, units));
        Assert.Equal(squares, found, 1e-5 * squares);
    }

    private static (Framed<T> W, int[] Index)[] OneHots(Random random, int targets, int count)
    {
        int[] sources = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Math.Max(1, Extents.Draw(random)))];
        return [.. sources.Select(n => (Dense(random, targets, n), Enumerable.Range(0, count).Select(_ => random.Next(n)).ToArray()))];
    }

    private static Framed<T> Dense(Random random, int rows, int columns) => Framed<T>.Draw(random, rows, columns, isDense: true);

    private static void Change(Framed<T> target, int inner, Func<T, int, int, (double Value, double Scale)> oracle, Action kernel)
    {
        T[] before = (T[])target.Values.Clone();
        kernel();
        target.Check(before, (i, j) => oracle(before[target.First + (i * target.Stride) + j], i, j), inner + 4);
    }

    private static (double Value, double Scale) Dot(T start, T factor, int count, Func<int, (T A, T B)> factors)
    {
        double sum = double.CreateTruncating(start), scale = Math.Abs(sum);
        for (int k = 0; k < count; k++)
        {
            (T a, T b) = factors(k);
            double term = double.CreateTruncating(factor) * double.CreateTruncating(a) * double.CreateTruncating(b);
            (sum, scale) = (sum + term, scale + Math.Abs(term));
        }

        return (sum, scale);
    }

    private static (double Value, double Scale) Same(T value) => (double.CreateTruncating(value), 0);

    private static T Number(Random random) => T.CreateTruncating((4 * random.NextDouble()) - 2);
}
