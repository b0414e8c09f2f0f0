namespace GateDsl;

/// <summary>How well two loss curves agree, relative to the reference's first loss.</summary>
/// <param name="Rms">sqrt(mean over epochs of (L1 - L2)^2) / L1(0).</param>
/// <param name="Max">max |L1 - L2| / L1(0).</param>
public readonly record struct Agreement(double Rms, double Max)
{
    /// <summary>Compares two curves logged at the same epochs.</summary>
    /// <param name="reference">The reference L1; its first loss is the scale. Where that is 0, equal curves agree by 0 and others by infinity.</param>
    /// <param name="other">The curve L2 to compare with it, as long.</param>
    /// <exception cref="ArgumentException">The curves are empty or of different length.</exception>
    public static Agreement Between(ReadOnlySpan<double> reference, ReadOnlySpan<double> other)
    {
        if (reference.IsEmpty)
        {
            throw new ArgumentException("The reference curve has no losses.", nameof(reference));
        }

        if (other.Length != reference.Length)
        {
            throw new ArgumentException($"The curve has {other.Length} losses, the reference {reference.Length}.", nameof(other));
        }

        double squares = 0;
        double largest = 0;
        for (int i = 0; i < reference.Length; i++)
        {
            double difference = Math.Abs(reference[i] - other[i]);
            squares += difference * difference;
            largest = Math.Max(largest, difference);
        }

        return new Agreement(Relative(Math.Sqrt(squares / reference.Length), reference[0]), Relative(largest, reference[0]));
    }

    private static double Relative(double difference, double scale) => difference == 0 ? 0 : difference / Math.Abs(scale);
}
