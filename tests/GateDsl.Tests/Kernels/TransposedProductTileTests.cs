namespace GateDsl.Tests.Kernels;

/// <summary>The two tiles of dot products: which of them computes a number, and where it stands in it, does not change its bits.</summary>
public sealed class TransposedProductTileTests
{
    [Fact]
    public void ANumberHasTheBitsThatItHasAloneInSinglePrecision() => CompareWithSingles(random => random.NextSingle() - 0.5f);

    [Fact]
    public void ANumberHasTheBitsThatItHasAloneInDoublePrecision() => CompareWithSingles(random => random.NextDouble() - 0.5);

    private static void CompareWithSingles<T>(Func<Random, T> draw)
        where T : struct, System.Numerics.INumber<T>
    {
        Random random = new(7);
        for (int rows = 1; rows <= 17; rows++)
        {
            for (int columns = 1; columns <= 13; columns++)
            {
                int inner = random.Next(64, 131);
                T[] a = Draw(rows * inner), b = Draw(columns * inner), together = Draw(rows * columns), alone = [.. together];
                T factor = draw(random);

                TransposedProductTile.Add<T>(a, inner, b, inner, together, columns, rows, inner, columns, factor);
                for (int i = 0; i < rows; i++)
                {
                    for (int j = 0; j < columns; j++)
                    {
                        TransposedProductTile.Add(
                            a.AsSpan(i * inner), inner, b.AsSpan(j * inner), inner, alone.AsSpan((i * columns) + j), 1, 1, inner, 1, factor);
                    }
                }

                Assert.Equal(alone, together);
            }
        }

        T[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => draw(random))];
    }
}
