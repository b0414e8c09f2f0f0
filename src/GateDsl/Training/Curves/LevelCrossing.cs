namespace GateDsl;

/// <summary>When a loss curve first falls through levels.</summary>
public static class LevelCrossing
{
    /// <summary>
    /// The epochs at which the curve first reaches each level, in parts of an epoch between the two losses around it. Ends before the first
    /// level that is never reached.
    /// </summary>
    /// <param name="losses">One loss per epoch.</param>
    /// <param name="levels">Falling levels.</param>
    /// <exception cref="ArgumentException">The levels do not fall.</exception>
    public static double[] Epochs(ReadOnlySpan<double> losses, params ReadOnlySpan<double> levels)
    {
        List<double> crossings = [];
        int epoch = 0;
        for (int k = 0; k < levels.Length; k++)
        {
            if (k > 0 && !(levels[k] < levels[k - 1]))
            {
                throw new ArgumentException($"Level {k} is {levels[k]}, not below {levels[k - 1]}.", nameof(levels));
            }

            while (epoch < losses.Length && !(losses[epoch] <= levels[k]))
            {
                epoch++;
            }

            if (epoch == losses.Length)
            {
                break;
            }

            crossings.Add(epoch == 0 ? 0 : epoch - 1 + ((losses[epoch - 1] - levels[k]) / (losses[epoch - 1] - losses[epoch])));
        }

        return [.. crossings];
    }
}
