namespace GateDsl.Theory.Sampling;

/// <summary>
/// Exponential and logarithm from + - * / and exact scalings by powers of two. <c>Math.Exp</c> and <c>Math.Log</c> call the C runtime and
/// differ between systems in the last bit; these do not, which is what a sampler with the same bits everywhere needs. Accurate to a few
/// units in the last place.
/// </summary>
internal static class PortableMath
{
    // ln 2 in two parts: the first ends in 21 zero bits, so that its product with an exponent is exact.
    private const double Ln2High = 0.69314718036912382;
    private const double Ln2Low = 1.9082149292705877e-10;
    private const double SqrtHalf = 0.70710678118654757;

    private const int ExpTerms = 14;
    private const int LogTerms = 13;

    /// <summary>e^x for |x| up to 700.</summary>
    public static double Exp(double x)
    {
        double exponent = Math.Floor((x / (Ln2High + Ln2Low)) + 0.5);
        double r = (x - (exponent * Ln2High)) - (exponent * Ln2Low);

        // Taylor at |r| <= ln 2 / 2, Horner from the last term.
        double sum = 1.0;
        for (int k = ExpTerms; k >= 1; k--)
        {
            sum = 1 + (sum * r / k);
        }

        return sum * PowerOfTwo((int)exponent);
    }

    /// <summary>ln x for normal positive x.</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1022;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FE0000000000000);
        if (mantissa < SqrtHalf)
        {
            mantissa *= 2;
            exponent--;
        }

        // ln m = 2 artanh((m - 1) / (m + 1)), |argument| <= 0.172.
        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0.0;
        for (int k = LogTerms; k >= 0; k--)
        {
            sum = (sum * square) + (1.0 / ((2 * k) + 1));
        }

        return (exponent * Ln2High) + ((exponent * Ln2Low) + (2 * s * sum));
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
