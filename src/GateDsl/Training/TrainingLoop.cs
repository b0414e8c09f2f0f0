using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>Full-batch gradient descent over epochs: validation, log, progress, cancellation and divergence. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class TrainingLoop
{
    /// <summary>A loss beyond this multiple of both the first one and the zero prediction's is called divergence.</summary>
    public const double GrowthBound = 1e6;

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

        Require(options.RecordEvery >= 1, nameof(options.RecordEvery), options.RecordEvery, "must be at least 1");
        Require(Enum.IsDefined(options.LossScale), nameof(options.LossScale), options.LossScale, "must be Sum or Mean");
        Require(Enum.IsDefined(options.Reductions), nameof(options.Reductions), options.Reductions, "must be Auto, Never or Always");
        Require(Enum.IsDefined(options.Method), nameof(options.Method), options.Method, "must be Auto, Batch or Statistics");
    }

    /// <summary>Makes the updates and logs the losses before them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the last whole epoch's weights are kept.</exception>
    /// <exception cref="TrainingDivergedException">The loss is not a number any more or beyond <see cref="GrowthBound"/>.</exception>
    public static TrainingLog Run(TrainingOptions options, TrainingRun run)
    {
        Validate(options);
        ArgumentNullException.ThrowIfNull(run);

        try
        {
            return Loop(options, run);
        }
        finally
        {
            run.WriteBack?.Invoke();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TrainingLog Loop(TrainingOptions options, TrainingRun run)
    {
        // On the Mean scale loss and gradient are those of the Sum scale divided by N. Without datapoints both are 0 on either scale.
        double perDatapoint = options.LossScale == LossScale.Mean && run.Datapoints > 0 ? 1.0 / run.Datapoints : 1;
        double step = options.StepSize * perDatapoint;
        int last = options.Epochs - 1;
        long logged = options.Epochs == 0 ? 0 : ((last + (long)options.RecordEvery - 1) / options.RecordEvery) + 1;
        Memory.Require(nameof(options.Epochs), $"The losses of {logged:N0} epochs, with their numbers", logged, sizeof(double) + sizeof(int));
        double[] losses = new double[logged];
        int[] epochs = new int[logged];
        double[]? tested = run.TestLoss is null ? null : new double[logged];
        double bound = double.PositiveInfinity;
        int next = 0;
        for (int epoch = 0; epoch <= last; epoch++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            bool isLogged = epoch == last || epoch == (long)next * options.RecordEvery;
            double sum = 0;
            if (isLogged && (tested is not null || run.Observe is not null))
            {
                run.WriteBack?.Invoke();
                if (tested is not null)
                {
                    tested[next] = run.TestLoss!();
                }

                run.Observe?.Invoke(epoch);
            }

            if (run.Pass is null)
            {
                sum = run.Step(step);
                Check(sum, "before the update of epoch");
            }
            else
            {
                if (isLogged)
                {
                    sum = run.Loss!();
                    Check(sum, "before the pass of epoch");
                }

                // Every batch before its own update: near the loss of all datapoints.
                Check(run.Pass(epoch), "over the batches of epoch");
            }

            if (epoch == 0)
            {
                bound = GrowthBound * Math.Max(sum, run.ZeroLoss);
            }

            if (isLogged)
            {
                double loss = sum * perDatapoint;
                losses[next] = loss;
                epochs[next] = epoch;
                next++;
                if (options.Progress is not null)
                {
                    run.WriteBack?.Invoke();
                    options.Progress.Report(new TrainingProgress(epoch, options.Epochs, loss));
                }
            }

            void Check(double found, string where)
            {
                if (!(found <= bound) || !double.IsFinite(found))
                {
                    throw Diverged(options, run, epoch, found * perDatapoint, perDatapoint, where);
                }
            }
        }

        return new TrainingLog(losses, epochs, run.Method, run.MethodReason, run.ReductionReason) { TestLoss = tested };
    }

    private static TrainingDivergedException Diverged(
        TrainingOptions options, TrainingRun run, int epoch, double loss, double perDatapoint, string where)
    {
        double stable = (run.StableStepSize?.Invoke() ?? double.NaN) / perDatapoint;
        string what = string.Create(CultureInfo.InvariantCulture, $"The training diverged: {where} {epoch} the loss was {loss:G6}");
        return new TrainingDivergedException(what, epoch, loss, options.StepSize, stable);
    }

    private static void Require(bool holds, string option, object value, string bound)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(option, value, $"{nameof(TrainingOptions)}.{option} {bound}.");
        }
    }
}
