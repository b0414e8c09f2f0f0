using System.Numerics;
using System.Runtime.Intrinsics;

namespace GateDsl.Tests.Kernels.Tails;

/// <summary>
/// Products whose zeros are skipped, of whole numbers that all differ, against their definition: more rows than are listed at once, inner extents of
/// several pieces, columns behind the registers, and rows that start further apart than they are long. What lies between and behind them stays as it is.
/// </summary>
public sealed class SparseProductTests
{
    private const int Slack = 3;

    [Theory]
    [InlineData(64, 64, 0)]
    [InlineData(70, 99, 3)]
    [InlineData(65, 211, 1)]
    [InlineData(600, 100, 2)]
    public void AreTheirDefinition(int rows, int inner, int more)
    {
        int lanes = Vector512.IsHardwareAccelerated ? 64 : 32;
        Compare<float>(rows, inner, (12 * lanes / sizeof(float)) + more);
        Compare<double>(rows, inner, (8 * lanes / sizeof(double)) + more);
    }

    private static void Compare<T>(int rows, int inner, int columns)
        where T : struct, INumber<T>
    {
        Random random = new(rows + inner + columns);
        int[] a = Numbers(rows * inner, 3), b = Numbers(inner * columns, 1), start = Numbers(rows * columns, 1);
        int[] product = new int[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < inner; k++)
            {
                for (int j = 0; j < columns && a[(i * inner) + k] != 0; j++)
                {
                    product[(i * columns) + j] += a[(i * inner) + k] * b[(k * columns) + j];
                }
            }
        }

        T[] left = Spread<T>(a, inner, (i, j) => (i * (inner + Slack)) + j, (rows + 600) * (inner + Slack));
        T[] leftTransposed = Spread<T>(a, inner, (i, j) => (j * (rows + Slack)) + i, inner * (rows + Slack));
        T[] right = Spread<T>(b, columns, (i, j) => (i * (columns + Slack)) + j, (inner + 1) * (columns + Slack));
        T[] rightTransposed = Spread<T>(b, columns, (i, j) => (j * (inner + Slack)) + i, (columns + 1) * (inner + Slack));
        Check(product, 0, c => SparseTile.Set(left, inner + Slack, right, columns + Slack, c, columns + Slack, rows, inner, columns));
        Check(product, 1, c => SparseTile.Add(left, inner + Slack, right, columns + Slack, c, columns + Slack, rows, inner, columns));
        Check(product, 1, c => SparseTile.AddTransposed(left, inner + Slack, rightTransposed, inner + Slack, c, columns + Slack, rows, inner, columns));
        Check(Array.ConvertAll(product, value => 2 * value), 1, c =>
            SparseTile.AddFromTransposed<T>(
                leftTransposed, rows + Slack, right, columns + Slack, c, columns + Slack, rows, inner, columns, T.CreateChecked(2)));

        void Check(int[] expected, int kept, Action<T[]> multiply)
        {
            T[] c = Spread<T>(start, columns, (i, j) => (i * (columns + Slack)) + j, (rows + 600) * (columns + Slack));
            T[] untouched = (T[])c.Clone();
            multiply(c);
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    untouched[(i * (columns + Slack)) + j] = T.CreateChecked(expected[(i * columns) + j] + (kept * start[(i * columns) + j]));
                }
            }

            Assert.True(c.AsSpan().SequenceEqual(untouched),
                $"{typeof(T).Name}, {rows} x {inner} x {columns}: entry {c.AsSpan().CommonPrefixLength(untouched)}");
        }

        int[] Numbers(int count, int every) => [.. Enumerable.Range(0, count).Select(i => every == 1 || random.Next(every + 1) == 0 ? random.Next(-9, 10) : 0)];
    }

    // Sevens lie where no number does.
    private static T[] Spread<T>(int[] matrix, int columns, Func<int, int, int> at, int length)
        where T : struct, INumber<T>
    {
        T[] spread = new T[length];
        Array.Fill(spread, T.CreateChecked(7));
        for (int i = 0; i < matrix.Length; i++)
        {
            spread[at(i / columns, i % columns)] = T.CreateChecked(matrix[i]);
        }

        return spread;
    }
}
