namespace GateDsl.Sweeps;

/// <summary>Calls the experiment's function for one run and keeps what comes out.</summary>
internal sealed class RunAttempt(Plan plan, ResultsFolder folder, RunOptions options, RunnerLog log, int run)
{
    /// <summary>A folder that is not the results' own may be that of other sweeps too.</summary>
    private string Checkpoints => Path.Combine(
        options.Checkpoints is { } shared ? Path.Combine(shared, JobName.Of(plan)) : Path.Combine(folder.Root, "checkpoints"), ResultsFolder.Name(run));

    /// <summary>A file that only this runner writes.</summary>
    private string Beside
    {
        get
        {
            string own = Path.Combine(folder.Unfinished, log.Name);
            Directory.CreateDirectory(own);
            return Path.Combine(own, ResultsFolder.Name(run) + ".tmp");
        }
    }

    /// <summary>One attempt: the run is done when it returns null; otherwise it says why not, and leaves nothing but its checkpoints.</summary>
    /// <param name="attempt">From 1.</param>
    /// <param name="cancellationToken">Asks the run to stop.</param>
    /// <exception cref="IOException">The disk is full, or the results cannot be written.</exception>
    public Exception? Try(int attempt, CancellationToken cancellationToken)
    {
        log.Begin(run, attempt);
        RunFiles files = new(folder, run, log.Name);
        Meter meter = new(isAlone: options.Cores == 1);
        RunResult? result = null;
        Exception? failure = null;
        try
        {
            SweepRun given = new(run, plan.PointOf(run), plan.SeedOf(run), attempt, files.PathFor, CheckpointFolder, cancellationToken);
            result = ToResult(plan.Experiment.Function(given));
        }
        catch (Exception exception)
        {
            files.Drop();
            if (Disk.IsFull(exception))
            {
                throw new IOException(exception.Message, exception);
            }

            failure = exception;
        }

        Spent spent = meter.Read();
        if (result is null)
        {
            log.End(cancellationToken.IsCancellationRequested ? "dropped" : "failed", run, spent);
            return failure;
        }

        Keep(result, files);
        log.End("done", run, spent);
        return null;
    }

    /// <summary>Records a run as failed.</summary>
    public void Record(RunFailure failure) => failure.Write(folder.Failed(run), Beside);

    private void Keep(RunResult result, RunFiles files)
    {
        byte[] bytes = (result with { Files = files.Keep() }).ToBytes(plan.Fingerprint);
        WholeFile.Write(folder.Done(run), Beside, stream => stream.Write(bytes));
        Disk.TryDelete(folder.Failed(run));
        if (Directory.Exists(Checkpoints))
        {
            Disk.TryDeleteFolder(Checkpoints);
        }
    }

    private string CheckpointFolder()
    {
        Directory.CreateDirectory(Checkpoints);
        return Checkpoints;
    }

    private RunResult ToResult(IReadOnlyDictionary<string, double> numbers)
    {
        if (numbers is null)
        {
            throw new InvalidOperationException("The run returned null in place of its results.");
        }

        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in numbers.Keys)
        {
            if (name.Length == 0 || name.Any(char.IsControl))
            {
                throw new InvalidOperationException($"A result is called '{name}', which is no name of a column.");
            }

            if (Parameter.IsTaken(name) || plan.Experiment.Parameters.Any(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new InvalidOperationException($"A result is called '{name}', as a column of the plan is, but for the case of letters.");
            }

            if (!names.Add(name))
            {
                throw new InvalidOperationException($"Two results are called '{name}', but for the case of letters.");
            }
        }

        return new RunResult(run, [.. numbers.Keys], [.. numbers.Values], []);
    }
}
