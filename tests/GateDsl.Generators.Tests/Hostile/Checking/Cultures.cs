using System.Globalization;

namespace GateDsl.Generators.Tests.Hostile.Checking;

internal static class Cultures
{
    /// <summary>
    /// What de-DE, ar-SA and others do to numbers, all at once: decimal comma, groups by dots, another minus sign. Made here, because the tests
    /// run without the tables of cultures.
    /// </summary>
    public static CultureInfo Strange { get; } = Make();

    private static CultureInfo Make()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "\u061c-";
        culture.NumberFormat.PositiveInfinitySymbol = "∞";
        culture.NumberFormat.PercentSymbol = "٪";
        return culture;
    }
}
