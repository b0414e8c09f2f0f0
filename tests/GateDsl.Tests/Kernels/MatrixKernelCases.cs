using System.Numerics;

namespace GateDsl.Tests.Kernels;

/// <summary>Random cases of the kernels on matrices, each against two loops over its definition in double precision.</summary>
internal static class MatrixKernelCases<T>
    where T : struct, IFloatingPointIeee754<T>
{
    public static readonly (string Name, Action<Random> Run)[] All =
    [
        (nameof(Product), Product),
        (nameof(ProductOfViews), ProductOfViews),
        (nameof(ProductOfPacked), ProductOfPacked),
        (nameof(WithTransposed), WithTransposed),
        (nameof(WithTransposedOfPacked), WithTransposedOfPacked),
        (nameof(Dots), Dots),
        (nameof(Sparse), Sparse),
        (nameof(Transpose), Transpose),
        (nameof(Copy), Copy),
        (nameof(AddPacked), AddPacked),
    ];

    /// <summary>C = A B, C += factor A B, the same with A^T or B^T, on spans.</summary>
    private static void Product(Random random)
    {
        (int rows, int inner, int columns) = (Extents.Draw(random), Extents.DrawInner(random), Extents.Draw(random));
        int kind = random.Next(4);
        Framed<T> a = kind == 2 ? Framed<T>.Draw(random, inner, rows) : Framed<T>.Draw(random, rows, inner);
        Framed<T> b = kind == 3 ? Framed<T>.Draw(random, columns, inner) : Framed<T>.Draw(random, inner, columns);
        Framed<T> c = Framed<T>.Draw(random, rows, columns);
        T factor = Number(random);
        Compare(c, inner, kind == 0 ? T.Zero : T.One, kind == 0 ? T.One : factor, (i, k) => kind == 2 ? a.At(k, i) : a.At(i, k),
            (k, j) => kind == 3 ? b.At(j, k) : b.At(k, j), () =>
        {
            switch (kind)
            {
                case 0:
                    MatrixProducts.Set<T>(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, rows, inner, columns);
                    break;
                case 1:
                    MatrixProducts.Add(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, rows, inner, columns, factor);
                    break;
                case 2:
                    MatrixProducts.AddFromTransposed(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, rows, inner, columns, factor);
                    break;
                default:
                    MatrixProducts.AddTransposed(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, rows, inner, columns, factor);
                    break;
            }
        });
    }

    private static void ProductOfViews(Random random) => Views(random, Framed<T>.Draw);

    private static void ProductOfPacked(Random random) => Views(random, (from, rows, columns, _) => Framed<T>.Packed(from, rows, columns));

    private static void Views(Random random, Func<Random, int, int, bool, Framed<T>> draw)
    {
        (int rows, int inner, int columns) = SmallOrAny(random);
        bool isTransposed = random.Next(2) == 0, isSet = random.Next(2) == 0;
        Framed<T> a = isTransposed ? draw(random, inner, rows, false) : draw(random, rows, inner, false);
        (Framed<T> b, Framed<T> c) = (draw(random, inner, columns, false), draw(random, rows, columns, false));
        T factor = Number(random);
        Compare(c, inner, isSet ? T.Zero : T.One, isSet ? T.One : factor, (i, k) => isTransposed ? a.At(k, i) : a.At(i, k), b.At, () =>
        {
            switch (isTransposed, isSet)
            {
                case (false, true):
                    MatrixProducts.SetProduct(a.View, b.View, c.View);
                    break;
                case (false, false):
                    MatrixProducts.AddProduct(a.View, b.View, c.View, factor);
                    break;
                case (true, true):
                    MatrixProducts.SetProductFromTransposed(a.View, b.View, c.View);
                    break;
                default:
                    MatrixProducts.AddProductFromTransposed(a.View, b.View, c.View, factor);
                    break;
            }
        });
    }

    private static void WithTransposed(Random random) => TransposedViews(random, Framed<T>.Draw);

    private static void WithTransposedOfPacked(Random random) => TransposedViews(random, (from, rows, columns, _) => Framed<T>.Packed(from, rows, columns));

    /// <summary>C = A B^T or C += factor A B^T.</summary>
    private static void TransposedViews(Random random, Func<Random, int, int, bool, Framed<T>> draw)
    {
        (int rows, int inner, int columns) = SmallOrAny(random);
        bool isSet = random.Next(2) == 0;
        (Framed<T> a, Framed<T> b, Framed<T> c) =
            (draw(random, rows, inner, false), draw(random, columns, inner, false), draw(random, rows, columns, false));
        T factor = Number(random);
        Compare(c, inner, isSet ? T.Zero : T.One, isSet ? T.One : factor, a.At, (k, j) => b.At(j, k), () =>
        {
            if (isSet)
            {
                MatrixProducts.SetProductWithTransposed(a.View, b.View, c.View);
            }
            else
            {
                MatrixProducts.AddProductWithTransposed(a.View, b.View, c.View, factor);
            }
        });
    }

    private static void Dots(Random random)
    {
        (int rows, int inner, int columns) = (Extents.Draw(random), Extents.DrawInner(random), Extents.Draw(random));
        (Framed<T> a, Framed<T> b, Framed<T> c) =
            (Framed<T>.Draw(random, rows, inner), Framed<T>.Draw(random, columns, inner), Framed<T>.Draw(random, rows, columns));
        T factor = Number(random);
        Compare(c, inner, T.One, factor, a.At, (k, j) => b.At(j, k), () =>
            TransposedProductTile.Add(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, rows, inner, columns, factor));
    }

    /// <summary>C = A B, C += A B, C += A B^T, C += factor A^T B, where any part of A, or of either, is 0.</summary>
    private static void Sparse(Random random)
    {
        int kind = random.Next(4);
        int rows = random.Next(60) == 0 ? 500 + random.Next(60) : 60 + random.Next(kind == 3 ? 80 : 20);
        (int inner, int columns) = (60 + random.Next(100), 60 + random.Next(kind == 3 ? 120 : 240));
        Framed<T> a = kind == 3 ? Framed<T>.Draw(random, inner, rows) : Framed<T>.Draw(random, rows, inner);
        Framed<T> b = kind == 2 ? Framed<T>.Draw(random, columns, inner) : Framed<T>.Draw(random, inner, columns);
        Framed<T> c = Framed<T>.Draw(random, rows, columns);
        SetZeros(random, a);
        if (kind == 3)
        {
            SetZeros(random, b);
        }

        T factor = kind == 3 ? Number(random) : T.One;
        Compare(c, inner, kind == 0 ? T.Zero : T.One, factor, (i, k) => kind == 3 ? a.At(k, i) : a.At(i, k),
            (k, j) => kind == 2 ? b.At(j, k) : b.At(k, j), () =>
        {
            switch (kind)
            {
                case 0:
                    SparseTile.Set<T>(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, rows, inner, columns);
                    break;
                case 1:
                    SparseTile.Add<T>(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, rows, inner, columns);
                    break;
                case 2:
                    SparseTile.AddTransposed<T>(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, rows, inner, columns);
                    break;
                default:
                    SparseTile.AddFromTransposed(a.Span, a.Stride, b.Span, b.Stride, c.Span, c.Stride, rows, inner, columns, factor);
                    break;
            }
        });
    }

    private static void SetZeros(Random random, Framed<T> a)
    {
        double zeros = random.Next(4) switch { 0 => 1, 1 => 0.1, _ => 0.4 + (0.6 * random.NextDouble()) };
        for (int i = 0; i < a.Rows * a.Columns; i++)
        {
            if (random.NextDouble() < zeros)
            {
                a.Values[a.First + (i / a.Columns * a.Stride) + (i % a.Columns)] = random.Next(2) == 0 ? T.Zero : T.NegativeZero;
            }
        }
    }

    /// <summary>B = A^T or B += factor A^T.</summary>
    private static void Transpose(Random random)
    {
        (int rows, int columns) = (Extents.Draw(random), Extents.Draw(random));
        (Framed<T> a, Framed<T> b) = (Framed<T>.Draw(random, rows, columns), Framed<T>.Draw(random, columns, rows));
        T factor = Number(random);
        int kind = random.Next(3);
        Change(b, (before, i, j) => kind < 2 ? Exactly(a.At(j, i)) : Sum(before, factor, a.At(j, i)), () =>
        {
            switch (kind)
            {
                case 0:
                    MatrixPacking.Transpose(a.View, b.View);
                    break;
                case 1:
                    MatrixPacking.Transpose<T>(a.Span, a.Stride, b.Span, b.Stride, rows, columns);
                    break;
                default:
                    TransposeTile.Add(a.Span, a.Stride, b.Span, b.Stride, rows, columns, factor);
                    break;
            }
        });
    }

    /// <summary>B = A, B += factor A.</summary>
    private static void Copy(Random random)
    {
        (int rows, int columns) = (Extents.Draw(random), Extents.Draw(random));
        Framed<T> a = Framed<T>.Draw(random, rows, columns);
        Framed<T> b = random.Next(2) == 0 ? Framed<T>.Like(random, a) : Framed<T>.Draw(random, rows, columns);
        T factor = Number(random);
        bool isSet = random.Next(2) == 0;
        Change(b, (before, i, j) => isSet ? Exactly(a.At(i, j)) : Sum(before, factor, a.At(i, j)), () =>
        {
            if (isSet)
            {
                MatrixPacking.Copy(a.View, b.View);
            }
            else
            {
                MatrixPacking.Add(a.View, b.View, factor);
            }
        });
    }

    private static void AddPacked(Random random)
    {
        (int rows, int columns) = (Extents.Draw(random), Extents.Draw(random));
        (Framed<T> a, Framed<T> b) = (Framed<T>.Packed(random, rows, columns), Framed<T>.Packed(random, rows, columns));
        T factor = Number(random);
        Change(b, (before, i, j) => Sum(before, factor, a.At(i, j)), () => MatrixPacking.Add(a.View, b.View, factor));
    }

    private static void Compare(Framed<T> c, int inner, T kept, T factor, Func<int, int, T> a, Func<int, int, T> b, Action kernel) => Change(
        c,
        (before, i, j) =>
        {
            // What is overwritten may be no number.
            double start = T.IsZero(kept) ? 0 : double.CreateTruncating(before);
            double sum = start, scale = Math.Abs(start);
            for (int k = 0; k < inner; k++)
            {
                double term = double.CreateTruncating(factor) * double.CreateTruncating(a(i, k)) * double.CreateTruncating(b(k, j));
                (sum, scale) = (sum + term, scale + Math.Abs(term));
            }

            return (sum, scale);
        },
        kernel,
        inner + 4);

    private static void Change(Framed<T> target, Func<T, int, int, (double Value, double Scale)> oracle, Action kernel, double roundings = 4)
    {
        T[] before = (T[])target.Values.Clone();
        kernel();
        target.Check(before, (i, j) => oracle(before[target.First + (i * target.Stride) + j], i, j), roundings);
    }

    /// <summary>Extents of a product, half of the time those of one that is made entry by entry.</summary>
    private static (int Rows, int Inner, int Columns) SmallOrAny(Random random) => random.Next(2) == 0
        ? (random.Next(6), random.Next(6), random.Next(6))
        : (Extents.Draw(random), Extents.DrawInner(random), Extents.Draw(random));

    private static (double Value, double Scale) Exactly(T value) => (double.CreateTruncating(value), 0);

    private static (double Value, double Scale) Sum(T before, T factor, T value)
    {
        double start = double.CreateTruncating(before), term = double.CreateTruncating(factor) * double.CreateTruncating(value);
        return (start + term, Math.Abs(start) + Math.Abs(term));
    }

    private static T Number(Random random) => T.CreateTruncating((4 * random.NextDouble()) - 2);
}
