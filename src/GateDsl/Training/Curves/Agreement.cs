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
        RequireCurves(reference, other);
        return Of(reference, other, reference[0]);
    }

    /// <summary>Compares a prediction with a training, at the epochs that both have.</summary>
    /// <param name="reference">The training; its first loss is the scale.</param>
    /// <param name="other">The prediction.</param>
    /// <exception cref="ArgumentException">They have no epoch in common.</exception>
    public static Agreement Between(TrainingLog reference, RaceLog other)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        return Matched(reference.Loss, reference.Epochs, other.Loss, other.Epochs);
    }

    /// <summary>Compares a training with a prediction, at the epochs that both have.</summary>
    /// <param name="reference">The prediction; its first loss is the scale.</param>
    /// <param name="other">The training.</param>
    /// <exception cref="ArgumentException">They have no epoch in common.</exception>
    public static Agreement Between(RaceLog reference, TrainingLog other)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        return Matched(reference.Loss, reference.Epochs, other.Loss, other.Epochs);
    }

    /// <summary>Compares two trainings, at the epochs that both have.</summary>
    /// <param name="reference">The reference; its first loss is the scale.</param>
    /// <param name="other">The other.</param>
    /// <exception cref="ArgumentException">They have no epoch in common.</exception>
    public static Agreement Between(TrainingLog reference, TrainingLog other)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        return Matched(reference.Loss, reference.Epochs, other.Loss, other.Epochs);
    }

    /// <summary>Compares two predictions, at the epochs that both have.</summary>
    /// <param name="reference">The reference; its first loss is the scale.</param>
    /// <param name="other">The other.</param>
    /// <exception cref="ArgumentException">They have no epoch in common.</exception>
    public static Agreement Between(RaceLog reference, RaceLog other)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        return Matched(reference.Loss, reference.Epochs, other.Loss, other.Epochs);
    }

    /// <summary>
    /// Compares two curves of stages that come at random times, apart from these times: the epochs of the reference are mapped piecewise
    /// linearly, so that it first crosses each level when the other curve does. Levels count as long as both curves reach them; beyond the last of
    /// these the reference keeps its speed, and what lies beyond its end is left out.
    /// </summary>
    /// <param name="reference">The reference L1, one loss per epoch; its first loss is the scale.</param>
    /// <param name="other">The curve L2 to compare with it, as long.</param>
    /// <param name="levels">
    /// Falling levels to align at: half-way between the consecutive levels at which the loss rests (<see cref="RestLevels.HalfWay"/>).
    /// </param>
    /// <exception cref="ArgumentException">The curves are empty or of different length, or the levels do not fall.</exception>
    public static Agreement Aligned(ReadOnlySpan<double> reference, ReadOnlySpan<double> other, ReadOnlySpan<double> levels)
    {
        RequireCurves(reference, other);
        double[] from = [0, .. LevelCrossing.Epochs(other, levels)];
        double[] to = [0, .. LevelCrossing.Epochs(reference, levels)];
        int anchors = Math.Min(from.Length, to.Length);
        double[] mapped = new double[other.Length];
        int segment = 0;
        int compared = 0;
        for (; compared < other.Length; compared++)
        {
            while (segment + 1 < anchors && compared >= from[segment + 1])
            {
                segment++;
            }

            double speed = segment + 1 < anchors ? (to[segment + 1] - to[segment]) / (from[segment + 1] - from[segment]) : 1;
            double epoch = to[segment] + (speed * (compared - from[segment]));
            if (epoch > reference.Length - 1)
            {
                break;
            }

            mapped[compared] = At(reference, epoch);
        }

        return Of(mapped.AsSpan(0, compared), other[..compared], reference[0]);
    }

    private static Agreement Matched(double[] reference, int[] referenceEpochs, double[] other, int[] otherEpochs)
    {
        Dictionary<int, double> others = otherEpochs.Zip(other).ToDictionary(point => point.First, point => point.Second);
        (double Reference, double Other)[] common =
        [
            .. referenceEpochs.Zip(reference).Where(point => others.ContainsKey(point.First)).Select(point => (point.Second, others[point.First])),
        ];
        return common.Length == 0
            ? throw new ArgumentException("The two logs have no recorded epoch in common.", nameof(other))
            : Of([.. common.Select(point => point.Reference)], [.. common.Select(point => point.Other)], reference[0]);
    }

    private static double At(ReadOnlySpan<double> curve, double epoch)
    {
        int before = (int)epoch;
        return before + 1 < curve.Length ? curve[before] + ((epoch - before) * (curve[before + 1] - curve[before])) : curve[before];
    }

    private static Agreement Of(ReadOnlySpan<double> reference, ReadOnlySpan<double> other, double scale)
    {
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < reference.Length; i++)
        {
            double difference = Math.Abs(reference[i] - other[i]);
            squares += difference * difference;
            largest = Math.Max(largest, difference);
        }

        return new Agreement(Relative(Math.Sqrt(squares / reference.Length), scale), Relative(largest, scale));
    }

    private static void RequireCurves(ReadOnlySpan<double> reference, ReadOnlySpan<double> other)
    {
        if (reference.IsEmpty)
        {
            throw new ArgumentException("The reference curve has no losses.", nameof(reference));
        }

        if (other.Length != reference.Length)
        {
            throw new ArgumentException($"The curve has {other.Length} losses, the reference {reference.Length}.", nameof(other));
        }
    }

    private static double Relative(double difference, double scale) => difference == 0 ? 0 : difference / Math.Abs(scale);
}
