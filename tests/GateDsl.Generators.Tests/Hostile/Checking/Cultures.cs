using System.Globalization;

namespace GateDsl.Generators.Tests.Hostile.Checking;

internal static class Cultures
{
    /// <summary>Those in which numbers, signs, letters and dates are other than where this was written, as far as the machine knows them.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } =
        [.. new[] { "tr-TR", "de-DE", "ar-SA" }.Select(Known).OfType<CultureInfo>().DefaultIfEmpty(Strange)];

    /// <summary>
    /// What de-DE, ar-SA and others do to numbers, all at once: decimal comma, groups by dots, another minus sign. Made here, because a machine
    /// may have no tables of cultures.
    /// </summary>
    private static CultureInfo Strange => Make();

    private static CultureInfo? Known(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

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
