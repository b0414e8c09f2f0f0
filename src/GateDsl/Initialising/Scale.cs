namespace GateDsl;

/// <summary>What initialisers check: their scale, and the span they fill.</summary>
internal static class Scale
{
    public static double Checked(double scale, string parameter) => double.IsFinite(scale) && scale >= 0
        ? scale
        : throw new ArgumentOutOfRangeException(parameter, scale, $"The {parameter} of initial weights must be finite and at least 0.");

    public static void CheckLength(string edge, int targets, int sources, Span<double> rowMajor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targets);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sources);
        long weights = (long)targets * sources;
        if (rowMajor.Length != weights)
        {
            throw new ArgumentException($"{edge} has {targets} x {sources} = {weights} weights, the span {rowMajor.Length}.", nameof(rowMajor));
        }
    }
}
