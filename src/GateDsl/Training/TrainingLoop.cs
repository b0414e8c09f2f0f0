using System.Globalization;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>Gradient descent over epochs, of all datapoints or in batches: validation, log, progress, cancellation and divergence.</summary>
internal static class TrainingLoop
{
    /// <summary>A loss beyond this multiple of both the first one and the zero prediction's is called divergence.</summary>
    public const double GrowthBound = 1e6;

    private const string OverBatches = "over the batches of epoch";

    /// <summary>Refuses options that no training can follow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Named after the option, with its bound.</exception>
    public static void Validate(TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(options.Epochs >= 0, nameof(options.Epochs), options.Epochs, "must be at least 0");
        Require(
            options.StepSize > 0 && double.IsFinite(options.StepSize), nameof(options.StepSize), options.StepSize, "must be positive and finite");
        Require(options.BatchSize >= 0, nameof(options.BatchSize), options.BatchSize, "must be at least 0");
        Require(options.Momentum is >= 0 and < 1, nameof(options.Momentum), options.Momentum, "must be at least 0 and below 1");
        Require(
            options.WeightDecay >= 0 && double.IsFinite(options.WeightDecay), nameof(options.WeightDecay), options.WeightDecay,
            "must be at least 0 and finite");
        ArgumentNullException.ThrowIfNull(options.StepFactors, nameof(options.StepFactors));
        foreach ((string edge, double factor) in options.StepFactors)
        {
            Require(factor >= 0 && double.IsFinite(factor), nameof(options.StepFactors), factor, $"must be at least 0 and finite, also of {edge}");
        }

        ArgumentNullException.ThrowIfNull(options.SnapshotEpochs, nameof(options.SnapshotEpochs));
        foreach (int epoch in options.SnapshotEpochs)
        {
            Require(epoch >= 0 && epoch <= options.Epochs, nameof(options.SnapshotEpochs), epoch, $"must be from 0 to {options.Epochs}, the number of epochs");
        }

        ArgumentNullException.ThrowIfNull(options.TestBy, nameof(options.TestBy));
        Require(options.RecordEvery >= 1, nameof(options.RecordEvery), options.RecordEvery, "must be at least 1");
        Require(options.LossScale is LossScale.Sum or LossScale.Mean, nameof(options.LossScale), options.LossScale, "must be Sum or Mean");
        Require(
            options.Reductions is StateReductions.Auto or StateReductions.Never or StateReductions.Always, nameof(options.Reductions), options.Reductions,
            "must be Auto, Never or Always");
        Require(
            options.Method is TrainingMethod.Auto or TrainingMethod.Batch or TrainingMethod.Statistics, nameof(options.Method), options.Method,
            "must be Auto, Batch or Statistics");
    }

    /// <summary>Makes the updates and logs the losses before them.</summary>
    /// <param name="options">Validated: a training refuses them before it touches weights, data or a checkpoint.</param>
    /// <param name="run">What is trained.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the last whole epoch's weights are kept.</exception>
    /// <exception cref="TrainingDivergedException">The loss is not a number any more or beyond <see cref="GrowthBound"/>.</exception>
    public static TrainingLog Run(TrainingOptions options, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);

        TrainingRecord record = run.Resumed ?? new TrainingRecord(options, run.TestLoss is not null, run.Groups?.Rows.Count ?? 0);
        try
        {
            Loop(options, run, record);
        }
        finally
        {
            run.WriteBack?.Invoke(false);
        }

