using System.Globalization;
using System.Numerics;

namespace GateDsl.Generators.Model;

/// <summary>
/// The one place where a number becomes text, for code, for messages and for exact reading alike: the shortest decimal that is read back as the same
/// number, under any culture and on any runtime. It is found in exact arithmetic, as the format "R" of .NET Framework, where Visual Studio runs the
/// compiler, has other digits than that of .NET.
/// </summary>
internal static class ShortestDecimal
{
    private const int FractionBits = 52, SmallestExponent = -1074;
    private const long Hidden = 1L << FractionBits;

    // Written out without an exponent, as .NET does: up to so many digits before the point, and zeros behind it.
    private const int MostWhole = 17, MostZeros = 3;

    public static string Of(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        long bits = BitConverter.DoubleToInt64Bits(number);
        string magnitude = number == 0 ? "0" : Write(Digits(bits & long.MaxValue, out int point), point);
        return bits < 0 ? "-" + magnitude : magnitude;
    }

    /// <summary>
    /// Digits d with the number 0.d times ten to the point: of those that lie nearer to it than to its neighbours the fewest, and of these the nearest.
    /// </summary>
    private static string Digits(long bits, out int point)
    {
        long fraction = bits & (Hidden - 1);
        int field = (int)(bits >> FractionBits);
        long mantissa = field == 0 ? fraction : fraction | Hidden;

        // In quarters of the last place, as the neighbour below a power of two is only half as far: (value - below, value + above) is read back as it.
        int exponent = SmallestExponent + Math.Max(field - 1, 0) - 2;
        BigInteger unit = BigInteger.Pow(2, Math.Max(exponent, 0)), whole = BigInteger.Pow(2, Math.Max(-exponent, 0));
        BigInteger value = 4 * mantissa * unit;
        BigInteger low = value - ((fraction == 0 && field > 1 ? 1 : 2) * unit), high = value + (2 * unit);
        bool isHalfwayIn = mantissa % 2 == 0;

        // Any guess will do that is not far off.
        point = (int)Math.Floor(Math.Log10(BitConverter.Int64BitsToDouble(bits)));
        for (; value * Ten(-point) >= whole * Ten(point); point++)
        {
        }

        for (; value * Ten(1 - point) < whole * Ten(point - 1); point--)
        {
        }

        for (int count = 1; ; count++)
        {
            BigInteger times = Ten(count - point), parts = whole * Ten(point - count);
            BigInteger down = BigInteger.DivRem(value * times, parts, out BigInteger rest), up = down + 1;
            bool isDownIn = IsBelow(low * times, down * parts), isUpIn = IsBelow(up * parts, high * times);
            if (!isDownIn && !isUpIn)
            {
                continue;
            }

            int half = (2 * rest).CompareTo(parts);
            bool isUp = isUpIn && (!isDownIn || half > 0 || (half == 0 && !down.IsEven));
            string digits = (isUp ? up : down).ToString(CultureInfo.InvariantCulture);
            point += digits.Length - count;
            return digits.TrimEnd('0');
        }

        bool IsBelow(BigInteger left, BigInteger right) => isHalfwayIn ? left <= right : left < right;
    }

    // One where the exponent is negative: the other side of a comparison has the power then.
    private static BigInteger Ten(int exponent) => BigInteger.Pow(10, Math.Max(exponent, 0));

    private static string Write(string digits, int point)
    {
        if (point > MostWhole || point < -MostZeros)
        {
            int exponent = point - 1;
            string behind = digits.Length > 1 ? "." + digits.Substring(1) : "";
            return $"{digits[0]}{behind}E{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        }

        return point <= 0 ? "0." + new string('0', -point) + digits
            : point >= digits.Length ? digits + new string('0', point - digits.Length)
            : digits.Substring(0, point) + "." + digits.Substring(point);
    }
}
