using System.Numerics;
using GateDsl.CompilerServices;

namespace GateDsl.Tests.Kernels.Tails;

/// <summary>Columns that indices choose, of three edges of different widths, for rows of a block that does not start at the first datapoint.</summary>
public sealed class IndexedRowsTests
{
    private const int First = 5, Targets = 7;

    private static readonly int[] Sources = [2, 5, 3];

    // Fewer rows than columns, as many, and more.
    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(23)]
    public void TheIndicesOfABlockAreItsOwn(int count)
    {
        Compare<float>(count);
        Compare<double>(count);
    }

    private static void Compare<T>(int count)
        where T : struct, INumber<T>
    {
        Random random = new(count);
        int block = 2 * count;
        int[] rows = [.. Enumerable.Range(0, block).Where(n => n % 2 == n / 4 % 2).Take(count)];
        T[][] weights = [.. Sources.Select(sources => Draw(Targets * sources))];
        int[][] index = [.. Sources.Select(sources => Enumerable.Range(0, First + block).Select(_ => random.Next(sources)).ToArray())];
        (MatrixView<T> Weights, int[] Index)[] edges =
            [.. Sources.Select((sources, k) => (new MatrixView<T>(weights[k], 0, Targets, sources, sources), index[k]))];
        T[] start = Draw(block * Targets), h = Draw(block * Targets);

        Rows(z => BatchKernels.SetColumns<T>(z, rows, Targets, First, edges), (_, sum) => sum);
        Rows(z => BatchKernels.SetRectifiedColumns<T>(z, rows, Targets, First, edges), (_, sum) => T.Max(sum, T.Zero));
        Rows(z => BatchKernels.AddColumns<T>(z, rows, Targets, First, edges), (before, sum) => before + sum);
        Columns(() => BatchKernels.AddToColumns<T>(start, rows, Targets, T.CreateChecked(2), First, edges), start);
        T[] closed = [.. start];
        T[] open = [.. start.Select((e, i) => h[i] > T.Zero ? e : T.Zero)];
        Columns(() => BatchKernels.CloseUnitsAndAddToColumns<T>(h, closed, rows, Targets, T.CreateChecked(2), First, edges), open);
        Assert.All(rows, n => Assert.Equal(open[(n * Targets)..((n + 1) * Targets)], closed[(n * Targets)..((n + 1) * Targets)]));

        void Rows(Action<T[]> kernel, Func<T, T, T> expect)
        {
            T[] z = [.. start], expected = [.. start];
            foreach (int n in rows)
            {
                for (int i = 0; i < Targets; i++)
                {
                    T sum = T.Zero;
                    for (int k = 0; k < edges.Length; k++)
                    {
                        sum += weights[k][(i * Sources[k]) + index[k][First + n]];
                    }

                    expected[(n * Targets) + i] = expect(start[(n * Targets) + i], sum);
                }
            }

            kernel(z);
            Assert.Equal(expected, z);
        }

        void Columns(Action kernel, T[] errors)
        {
            T[][] expected = [.. weights.Select(matrix => (T[])matrix.Clone())];
            foreach (int n in rows)
            {
                for (int i = 0; i < Targets * edges.Length; i++)
                {
                    int k = i / Targets;
                    expected[k][(i % Targets * Sources[k]) + index[k][First + n]] += T.CreateChecked(2) * errors[(n * Targets) + (i % Targets)];
                }
            }

            kernel();
            Assert.Equal(expected, weights);
        }

        T[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => T.CreateChecked(random.Next(-9, 10)))];
    }
}
