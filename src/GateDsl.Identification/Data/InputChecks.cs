using System.Globalization;
using System.Numerics;

namespace GateDsl.Identifying;

/// <summary>What is wrong with numbers a user gives, in one line; indices are from 0.</summary>
internal static class InputChecks
{
    public static void Length(int length, int width, int count, string what, string unit)
    {
        if (width < 1 || length != (long)width * count)
        {
            throw new ArgumentException($"There are {length} {what}; {count} datapoints of {width} {unit} need {(long)width * count}.");
        }
    }

    /// <summary>Names the first value of a row-major matrix that is NaN or infinite.</summary>
    public static void Finite<T>(ReadOnlySpan<T> values, int rows, int columns, string what, string row, string column = "datapoint")
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows * columns; i++)
        {
            if (!T.IsFinite(values[i]))
            {
                throw new ArgumentException($"The {what} at {row} {i / columns}, {column} {i % columns} is {Words(values[i])}; it must be finite.");
            }
        }
    }

    public static string Words<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    public static bool IsIdentifier(string name) =>
        name.Length is > 0 and <= 100 && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}
