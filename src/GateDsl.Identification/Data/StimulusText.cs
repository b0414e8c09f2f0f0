using System.Globalization;
using GateDsl.Gating;

namespace GateDsl.Identifying;

/// <summary>Numbers of stimuli as a declaration writes them: decimals that round-trip.</summary>
internal static class StimulusText
{
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The number that is written, exactly: what the compiler reads.</summary>
    public static Rational Exact(double value) => Rational.TryParse(Of(value), out Rational exact) ? exact : Rational.FromDouble(value);
}
