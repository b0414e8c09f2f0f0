using System.Numerics;

namespace GateDsl.Tests.Kernels;

/// <summary>
/// Kernels that read without checks touch nothing beside their matrices: each stands beside memory that ends the process where it is touched, as may not
/// be seen in any result. A run that ends with "host process crashed" here has found such a place.
/// </summary>
public sealed class GuardedMemoryTests
{
    private static readonly int[] Few = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17, 24, 31, 33];

    [LinuxFact]
    public void SinglesAreTouchedNowhereElse() => Touch<float>();

    [LinuxFact]
    public void DoublesAreTouchedNowhereElse() => Touch<double>();

    private static void Touch<T>()
        where T : struct, INumber<T>
    {
        Random random = new(3);
        T two = T.CreateTruncating(2);
        for (int round = 0; round < 2000; round++)
        {
            (int rows, int columns) = (Few[random.Next(Few.Length)], Few[random.Next(Few.Length)]);
            int inner = random.Next(3) == 0 ? random.Next(60, 140) : Few[random.Next(Few.Length)];
            bool isAtEnd = random.Next(2) == 0;
            T[] a = Numbers<T>(random, rows * inner), b = Numbers<T>(random, inner * columns), c = Numbers<T>(random, rows * columns);
            Compare(isAtEnd, a, b, c, (x, y, z) => ProductTile.Set(x, inner, 1, y, columns, z, columns, rows, inner, columns));
            Compare(isAtEnd, a, b, c, (x, y, z) => ProductTile.Add(x, 1, rows, y, columns, z, columns, rows, inner, columns, two));
            Compare(isAtEnd, a, b, c, (x, y, z) => TransposedProductTile.Add(x, inner, y, inner, z, columns, rows, inner, columns, two));
            Compare(isAtEnd, a, b, c, (x, y, z) => SparseTile.Set(x, inner, y, columns, z, columns, rows, inner, columns));
            Compare(isAtEnd, a, b, c, (x, y, z) => SparseTile.Add(x, inner, y, columns, z, columns, rows, inner, columns));
            Compare(isAtEnd, a, b, c, (x, y, z) => SparseTile.AddTransposed(x, inner, y, inner, z, columns, rows, inner, columns));
            Compare(isAtEnd, a, b, c, (x, y, z) => SparseTile.AddFromTransposed(x, rows, y, columns, z, columns, rows, inner, columns, two));
            Compare(isAtEnd, a, [], Numbers<T>(random, a.Length), (x, _, z) => TransposeTile.Set(x, inner, z, rows, rows, inner));
            Compare(isAtEnd, a, [], Numbers<T>(random, a.Length), (x, _, z) => TransposeTile.Add(x, inner, z, rows, rows, inner, two));
            T[] d = Numbers<T>(random, a.Length);
            Compare(isAtEnd, a, d, Numbers<T>(random, a.Length), RowArithmetic.Sum);
            Compare(isAtEnd, a, d, Numbers<T>(random, a.Length), RowArithmetic.Subtract);
            Compare(isAtEnd, a, [], Numbers<T>(random, a.Length), (x, _, z) => RowArithmetic.Add(x, z));
            Compare(isAtEnd, a, [], Numbers<T>(random, a.Length), (x, _, z) => RowArithmetic.AddScaled(x, two, z));
            Compare(isAtEnd, a, [], Numbers<T>(random, a.Length), (x, _, z) => RowArithmetic.Leak(x, z, two));
            Compare(isAtEnd, a, [], Numbers<T>(random, a.Length), (x, _, z) => RowArithmetic.Close(x, z));
            Compare(isAtEnd, [], [], a, (_, _, z) => RowArithmetic.Rectify(z));
            Compare(isAtEnd, a, d, new T[1], (x, y, z) => z[0] = RowNumbers.Dot<T>(x, y));
            Compare(isAtEnd, a, [], new T[1], (x, _, z) => z[0] = RowNumbers.LargestMagnitude(x));
        }
    }

    private delegate void Kernel<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c);

    private static void Compare<T>(bool isAtEnd, T[] a, T[] b, T[] c, Kernel<T> kernel)
        where T : struct
    {
        using GuardedNumbers<T> guardedA = new(a, isAtEnd), guardedB = new(b, isAtEnd), guardedC = new(c, isAtEnd);
        kernel(guardedA.Span, guardedB.Span, guardedC.Span);
        kernel(a, b, c);
        Assert.True(guardedC.Span.SequenceEqual(c));
    }

    /// <summary>Two of three are 0, so that zeros are skipped where they may be.</summary>
    private static T[] Numbers<T>(Random random, int count)
        where T : struct, INumber<T> =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(3) > 0 ? T.Zero : T.CreateTruncating((2 * random.NextDouble()) - 1))];
}

/// <summary>Runs on Linux, which gives memory with pages that may not be touched.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Memory beside pages that may not be touched is asked of Linux.";
}
