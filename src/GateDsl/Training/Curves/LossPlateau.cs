namespace GateDsl;

/// <summary>A stretch of a training over which the loss rests before it falls again (P1 §6).</summary>
/// <param name="FirstEpoch">Its first epoch.</param>
/// <param name="LastEpoch">Its last epoch.</param>
/// <param name="Level">Median of the losses in between, both ends included.</param>
public readonly record struct LossPlateau(int FirstEpoch, int LastEpoch, double Level)
{
    /// <summary>|d log L / d epoch| stays below this.</summary>
    public const double MostRate = 5e-5;

    /// <summary>Epochs over which the rate is averaged, centred; fewer at the ends of the curve.</summary>
    public const int Window = 201;

    /// <summary>The part of all epochs that a plateau has at least.</summary>
    public const double LeastShare = 0.02;

    /// <summary>Where the loss has first fallen below this part of its start the training has begun.</summary>
    public const double Begun = 0.95;

    /// <summary>Where the loss is not above this part of its start the training is over.</summary>
    public const double Over = 0.01;

    /// <summary>Losses below this part of the start are told apart no more, so that a loss of 0 has a logarithm.</summary>
    private const double Floor = 1e-12;

    /// <summary>Number of epochs of the plateau.</summary>
    public int Epochs => LastEpoch - FirstEpoch + 1;

    /// <summary>
    /// The plateaus of a loss curve, in order. After the loss first falls below 0.95 L(0) and while it is above 0.01 L(0): each maximal run of at
    /// least 2% of the epochs over which |d log L / d epoch|, averaged over 201 epochs, is below 5e-5.
    /// </summary>
    /// <param name="losses">One loss per epoch, not negative, the first one positive.</param>
    /// <exception cref="ArgumentException">The first loss is not positive and finite, or another one is negative or no number.</exception>
    public static IReadOnlyList<LossPlateau> Find(ReadOnlySpan<double> losses)
    {
        if (losses.IsEmpty)
        {
            return [];
        }

        double[] rates = AveragedRates(losses);
        int least = (int)Math.Ceiling(LeastShare * losses.Length);
        List<LossPlateau> plateaus = [];
        int start = FirstBelow(losses, Begun * losses[0]);
        int run = 0;
        for (int epoch = start; epoch <= losses.Length; epoch++)
        {
            if (epoch < losses.Length && losses[epoch] > Over * losses[0] && rates[epoch] < MostRate)
            {
                run++;
                continue;
            }

            if (run >= least)
            {
                plateaus.Add(new LossPlateau(epoch - run, epoch - 1, Median(losses.Slice(epoch - run, run))));
            }

            run = 0;
        }

        return plateaus;
    }

    private static int FirstBelow(ReadOnlySpan<double> losses, double level)
    {
        int epoch = 0;
        while (epoch < losses.Length && !(losses[epoch] < level))
        {
            epoch++;
        }

        return epoch;
    }

    /// <summary>The mean of |log L(e + 1) - log L(e)| over the window around each epoch.</summary>
    private static double[] AveragedRates(ReadOnlySpan<double> losses)
    {
        if (!(losses[0] > 0 && double.IsFinite(losses[0])))
        {
            throw new ArgumentException($"The first loss is {losses[0]}, not positive and finite.", nameof(losses));
        }

        // Sums of the rates before each epoch.
        double[] sums = new double[losses.Length];
        for (int epoch = 1; epoch < losses.Length; epoch++)
        {
            if (!(losses[epoch] >= 0 && double.IsFinite(losses[epoch])))
            {
                throw new ArgumentException($"The loss of epoch {epoch} is {losses[epoch]}.", nameof(losses));
            }

            double rate = Math.Abs(Logarithm(losses[epoch], losses[0]) - Logarithm(losses[epoch - 1], losses[0]));
            sums[epoch] = sums[epoch - 1] + rate;
        }

        double[] rates = new double[losses.Length];
        for (int epoch = 0; epoch < rates.Length; epoch++)
        {
            int first = Math.Max(0, epoch - (Window / 2));
            int last = Math.Min(losses.Length - 1, epoch + (Window / 2) + 1);
            rates[epoch] = last > first ? (sums[last] - sums[first]) / (last - first) : 0;
        }

        return rates;
    }

    private static double Logarithm(double loss, double first) => Math.Log(Math.Max(Floor, loss / first));

    private static double Median(ReadOnlySpan<double> losses)
    {
        double[] sorted = losses.ToArray();
        Array.Sort(sorted);
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }
}