        return new TrainingLog(record.Loss, record.Epochs, run.Method, run.MethodReason, run.ReductionReason)
        {
            TestLoss = record.TestLoss,
            TestLossBy = run.Groups is null ? new Dictionary<string, double[]>() : TestGroups.ByName(run.Groups.Names, record.GroupLoss),
            Snapshots = [.. record.Snapshots],
        };
    }

    // An epoch of a small network takes 200 ns: what does not change is read once, and nothing here is captured by a function.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop(TrainingOptions options, TrainingRun run, TrainingRecord record)
    {
        // On the Mean scale loss and gradient are those of the Sum scale divided by N. Without datapoints both are 0 on either scale.
        double perDatapoint = options.LossScale == LossScale.Mean && run.Datapoints > 0 ? 1.0 / run.Datapoints : 1;
        double step = options.StepSize * perDatapoint;
        int last = options.Epochs - 1;
        CancellationToken cancellation = options.CancellationToken;
        Interruption? interruption = Interruption.Current;
        Func<double, double> update = run.Step;
        Func<int, double>? pass = run.Pass;
        Action<TrainingRecord, bool>? keep = run.Keep;
        int[] snapshots = run.Snapshot is null ? [] : InOrder(options.SnapshotEpochs);
        int nextLogged = record.NextLogged(options);
        int nextSnapshot = record.NextSnapshot(snapshots);
        double bound = record.Bound;
        for (int epoch = record.Epoch; epoch <= last; epoch++)
        {
            interruption?.Ask();
            if (cancellation.IsCancellationRequested)
            {
                throw Cancelled(options, run, record, epoch);
            }

            bool isLogged = epoch == nextLogged;
            if (isLogged)
            {
                LookAtWeights(run, record, epoch);
            }

            if (epoch == nextSnapshot)
            {
                nextSnapshot = TakeSnapshot(run, record, snapshots, epoch);
            }

            double sum = 0;
            if (pass is null)
            {
                sum = update(step);
                if (!(sum <= bound))
                {
                    throw Diverged(options, run, epoch, sum, perDatapoint, "before the update of epoch");
                }
            }
            else
            {
                if (isLogged && !((sum = run.Loss!()) <= bound))
                {
                    throw Diverged(options, run, epoch, sum, perDatapoint, "before the pass of epoch");
                }

                // Every batch before its own update: near the loss of all datapoints.
                double batches = pass(epoch);
                if (!(batches <= bound))
                {
                    throw Diverged(options, run, epoch, batches, perDatapoint, OverBatches);
                }
            }

            if (epoch == 0)
            {
                record.Bound = bound = Math.Min(double.MaxValue, GrowthBound * Math.Max(sum, run.ZeroLoss));
            }

            if (isLogged)
            {
                Log(options, run, record, epoch, sum * perDatapoint);
                nextLogged = record.NextLogged(options);
            }

            if (epoch == last && nextSnapshot == options.Epochs)
            {
                nextSnapshot = TakeSnapshot(run, record, snapshots, options.Epochs);
            }

            if (keep is not null)
            {
                record.Epoch = epoch + 1;
                keep(record, epoch == last);
            }
        }

        if (options.Epochs == 0 && nextSnapshot == 0)
        {
            TakeSnapshot(run, record, snapshots, 0);
        }
    }

    private static int[] InOrder(IReadOnlyList<int> epochs) => [.. epochs.Distinct().Order()];

    /// <summary>What is asked of the weights before the updates of a logged epoch.</summary>
    private static void LookAtWeights(TrainingRun run, TrainingRecord record, int epoch)
    {
        if (record.TestLoss is null && run.Observe is null)
        {
            return;
        }

        run.WriteBack?.Invoke(true);
        if (record.TestLoss is not null)
        {
            record.TestLoss[record.Logged] = run.TestLoss!();
            double[] groups = run.GroupLosses?.Invoke() ?? [];
            for (int group = 0; group < groups.Length; group++)
            {
                record.GroupLoss[group][record.Logged] = groups[group];
            }
        }

        run.Observe?.Invoke(epoch);
    }

    private static void Log(TrainingOptions options, TrainingRun run, TrainingRecord record, int epoch, double loss)
    {
        record.Loss[record.Logged] = loss;
        record.Epochs[record.Logged] = epoch;
        record.Logged++;
        if (options.Progress is not null)
        {
            run.WriteBack?.Invoke(true);
            options.Progress.Report(new TrainingProgress(epoch, options.Epochs, loss));
        }
    }

    /// <summary>Returns the epoch of the next one; -1: it was the last.</summary>
    private static int TakeSnapshot(TrainingRun run, TrainingRecord record, int[] snapshots, int epoch)
    {
        run.WriteBack?.Invoke(true);
        record.Snapshots.Add(run.Snapshot!(epoch));
        return record.NextSnapshot(snapshots);
    }

    /// <summary>Keeps the state before an epoch that is not begun any more.</summary>
    private static OperationCanceledException Cancelled(TrainingOptions options, TrainingRun run, TrainingRecord record, int epoch)
    {
        record.Epoch = epoch;
        run.Keep?.Invoke(record, true);
        return new OperationCanceledException(options.CancellationToken);
    }

    private static TrainingDivergedException Diverged(
        TrainingOptions options, TrainingRun run, int epoch, double sum, double perDatapoint, string where)
    {
        const string Weights = " The weights are left as the training that diverged made them.";
        double loss = sum * perDatapoint;
        if (epoch == 0 && where != OverBatches)
        {
            return TrainingDivergedException.AtTheStart(loss, options.StepSize, Weights);
        }

        double stable = (run.StableStepSize?.Invoke() ?? double.NaN) / perDatapoint;
        string what = string.Create(CultureInfo.InvariantCulture, $"The training diverged: {where} {epoch} the loss was {loss:G6}");
        return new TrainingDivergedException(what, epoch, loss, options.StepSize, stable, Weights);
    }

    private static void Require(bool holds, string option, object value, string bound)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(option, value, $"{nameof(TrainingOptions)}.{option} {bound}.");
        }
    }
}
