namespace GateDsl.Generators.Rules;

/// <summary>Why an evaluation ends without a value.</summary>
internal enum Fault
{
    None,
    Overflow,
    DivideByZero,

    /// <summary>No arm of a switch expression matches.</summary>
    NoArm,
}

/// <summary>
/// C#'s integer arithmetic over values held in a <see cref="long"/> (see <see cref="ScalarType"/>). Types of up to 32 bits are computed exactly in
/// 64 and then checked or wrapped; types of 64 bits look at signs and quotients.
/// </summary>
internal static class ScalarArithmetic
{
    /// <summary>The value modulo the width of the type, in the form in which that type is held.</summary>
    public static long Wrap(ScalarType type, long value) => type switch
    {
        ScalarType.Boolean => value & 1,
        ScalarType.Int8 => unchecked((sbyte)value),
        ScalarType.UInt8 => unchecked((byte)value),
        ScalarType.Int16 => unchecked((short)value),
        ScalarType.UInt16 => unchecked((ushort)value),
        ScalarType.Int32 => unchecked((int)value),
        ScalarType.UInt32 => unchecked((uint)value),
        _ => value,
    };

    public static Fault Convert(ScalarType from, ScalarType to, bool isChecked, long value, out long result)
    {
        result = Wrap(to, value);
        if (!isChecked)
        {
            return Fault.None;
        }

        // The two types of 64 bits share bit patterns: a negative one means different numbers to them.
        bool fits = result == value && (value >= 0 || (from == ScalarType.UInt64) == (to == ScalarType.UInt64));
        return fits ? Fault.None : Fault.Overflow;
    }

    public static Fault Apply(RuleOperator op, ScalarType type, bool isChecked, long left, long right, out long result)
    {
        switch (op)
        {
            case RuleOperator.Add:
                result = unchecked(left + right);
                return Settle(type, isChecked, type == ScalarType.UInt64 ? Unsigned(result, left) < 0 : ((left ^ result) & (right ^ result)) < 0, ref result);
            case RuleOperator.Subtract:
                result = unchecked(left - right);
                return Settle(type, isChecked, type == ScalarType.UInt64 ? Unsigned(left, right) < 0 : ((left ^ right) & (left ^ result)) < 0, ref result);
            case RuleOperator.Multiply:
                result = unchecked(left * right);
                return Settle(type, isChecked, isChecked && ProductOverflows(type, left, right), ref result);
            case RuleOperator.Divide:
            case RuleOperator.Remainder:
                return Divide(op == RuleOperator.Divide, type, left, right, out result);
            case RuleOperator.ShiftLeft:
                result = Wrap(type, left << Count(type, right));
                return Fault.None;
            case RuleOperator.ShiftRight:
                result = type == ScalarType.UInt64 ? ShiftUnsigned(left, Count(type, right)) : left >> Count(type, right);
                return Fault.None;
            case RuleOperator.ShiftRightUnsigned:
                result = Wrap(type, ShiftUnsigned(type == ScalarType.Int32 ? unchecked((uint)left) : left, Count(type, right)));
                return Fault.None;
            case RuleOperator.And:
                result = left & right;
                return Fault.None;
            case RuleOperator.Or:
                result = left | right;
                return Fault.None;
            case RuleOperator.Xor:
                result = left ^ right;
                return Fault.None;
            default:
                int order = type == ScalarType.UInt64 ? Unsigned(left, right) : left.CompareTo(right);
                result = Holds(op, order) ? 1 : 0;
                return Fault.None;
        }
    }

    /// <summary>Wraps a sum, difference or product, or finds that it overflowed.</summary>
    /// <param name="type">The type of the result.</param>
    /// <param name="isChecked">An overflow is a fault.</param>
    /// <param name="overflows64">The result does not fit in 64 bits; only asked for types of that width, narrow ones cannot.</param>
    /// <param name="result">Modulo 2^64 before, of the type after.</param>
    private static Fault Settle(ScalarType type, bool isChecked, bool overflows64, ref long result)
    {
        long exact = result;
        result = Wrap(type, exact);
        bool overflows = type is ScalarType.Int64 or ScalarType.UInt64 ? overflows64 : result != exact;
        return isChecked && overflows ? Fault.Overflow : Fault.None;
    }

    private static bool ProductOverflows(ScalarType type, long left, long right)
    {
        if (left == 0 || right == 0)
        {
            return false;
        }

        long product = unchecked(left * right);
        return type switch
        {
            ScalarType.UInt64 => unchecked((ulong)product / (ulong)left != (ulong)right),
            ScalarType.Int64 when left == -1 => right == long.MinValue,
            ScalarType.Int64 when right == -1 => left == long.MinValue,
            ScalarType.Int64 => product / right != left,
            _ => false,
        };
    }

    private static Fault Divide(bool quotient, ScalarType type, long left, long right, out long result)
    {
        result = 0;
        if (right == 0)
        {
            return Fault.DivideByZero;
        }

        if (type == ScalarType.UInt64)
        {
            result = unchecked((long)(quotient ? (ulong)left / (ulong)right : (ulong)left % (ulong)right));
            return Fault.None;
        }

        // .NET throws here for the remainder too, and in unchecked code as in checked.
        if (right == -1 && left == (type == ScalarType.Int64 ? long.MinValue : int.MinValue))
        {
            return Fault.Overflow;
        }

        result = quotient ? left / right : left % right;
        return Fault.None;
    }

    private static bool Holds(RuleOperator comparison, int order) => comparison switch
    {
        RuleOperator.Equal => order == 0,
        RuleOperator.NotEqual => order != 0,
        RuleOperator.Less => order < 0,
        RuleOperator.LessOrEqual => order <= 0,
        RuleOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static int Unsigned(long left, long right) => unchecked((ulong)left).CompareTo(unchecked((ulong)right));

    private static long ShiftUnsigned(long value, int count) => unchecked((long)((ulong)value >> count));

    /// <summary>C# takes the count modulo the width of the shifted type.</summary>
    private static int Count(ScalarType type, long count) => (int)count & (type is ScalarType.Int64 or ScalarType.UInt64 ? 63 : 31);
}
