namespace GateDsl;

/// <summary>Refuses what is not a kernel, or not two of the same datapoints.</summary>
internal static class KernelChecks
{
    /// <summary>How far the two entries of a pair may differ, relative to the largest entry.</summary>
    private const double Asymmetry = 1e-9;

    public static void Pair(double[,] a, double[,] b, string nameA = "a", string nameB = "b")
    {
        Square(a, nameA);
        Square(b, nameB);
        if (a.GetLength(0) != b.GetLength(0))
        {
            throw new ArgumentException($"The matrix is over {b.GetLength(0)} datapoints, the other over {a.GetLength(0)}.", nameB);
        }
    }

    public static void Kernel(double[,] kernel, string parameter)
    {
        Square(kernel, parameter);
        double bound = Asymmetry * Largest(kernel);
        for (int n = 0; n < kernel.GetLength(0); n++)
        {
            if (kernel[n, n] < 0)
            {
                throw new ArgumentException($"K({n}, {n}) = {kernel[n, n]:R} is negative; it is the square of a length.", parameter);
            }

            for (int m = 0; m < n; m++)
            {
                if (!(Math.Abs(kernel[n, m] - kernel[m, n]) <= bound))
                {
                    throw new ArgumentException(
                        $"K({n}, {m}) = {kernel[n, m]:R} and K({m}, {n}) = {kernel[m, n]:R} differ by more than {bound:R}: a kernel is symmetric.", parameter);
                }
            }
        }
    }

    /// <summary>The largest absolute value; 0 without any.</summary>
    public static double Largest(double[,] matrix)
    {
        double largest = 0;
        foreach (double value in matrix)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    private static void Square(double[,] matrix, string parameter)
    {
        ArgumentNullException.ThrowIfNull(matrix, parameter);
        if (matrix.GetLength(0) != matrix.GetLength(1))
        {
            throw new ArgumentException($"The matrix is {matrix.GetLength(0)} x {matrix.GetLength(1)}; it must be square.", parameter);
        }

        for (int n = 0; n < matrix.GetLength(0); n++)
        {
            for (int m = 0; m < matrix.GetLength(1); m++)
            {
                if (!double.IsFinite(matrix[n, m]))
                {
                    throw new ArgumentException($"Entry ({n}, {m}) is {matrix[n, m]}; it must be finite.", parameter);
                }
            }
        }
    }
}
