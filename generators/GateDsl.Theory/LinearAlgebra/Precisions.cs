namespace GateDsl.Theory.LinearAlgebra;

/// <summary>What double precision allows.</summary>
internal static class Precisions
{
    /// <summary>Distance from 1 to the next double.</summary>
    public const double Epsilon = 2.220446049250313e-16;

    /// <summary>
    /// The power of two at or below a magnitude, so that multiplying by its inverse is exact; 1 for zero and where the inverse is not a normal
    /// number.
    /// </summary>
    public static double PowerOfTwoNear(double magnitude)
    {
        const long ExponentBits = 0x7FF0000000000000;
        double power = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(magnitude) & ExponentBits);
        return power > 0 && power < 1e307 ? power : 1;
    }
}
