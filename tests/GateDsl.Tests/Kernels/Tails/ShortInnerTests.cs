using System.Numerics;

namespace GateDsl.Tests.Kernels.Tails;

/// <summary>Dot products shorter than a register of any width, at the end of which the tiles may not reach back beyond the start.</summary>
public sealed class ShortInnerTests
{
    [Fact]
    public void ShortDotProductsAreTheirDefinition()
    {
        Compare<float>();
        Compare<double>();
    }

    private static void Compare<T>()
        where T : struct, INumber<T>
    {
        const int Gap = 2;
        Random random = new(11);
        for (int inner = 1; inner <= 19; inner++)
        {
            for (int rows = 1; rows <= 13; rows++)
            {
                for (int columns = 1; columns <= 9; columns++)
                {
                    // Before the first number there are others, which count in no sum.
                    T[] a = Draw(50 + (rows * (inner + Gap))), b = Draw(50 + (columns * (inner + Gap))), c = Draw(rows * (columns + Gap)), expected = [.. c];
                    for (int i = 0; i < rows; i++)
                    {
                        for (int j = 0; j < columns; j++)
                        {
                            T sum = T.Zero;
                            for (int k = 0; k < inner; k++)
                            {
                                sum += a[50 + (i * (inner + Gap)) + k] * b[50 + (j * (inner + Gap)) + k];
                            }

                            expected[(i * (columns + Gap)) + j] -= sum + sum;
                        }
                    }

                    TransposedProductTile.Add<T>(
                        a.AsSpan(50), inner + Gap, b.AsSpan(50), inner + Gap, c, columns + Gap, rows, inner, columns, T.CreateChecked(-2));
                    Assert.Equal(expected, c);
                }
            }
        }

        T[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.Next(-9, 10)))];
    }
}
