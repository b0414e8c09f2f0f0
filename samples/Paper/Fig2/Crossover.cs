using GateDsl.Samples.Running;

namespace Paper.Fig2;

/// <summary>The margin at which both gatings are equally fast: below it the XoR gating wins the race, above it the linear one.</summary>
internal static class Crossover
{
    private const double Lowest = 0.2;
    private const double Highest = 2;

    /// <summary>Far below what seeds differ by.</summary>
    private const double TrainedTolerance = 1e-3;

    private const double SpeedTolerance = 1e-9;

    /// <summary>Where the speeds 1/s cross, by bisection on the gated data.</summary>
    public static double OfSpeeds()
    {
        (double low, double high) = (Lowest, Highest);
        while (high - low > SpeedTolerance)
        {
            double middle = (low + high) / 2;
            (double linear, double xor) = new XorProblem(middle).Strengths();
            (low, high) = linear < xor ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Where the mean half-loss epochs of trained networks cross, by bisection; null where the epochs do not suffice.</summary>
    public static double? OfTrainedTimes(RunSettings settings, WorkRunner runner) => runner.Run(
    [
        new Work<double?>("crossover of the learning times", settings.Seeds[0], context =>
        {
            (double low, double high) = (Lowest, Highest);
            while (high - low > TrainedTolerance)
            {
                double middle = (low + high) / 2;
                XorProblem problem = new(middle);
                var options = MarginRun.Options(settings.Epochs, context.CancellationToken);
                double? linear = HalfEpoch.MeanOf([.. settings.Seeds.Select(seed => problem.TrainLinear(seed, options))]);
                double? xor = HalfEpoch.MeanOf([.. settings.Seeds.Select(seed => problem.TrainXor(seed, options))]);
                if (linear is null && xor is null)
                {
                    return null;
                }

                // A gating that does not come to half in these epochs is the slower one.
                (low, high) = xor < (linear ?? double.PositiveInfinity) ? (middle, high) : (low, middle);
            }

            return (low + high) / 2;
        }),
    ])[0];
}
