namespace GateDsl;

/// <summary>
/// The singular values of a matrix of independent draws from N(0, 1), as they are expected: quantiles of the law of Marchenko and Pastur, with the
/// edges at sqrt(p - 1/2) +- sqrt(q - 1/2) where finite matrices have them.
/// </summary>
/// <remarks>
/// With lambda = mid + rad cos(t), mid/rad = rho, the share of squared singular values above lambda is
/// (rho t - sin t - 2 sqrt(rho^2 - 1) atan(sqrt((rho - 1)/(rho + 1)) tan(t/2))) / (pi (rho - sqrt(rho^2 - 1))). The k-th largest of R stands at k - 3/4 of R
/// at the upper edge, where the Airy function puts it (1.115, 3.26, 4.83 in units of the edge; Tracy and Widom: 1.21, 3.26, 4.9), and k - 1/4 at the
/// lower one.
/// </remarks>
internal static class GaussianSpectrum
{
    private const int Halvings = 60;

    /// <summary>Spectra of more values are sampled, so that the work does not grow with the matrix.</summary>
    private const int MostValues = 4096;

    /// <summary>min(rows, columns) values, falling.</summary>
    public static double[] Expected(int rows, int columns) => At(rows, columns, [.. Enumerable.Range(0, Math.Min(rows, columns)).Select(k => (double)k)]);

    /// <summary>
    /// The same spectrum by fewer values: each is the mean over its share of it. Growth weighs every singular direction by its part of a random vector,
    /// 1/R of each of R; so a value that stands for a share of them is their mean, and the edge takes no correction.
    /// </summary>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="columns">Columns of the matrix.</param>
    /// <param name="count">Number of values wanted, at most min(rows, columns).</param>
    public static double[] Condensed(int rows, int columns, int count)
    {
        int all = Math.Min(rows, columns);
        if (all <= MostValues)
        {
            return Condensed(Expected(rows, columns), count);
        }

        int each = Math.Max(1, MostValues / count);
        double width = (double)all / count / each;
        return Condensed(At(rows, columns, [.. Enumerable.Range(0, each * count).Select(k => ((k + 0.5) * width) - 0.5)]), count);
    }

    /// <summary>Means over equal shares of values.</summary>
    /// <param name="spectrum">R values, falling.</param>
    /// <param name="count">Number of values wanted.</param>
    public static double[] Condensed(double[] spectrum, int count)
    {
        double share = (double)spectrum.Length / count;
        double[] means = new double[count];
        for (int i = 0; i < count; i++)
        {
            double first = i * share;
            double last = Math.Min((i + 1) * share, spectrum.Length);
            for (int k = (int)first; k < last; k++)
            {
                means[i] += spectrum[k] * (Math.Min(last, k + 1) - Math.Max(first, k)) / share;
            }
        }

        return means;
    }

    // The values of some ranks, 0 the largest; a rank need not be whole.
    private static double[] At(int rows, int columns, double[] ranks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        double a = rows - 0.5;
        double b = columns - 0.5;
        double mid = a + b;
        double rad = 2 * Math.Sqrt(a * b);
        double rho = mid / rad;
        double root = Math.Sqrt(Math.Max(0, (rho - 1) * (rho + 1)));
        int count = Math.Min(rows, columns);
        double[] values = new double[ranks.Length];
        for (int k = 0; k < ranks.Length; k++)
        {
            double share = (ranks[k] + 0.25 + (count == 1 ? 0.25 : 0.5 * ranks[k] / (count - 1))) / count;
            values[k] = Math.Sqrt(Math.Max(0, mid + (rad * Math.Cos(Angle(share * Math.PI * (rho - root), rho, root)))));
        }

        return values;
    }

    private static double Angle(double area, double rho, double root)
    {
        double low = 0;
        double high = Math.PI;
        double ratio = Math.Sqrt(Math.Max(0, (rho - 1) / (rho + 1)));
        for (int i = 0; i < Halvings; i++)
        {
            double angle = (low + high) / 2;
            bool isBelow = (rho * angle) - Math.Sin(angle) - (2 * root * Math.Atan(ratio * Math.Tan(angle / 2))) < area;
            (low, high) = isBelow ? (angle, high) : (low, angle);
        }

        return (low + high) / 2;
    }
}
