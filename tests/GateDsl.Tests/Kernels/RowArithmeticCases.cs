using System.Numerics;

namespace GateDsl.Tests.Kernels;

/// <summary>Random cases of the sums over rows, to the bit where nothing is rounded twice.</summary>
internal static class RowArithmeticCases<T>
    where T : struct, IFloatingPointIeee754<T>
{
    public static readonly (string Name, Action<Random> Run)[] All =
        [.. Enumerable.Range(0, 6).Select(kind => ($"row arithmetic {kind}", (Action<Random>)(random => Run(random, kind))))];

    private static void Run(Random random, int kind)
    {
        int length = Extents.Draw(random);
        (Framed<T> a, Framed<T> b, Framed<T> c) = (Framed<T>.Draw(random, 1, length), Framed<T>.Draw(random, 1, length), Framed<T>.Draw(random, 1, length));
        T factor = T.CreateTruncating(random.NextDouble());
        T[] before = (T[])c.Values.Clone();
        switch (kind)
        {
            case 0:
                RowArithmetic.Add<T>(a.Span, c.Span);
                break;
            case 1:
                RowArithmetic.AddScaled(a.Span, factor, c.Span);
                break;
            case 2:
                RowArithmetic.Sum<T>(a.Span, b.Span, c.Span);
                break;
            case 3:
                RowArithmetic.Subtract<T>(a.Span, b.Span, c.Span);
                break;
            case 4:
                RowArithmetic.Rectify(c.Span);
                break;
            default:
                RowArithmetic.Close<T>(a.Span, c.Span);
                break;
        }

        c.Check(
            before,
            (_, i) =>
            {
                T old = before[c.First + i];
                T expected = kind switch
                {
                    0 => old + a.At(0, i),
                    1 => old + (factor * a.At(0, i)),
                    2 => a.At(0, i) + b.At(0, i),
                    3 => a.At(0, i) - b.At(0, i),
                    4 => T.Max(old, T.Zero),
                    _ => a.At(0, i) > T.Zero ? old : T.Zero,
                };
                return (double.CreateTruncating(expected), kind == 1 ? 4 : 0);
            },
            roundings: 1);
    }
}
