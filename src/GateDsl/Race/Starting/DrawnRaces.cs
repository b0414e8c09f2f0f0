namespace GateDsl;

/// <summary>The mean of what is predicted from several draws of a start.</summary>
internal static class DrawnRaces
{
    /// <summary>
    /// Runs the draws over the cores, and adds up their logs in order, so the bits do not depend on the number of cores. Where their number is not said,
    /// they double from <see cref="StartDraws.Fewest"/> up to <see cref="StartDraws.Most"/>, until the standard error of the mean test loss is at most
    /// <see cref="StartDraws.EnoughOfSpread"/> of the spread of a single network's at every logged epoch.
    /// </summary>
    /// <param name="draws">The draws.</param>
    /// <param name="directions">Along which starts are drawn.</param>
    /// <param name="options">Validated options.</param>
    /// <param name="one">The race from one start.</param>
    public static RaceLog Run(StartDraws draws, GrowthDirections directions, TrainingOptions options, Func<StartWeights, TrainingOptions, RaceLog> one)
    {
        int most = draws.Count ?? StartDraws.Most;
        int wanted = draws.Count ?? StartDraws.Fewest;
        int atATime = Math.Max(StartDraws.Fewest, Environment.ProcessorCount);
        RaceLogMean mean = new();
        while (true)
        {
            while (mean.Count < wanted)
            {
                int first = mean.Count;
                ulong[] numbers = [.. Enumerable.Range(first, Math.Min(atATime, wanted - first)).Select(number => (ulong)number)];
                TrainingOptions part = options.Progress is null
                    ? options
                    : options with { Progress = new PartialProgress(options.Progress, (long)first * options.Epochs, (long)most * options.Epochs) };
                foreach (RaceLog log in ManyTrainings.Run(numbers, part, (number, own) => one(draws.Of((int)number, directions), own)))
                {
                    mean.Add(log);
                }
            }

            if (wanted == most || mean.IsWithin(StartDraws.EnoughOfSpread, draws.HasPairs))
            {
                return mean.ToLog();
            }

            wanted = Math.Min(most, 2 * wanted);
        }
    }

    /// <summary>Draws that run after others, of as many as there may be.</summary>
    private sealed class PartialProgress(IProgress<TrainingProgress> all, long before, long epochs) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => all.Report(value with
        {
            Epoch = (int)Math.Min(int.MaxValue, before + value.Epoch),
            Epochs = (int)Math.Min(int.MaxValue, epochs),
        });
    }
}
