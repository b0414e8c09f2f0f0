using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating.Solving;

public sealed class GramInverseTests
{
    [Fact]
    public void TheAdjugateIsThatOfTheGramMatrixWhileVectorsJoinAndLeave()
    {
        Random random = new(17);
        for (int run = 0; run < 60; run++)
        {
            GramInverse gram = new();
            List<BigInteger[]> vectors = [];
            for (int step = 0; step < 14; step++)
            {
                if (vectors.Count > 0 && random.Next(3) == 0)
                {
                    int position = random.Next(vectors.Count);
                    gram.RemoveAt(position);
                    vectors.RemoveAt(position);
                }
                else
                {
                    BigInteger[] vector = [.. Enumerable.Range(0, 5).Select(_ => (BigInteger)random.Next(-3, 4))];
                    BigInteger[] products = [.. vectors.Select(other => Dot(other, vector))];
                    if (IntegerMatrix.Rank([.. vectors, vector]) == vectors.Count)
                    {
                        Assert.Throws<InvalidOperationException>(() => gram.Append(products, Dot(vector, vector)));
                        continue;
                    }

                    gram.Append(products, Dot(vector, vector));
                    vectors.Add(vector);
                }

                BigInteger[][] matrix = [.. vectors.Select(a => vectors.Select(b => Dot(a, b)).ToArray())];
                Assert.Equal(vectors.Count, gram.Size);
                Assert.Equal(IntegerMatrix.Determinant(matrix), gram.Determinant);
                for (int k = 0; k < vectors.Count; k++)
                {
                    BigInteger[] column = gram.Times([.. Enumerable.Range(0, vectors.Count).Select(i => i == k ? BigInteger.One : BigInteger.Zero)]);
                    Assert.Equal(Enumerable.Range(0, vectors.Count).Select(i => i == k ? gram.Determinant : 0), matrix.Select(row => Dot(row, column)));
                }
            }
        }
    }

    private static BigInteger Dot(BigInteger[] a, BigInteger[] b) => a.Zip(b, (x, y) => x * y).Aggregate(BigInteger.Zero, BigInteger.Add);
}
