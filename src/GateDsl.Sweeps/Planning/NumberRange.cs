using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>
/// An element of a list of numbers: <c>0.4</c>, every integer <c>1..9</c>, steps <c>0.2..2:0.2</c>, points <c>0..1/11</c>, or logarithmically
/// spaced points <c>1e-3..10/9log</c>. Ends are included.
/// </summary>
internal static class NumberRange
{
    private const int MostValues = 10_000_000;

    /// <summary>The values in order.</summary>
    public static IEnumerable<double> Read(string parameter, string text, bool isInteger)
    {
        WrongUseException Wrong(string reason) => new($"Parameter '{parameter}': '{text}' {reason}.");

        double Number(string part)
        {
            bool isNumber = double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
            return !isNumber ? throw Wrong($"is no {(isInteger ? "whole number" : "number")}, nor a range")
                : isInteger && value != Math.Floor(value) ? throw Wrong("is no whole number")
                : value;
        }

        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            return [Number(text)];
        }

        string rest = text[(dots + 2)..];
        (int colon, int slash) = (rest.IndexOf(':'), rest.IndexOf('/'));
        int end = colon >= 0 ? colon : slash >= 0 ? slash : rest.Length;
        (double from, double to) = (Number(text[..dots]), Number(rest[..end]));
        IEnumerable<double> values;
        if (colon >= 0)
        {
            values = Steps(from, to, Number(rest[(colon + 1)..]), Wrong);
        }
        else if (slash >= 0)
        {
            string count = rest[(slash + 1)..];
            bool isLogarithmic = count.EndsWith("log", StringComparison.Ordinal);
            if (!int.TryParse(isLogarithmic ? count[..^3] : count, NumberStyles.None, CultureInfo.InvariantCulture, out int points) || points < 2
                || points > MostValues)
            {
                throw Wrong($"needs a number of points from 2 to {MostValues} after the '/', as in '0..1/11'");
            }

            values = isLogarithmic ? LogarithmicPoints(from, to, points, Wrong) : EvenPoints(from, to, points);
        }
        else
        {
            values = isInteger ? Steps(from, to, 1, Wrong) : throw Wrong("says neither a step ('0..1:0.1') nor a number of points ('0..1/11', '0.01..1/5log')");
        }

        return isInteger && values.Any(value => value != Math.Floor(value)) ? throw Wrong("holds numbers that are not whole") : values;
    }

    private static IEnumerable<double> Steps(double from, double to, double step, Func<string, WrongUseException> wrong)
    {
        double count = ((to - from) / step) + 1e-9;
        return step == 0 || count < 0 ? throw wrong("is empty: the step does not lead from the first number to the last")
            : count >= MostValues ? throw wrong($"holds more than {MostValues} numbers")
            : Enumerable.Range(0, (int)count + 1).Select(i => Combine(from, step, i, 1));
    }

    private static IEnumerable<double> EvenPoints(double from, double to, int points) =>
        Enumerable.Range(0, points).Select(i => i == points - 1 ? to : Combine(from, to - from, i, points - 1));

    /// <summary>Rounded to twelve digits, so that decades are decades and no system's last bit of a power shows.</summary>
    private static IEnumerable<double> LogarithmicPoints(double from, double to, int points, Func<string, WrongUseException> wrong) =>
        from <= 0 || to <= 0
            ? throw wrong("spaces numbers logarithmically that are not positive")
            : Enumerable.Range(0, points).Select(i => i == 0 ? from : i == points - 1 ? to
                : double.Parse((from * Math.Pow(to / from, (double)i / (points - 1))).ToString("E11", CultureInfo.InvariantCulture),
                    CultureInfo.InvariantCulture));

    /// <summary>from + step i / parts, in decimal where that holds the numbers: 0.1 + 2 x 0.1 is 0.3.</summary>
    private static double Combine(double from, double step, int i, int parts) =>
        i == 0 ? from
        : IsDecimal(from) && IsDecimal(step) ? (double)((decimal)from + ((decimal)step * i / parts))
        : from + (step * i / parts);

    /// <summary>Whether decimals hold the number and ten million times it.</summary>
    private static bool IsDecimal(double value) => value == 0 || Math.Abs(value) is >= 1e-12 and <= 1e12;
}
