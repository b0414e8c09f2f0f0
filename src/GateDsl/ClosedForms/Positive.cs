using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>The check of quantities that are positive and finite by nature: step sizes, time constants, standard deviations.</summary>
internal static class Positive
{
    /// <param name="value">The quantity.</param>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="what">What the message calls it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, not finite or no number.</exception>
    public static double Require(double value, [CallerArgumentExpression(nameof(value))] string parameter = "", string what = "The number") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, $"{what} must be positive and finite.");
}
