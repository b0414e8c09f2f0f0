namespace GateDsl;

/// <summary>
/// What kernels say of a representation: dissimilarities, how far a kernel has moved, how much two representations agree (mathematics.md,
/// Representations).
/// </summary>
public static class Representation
{
    /// <summary>The representational dissimilarity matrix, N x N, symmetric, 0 on its diagonal.</summary>
    /// <param name="kernel">K, N x N: K(n, m) = h_n.h_m; symmetric to rounding, finite, no negative number on the diagonal. Its upper triangle is read.</param>
    /// <param name="metric">The dissimilarity.</param>
    /// <remarks>
    /// Cosine of a datapoint that the representation does not see, K(n, n) = 0: it shares nothing with one that is seen, dissimilarity 1, and two of
    /// them are the same, 0. What rounding leaves below 0 is 0.
    /// </remarks>
    /// <exception cref="ArgumentException">The kernel is not one; the message names entry and bound.</exception>
    public static double[,] Rdm(double[,] kernel, RdmMetric metric)
    {
        KernelChecks.Kernel(kernel, nameof(kernel));
        if (!Enum.IsDefined(metric))
        {
            throw new ArgumentOutOfRangeException(nameof(metric), metric, "The metric is SquaredEuclidean or Cosine.");
        }

        int count = kernel.GetLength(0);
        Memory.RequireBytes(nameof(kernel), $"The dissimilarities of {count:N0} datapoints", (decimal)count * count * sizeof(double));
        double[,] rdm = new double[count, count];
        for (int n = 0; n < count; n++)
        {
            for (int m = n + 1; m < count; m++)
            {
                double value = metric == RdmMetric.Cosine ? Cosine(kernel, n, m) : kernel[n, n] + kernel[m, m] - (2 * kernel[n, m]);
                rdm[n, m] = rdm[m, n] = Math.Max(0, value);
            }
        }

        return rdm;
    }

    /// <summary>1 - &lt;A, B&gt;/(|A| |B|): 0 where one is a multiple of the other, lazy; towards 1 rich.</summary>
    /// <param name="a">A kernel, N x N.</param>
    /// <param name="b">Another over the same datapoints.</param>
    /// <remarks>Two kernels of zeros have not moved apart, 0; a kernel of zeros has nothing in common with another, 1.</remarks>
    /// <exception cref="ArgumentException">A kernel is not square, of another size or not finite.</exception>
    public static double KernelDistance(double[,] a, double[,] b)
    {
        KernelChecks.Pair(a, b);
        double largestA = KernelChecks.Largest(a);
        double largestB = KernelChecks.Largest(b);
        if (largestA == 0 || largestB == 0)
        {
            return largestA == largestB ? 0 : 1;
        }

        // |A/|A| - B/|B||^2/2: what 1 - <A, B>/(|A| |B|) is, without its cancellation where the kernels are nearly equal.
        double normA = Norm(a, largestA);
        double normB = Norm(b, largestB);
        double squares = 0;
        for (int n = 0; n < a.GetLength(0); n++)
        {
            for (int m = 0; m < a.GetLength(1); m++)
            {
                double difference = (a[n, m] / largestA / normA) - (b[n, m] / largestB / normB);
                squares += difference * difference;
            }
        }

        return squares / 2;
    }

    /// <summary>Pearson's correlation of the upper triangles, diagonal left out: how much two representations agree.</summary>
    /// <param name="rdmA">Dissimilarities, N x N, N at least 3.</param>
    /// <param name="rdmB">Others over the same datapoints.</param>
    /// <remarks>NaN where all dissimilarities of one are equal: it has no order to agree with.</remarks>
    /// <exception cref="ArgumentException">A matrix is not square, of another size or not finite, or N is below 3: one pair has no correlation.</exception>
    public static double Correlation(double[,] rdmA, double[,] rdmB)
    {
        KernelChecks.Pair(rdmA, rdmB, nameof(rdmA), nameof(rdmB));
        int count = rdmA.GetLength(0);
        Memory.Require(nameof(rdmA), $"The upper triangle of {count:N0} datapoints", (long)count * (count - 1) / 2, sizeof(double));
        if (count < 3)
        {
            throw new ArgumentException($"The matrix is {count} x {count}; a correlation needs at least 3 datapoints.", nameof(rdmA));
        }

        double[] a = UpperTriangle(rdmA);
        double[] b = UpperTriangle(rdmB);
        if (IsConstant(a) || IsConstant(b))
        {
            return double.NaN;
        }

        double cross = 0, squaresA = 0, squaresB = 0;
        Centre(a);
        Centre(b);
        for (int i = 0; i < a.Length; i++)
        {
            cross += a[i] * b[i];
            squaresA += a[i] * a[i];
            squaresB += b[i] * b[i];
        }

        return Math.Clamp(cross / (Math.Sqrt(squaresA) * Math.Sqrt(squaresB)), -1, 1);
    }

    private static double Cosine(double[,] kernel, int n, int m) => kernel[n, n] == 0 || kernel[m, m] == 0
        ? (kernel[n, n] == kernel[m, m] ? 0 : 1)
        : 1 - (kernel[n, m] / Math.Sqrt(kernel[n, n]) / Math.Sqrt(kernel[m, m]));

    private static double Norm(double[,] kernel, double unit)
    {
        double squares = 0;
        foreach (double value in kernel)
        {
            squares += value / unit * (value / unit);
        }

        return Math.Sqrt(squares);
    }

    private static double[] UpperTriangle(double[,] matrix)
    {
        int count = matrix.GetLength(0);
        double[] triangle = new double[(long)count * (count - 1) / 2];
        int at = 0;
        for (int n = 0; n < count; n++)
        {
            for (int m = n + 1; m < count; m++)
            {
                triangle[at++] = matrix[n, m];
            }
        }

        return triangle;
    }

    private static bool IsConstant(double[] values) => values.AsSpan().IndexOfAnyExcept(values[0]) < 0;

    // Scaled by the largest first, so that squares neither overflow nor vanish.
    private static void Centre(double[] values)
    {
        double largest = values.Max(Math.Abs);
        double mean = values.Sum(value => value / largest) / values.Length;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (values[i] / largest) - mean;
        }
    }
}
