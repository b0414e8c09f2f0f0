using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl.Identifying;

/// <summary>What is wrong with numbers a user gives, in one line; indices are from 0.</summary>
internal static class InputChecks
{
    /// <summary>The largest magnitude: products of the squares of inputs and targets, summed, are finite.</summary>
    public const double Largest = 1e50;

    /// <summary>What a value beyond <see cref="Largest"/> is told.</summary>
    public const string TooLarge = "it must be at most 1E+50 in magnitude, for squares to be finite: take larger units of measurement.";

    private const double Smallest = 1e-50;

    public static void Length(int length, int width, int count, string what, string unit)
    {
        if (width < 1 || length != (long)width * count)
        {
            throw new ArgumentException($"There are {length} {what}; {count} datapoints of {width} {unit} need {(long)width * count}.");
        }
    }

    /// <summary>
    /// Names the first value of a row-major matrix that is NaN, infinite, or so large that what is computed of its squares is not finite any more.
    /// </summary>
    public static void Usable<T>(ReadOnlySpan<T> values, int rows, int columns, string what, string row, string column = "datapoint")
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows * columns; i++)
        {
            if (!T.IsFinite(values[i]) || double.CreateChecked(T.Abs(values[i])) > Largest)
            {
                throw new ArgumentException($"The {what} at {row} {i / columns}, {column} {i % columns} is {Words(values[i])}; "
                    + (T.IsFinite(values[i]) ? TooLarge : "it must be finite."));
            }
        }
    }

    /// <summary>Refuses numbers of which none is large enough for its square to be told from 0; all zero is another thing.</summary>
    public static void NotAllTiny(ReadOnlySpan<double> values, string what)
    {
        double largest = values.IsEmpty ? 0 : TensorPrimitives.MaxMagnitude(values);
        if (Math.Abs(largest) is > 0 and < Smallest)
        {
            throw new ArgumentException(
                $"All {what} are of magnitude {Words(Math.Abs(largest))} or less; some must be at least {Words(Smallest)}, for their squares to be told from 0. Take smaller units of measurement.");
        }
    }

    public static string Words<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    public static bool IsIdentifier(string name) =>
        name.Length is > 0 and <= 100 && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}
