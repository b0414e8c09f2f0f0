namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// Singular and eigenvectors are known up to their sign. Ours: the first entry that comes within a millionth of the vector's largest
/// magnitude is positive. The margin keeps rounding from choosing among entries that are equal in exact arithmetic.
/// </summary>
internal static class SignConvention
{
    private const double Margin = 1e-6;

    /// <summary>Whether the vector, <paramref name="count"/> entries from <paramref name="first"/> at a stride, must be negated.</summary>
    public static bool MustFlip(double[] values, int first, int stride, int count)
    {
        double largest = 0.0;
        for (int k = 0; k < count; k++)
        {
            largest = Math.Max(largest, Math.Abs(values[first + (k * stride)]));
        }

        for (int k = 0; k < count; k++)
        {
            double value = values[first + (k * stride)];
            if (Math.Abs(value) >= largest * (1 - Margin))
            {
                return value < 0;
            }
        }

        return false;
    }
}
