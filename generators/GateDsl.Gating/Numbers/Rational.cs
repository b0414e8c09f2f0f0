using System.Globalization;
using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// An exact rational number in lowest terms with a positive denominator. Stimuli are read into it as they are written, and doubles as the
/// binary fractions they are, so that no verdict rests on rounding.
/// </summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    /// <summary>Largest decimal exponent that <see cref="TryParse"/> reads: beyond every double, small enough to compute with.</summary>
    public const int MaxExponent = 400;

    // The default value of the struct must be the number zero, whose denominator is one.
    private readonly BigInteger _denominatorMinusOne;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        _denominatorMinusOne = denominator - BigInteger.One;
    }

    public static Rational Zero => default;

    public static Rational One => new(BigInteger.One, BigInteger.One);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominatorMinusOne + BigInteger.One;

    public bool IsZero => Numerator.IsZero;

    /// <summary>The quotient of two integers.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
        {
            divisor = -divisor;
        }

        return new(numerator / divisor, denominator / divisor);
    }

    public static Rational Of(BigInteger integer) => new(integer, BigInteger.One);

    /// <summary>Exactly the number that a double holds, which for 0.1 is not one tenth.</summary>
    /// <exception cref="ArgumentException">Not a finite number.</exception>
    public static Rational FromDouble(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            throw new ArgumentException("Not a finite number.", nameof(value));
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0)
        {
            exponent = 1;
        }
        else
        {
            mantissa |= 1L << 52;
        }

        BigInteger signed = bits < 0 ? -mantissa : mantissa;
        int shift = exponent - 1075;
        return shift >= 0 ? Of(signed << shift) : Of(signed, BigInteger.One << -shift);
    }

    /// <summary>Reads "2", "-0.5", "1e-9" or "1/3", in invariant notation and exactly.</summary>
    public static bool TryParse(string text, out Rational value)
    {
        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            return TryParseDecimal(text, out value);
        }

        value = Zero;
        if (!BigInteger.TryParse(text.Substring(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger top)
            || !BigInteger.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger bottom)
            || bottom.IsZero)
        {
            return false;
        }

        value = Of(top, bottom);
        return true;
    }

    private static bool TryParseDecimal(string text, out Rational value)
    {
        value = Zero;
        int exponent = 0;
        int mark = text.IndexOfAny(['e', 'E']);
        string digits = mark < 0 ? text : text.Substring(0, mark);
        if (mark >= 0
            && (!int.TryParse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || exponent > MaxExponent
                || exponent < -MaxExponent))
        {
            return false;
        }

        int point = digits.IndexOf('.');
        if (point >= 0)
        {
            string fraction = digits.Substring(point + 1);
            digits = digits.Substring(0, point) + fraction;
            exponent -= fraction.Length;
            if (fraction.Length > 0 && !char.IsDigit(fraction[0]))
            {
                return false;
            }
        }

        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger integer))
        {
            return false;
        }

        value = exponent >= 0 ? Of(integer * BigInteger.Pow(10, exponent)) : Of(integer, BigInteger.Pow(10, -exponent));
        return true;
    }

    public static Rational operator +(Rational left, Rational right) =>
        Of((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorMinusOne == other._denominatorMinusOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => unchecked((Numerator.GetHashCode() * 31) + _denominatorMinusOne.GetHashCode());

    /// <summary>"2", "-1/3": as <see cref="TryParse"/> reads it.</summary>
    public override string ToString()
    {
        string top = Numerator.ToString(CultureInfo.InvariantCulture);
        return _denominatorMinusOne.IsZero ? top : top + "/" + Denominator.ToString(CultureInfo.InvariantCulture);
    }
}
