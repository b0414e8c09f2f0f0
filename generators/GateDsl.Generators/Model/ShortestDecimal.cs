using System.Globalization;

namespace GateDsl.Generators.Model;

/// <summary>
/// The one place where a number becomes text, for code, for messages and for exact reading alike: the shortest decimal that is read back as the same
/// number, under any culture.
/// </summary>
internal static class ShortestDecimal
{
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
