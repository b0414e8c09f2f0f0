namespace GateDsl.Sweeps;

/// <summary>Takes one run after the other; several threads may be at it.</summary>
internal sealed class Worker(
    Plan plan,
    ResultsFolder folder,
    RunOptions options,
    RunQueue queue,
    Claims claims,
    RunnerLog log,
    RunCounts counts,
    StopSignal signal,
    TextWriter error,
    CancellationToken cancellationToken)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private Exception? _diskError;

    /// <summary>What the disk said when it could not be written to; null: nothing.</summary>
    public Exception? DiskError => _diskError;

    /// <summary>Works until there is nothing left, the disk fails or a signal comes.</summary>
    public void Work()
    {
        try
        {
            while (_diskError is null && !signal.HasArrived && queue.TryTake(out int run, out bool wasElsewhere))
            {
                if (!claims.TryTake(run))
                {
                    queue.PutBack(run);
                    if (wasElsewhere)
                    {
                        signal.Arrived.WaitOne(Pause);
                    }

                    continue;
                }

                try
                {
                    Settle(run, wasElsewhere);
                }
                finally
                {
                    claims.Release(run);
                }
            }
        }
        catch (Exception exception) when (Disk.IsError(exception))
        {
            Interlocked.CompareExchange(ref _diskError, exception, null);
        }
        catch (ObjectDisposedException) when (signal.HasArrived)
        {
            // The run was dropped, and its runner is gone.
        }
    }

    private void Settle(int run, bool wasElsewhere)
    {
        if (File.Exists(folder.Done(run)) || (wasElsewhere && File.Exists(folder.Failed(run))))
        {
            counts.AddElsewhere();
            return;
        }

        RunAttempt attempt = new(plan, folder, options, log, run);
        int attemptsBefore = RunFailure.Read(folder.Failed(run))?.Attempts ?? 0;
        for (int i = 1; ; i++)
        {
            Exception? failure = attempt.Try(i, cancellationToken);
            if (failure is null)
            {
                counts.AddDone();
                return;
            }

            // A run that was told to stop did not fail, whatever it threw.
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            if (i > options.Retries || signal.HasArrived)
            {
                RunFailure record = RunFailure.Of(run, attemptsBefore + i, failure);
                attempt.Record(record);
                counts.AddFailed();
                error.WriteLine($"{plan.Describe(run)} failed: {record.Error}");
                return;
            }
        }
    }
}
