using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>The check of quantities that are positive and finite by nature: step sizes, time constants, standard deviations.</summary>
internal static class Positive
{
    public static double Require(double value, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, "The number must be positive and finite.");
}
