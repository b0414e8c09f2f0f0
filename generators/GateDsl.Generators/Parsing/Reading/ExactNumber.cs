using System.Text.RegularExpressions;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>A number as <c>[Stimuli]</c> takes it: "-0.5", "1e-9", "1/3". Read exactly, so that no verdict rests on rounding.</summary>
internal static class ExactNumber
{
    /// <summary>Digits and exponent are bounded so that exact arithmetic on them stays small.</summary>
    private const int LongestText = 64;
    private const int LargestExponent = 300;

    private static readonly Regex DecimalForm = new(
        @"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE](?<exponent>[+-]?[0-9]{1,3}))?$", RegexOptions.CultureInvariant);

    private static readonly Regex Fraction = new(@"^[+-]?[0-9]+/(?<denominator>[0-9]+)$", RegexOptions.CultureInvariant);

    /// <summary>The numbers of a row, separated by spaces.</summary>
    public static IReadOnlyList<string> Split(string row) => row.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    public static bool IsValid(string text)
    {
        if (text.Length > LongestText)
        {
            return false;
        }

        Match fraction = Fraction.Match(text);
        if (fraction.Success)
        {
            return fraction.Groups["denominator"].Value.Any(digit => digit != '0');
        }

        Match number = DecimalForm.Match(text);
        if (!number.Success || text.EndsWith("\n", StringComparison.Ordinal))
        {
            return false;
        }

        string exponent = number.Groups["exponent"].Value;
        return exponent.Length == 0
            || Math.Abs(int.Parse(exponent, System.Globalization.CultureInfo.InvariantCulture)) <= LargestExponent;
    }
}
