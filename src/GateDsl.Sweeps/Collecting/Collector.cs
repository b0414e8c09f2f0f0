namespace GateDsl.Sweeps;

/// <summary>Reads the results of a plan.</summary>
internal static class Collector
{
    /// <summary>The results by run, null where a run is not done.</summary>
    /// <exception cref="WrongUseException">A file is not whole, or of another plan.</exception>
    public static RunResult?[] Read(Plan plan, ResultsFolder folder, Inventory inventory)
    {
        RunResult?[] results = new RunResult?[plan.Count];
        try
        {
            // More at once than there are cores: files of a network disk are slow to open, not to read.
            Parallel.For(0, plan.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 * Environment.ProcessorCount }, run =>
            {
                if (inventory.IsDone(run))
                {
                    results[run] = RunResult.FromBytes(File.ReadAllBytes(folder.Done(run)), run, plan.Fingerprint)
                        ?? throw new WrongUseException($"{folder.Done(run)} is not a whole result; 'run' sets it aside and does run {run} again.");
                }
            });
        }
        catch (AggregateException exception) when (exception.InnerExceptions.OfType<WrongUseException>().FirstOrDefault() is { } wrong)
        {
            throw wrong;
        }
        catch (AggregateException exception)
        {
            throw exception.InnerExceptions[0];
        }

        return results;
    }
}
