using System.Numerics;

namespace GateDsl.Tests.Kernels;

/// <summary>Kernels take any number, not only those whose products a processor fuses: whole ones come out exactly.</summary>
public sealed class WholeNumberTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 7, 5)]
    [InlineData(5, 9, 17)]
    [InlineData(6, 70, 33)]
    [InlineData(17, 16, 31)]
    public void ProductsAreExact(int rows, int inner, int columns)
    {
        Check<int>(rows, inner, columns);
        Check<long>(rows, inner, columns);
    }

    private static void Check<T>(int rows, int inner, int columns)
        where T : struct, IBinaryInteger<T>
    {
        Random random = new(rows + inner + columns);
        (T[] a, T[] b, T[] c) = (Draw(rows * inner), Draw(inner * columns), Draw(rows * columns));
        T factor = T.CreateChecked(-3);
        T[] expected = (T[])c.Clone(), turnedA = new T[a.Length], turnedB = new T[b.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < inner; k++)
            {
                turnedA[(k * rows) + i] = a[(i * inner) + k];
                for (int j = 0; j < columns; j++)
                {
                    turnedB[(j * inner) + k] = b[(k * columns) + j];
                    expected[(i * columns) + j] += factor * a[(i * inner) + k] * b[(k * columns) + j];
                }
            }
        }

        Assert.Equal(expected, Added(target => MatrixProducts.Add<T>(a, inner, b, columns, target, columns, rows, inner, columns, factor)));
        Assert.Equal(expected, Added(target => SmallProducts.Add<T>(a, inner, b, columns, target, columns, rows, inner, columns, factor)));
        Assert.Equal(expected, Added(target => MatrixProducts.AddFromTransposed<T>(turnedA, rows, b, columns, target, columns, rows, inner, columns, factor)));
        Assert.Equal(expected, Added(target => MatrixProducts.AddTransposed<T>(a, inner, turnedB, inner, target, columns, rows, inner, columns, factor)));

        T[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.Next(-9, 10)))];

        T[] Added(Action<T[]> add)
        {
            T[] target = (T[])c.Clone();
            add(target);
            return target;
        }
    }
}
