using System.Numerics;

namespace GateDsl.Tests.Gating.Solving;

/// <summary>Elimination without fractions, as it is taught.</summary>
internal static class IntegerMatrix
{
    public static int Rank(BigInteger[][] rows)
    {
        List<BigInteger[]> left = [.. rows];
        int rank = 0;
        for (int column = 0; column < rows[0].Length; column++)
        {
            if (left.Find(row => !row[column].IsZero) is not { } pivot)
            {
                continue;
            }

            rank++;
            left.Remove(pivot);
            left = [.. left.Select(row => row.Select((entry, j) => (entry * pivot[column]) - (pivot[j] * row[column])).ToArray())];
        }

        return rank;
    }

    /// <summary>By the rule of Laplace.</summary>
    public static BigInteger Determinant(BigInteger[][] matrix)
    {
        if (matrix.Length == 0)
        {
            return 1;
        }

        BigInteger sum = 0;
        for (int column = 0; column < matrix.Length; column++)
        {
            BigInteger minor = Determinant([.. matrix.Skip(1).Select(row => row.Where((_, j) => j != column).ToArray())]);
            sum += (column % 2 == 0 ? matrix[0][column] : -matrix[0][column]) * minor;
        }

        return sum;
    }
}
