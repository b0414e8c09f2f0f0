using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>A network as it trains, by batch or by statistics. Used by generated code.</summary>
/// <typeparam name="T">Float or double.</typeparam>
/// <typeparam name="TData">The network's data sets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class BatchTraining<T, TData> : InspectedNetwork<T, TData>
    where T : struct, IFloatingPointIeee754<T>
    where TData : BatchData
{
    /// <param name="units">Units of every layer.</param>
    /// <param name="blockSize">Datapoints of a block.</param>
    protected BatchTraining(LayerUnits units, int blockSize)
        : base(units, blockSize)
    {
    }

    /// <summary>One step of plain full-batch gradient descent, W = W - eta dL/dW. Allocates nothing.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="stepSize">eta, positive and finite.</param>
    /// <param name="scale">Scale of the loss that is descended and returned.</param>
    /// <returns>The loss before the step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step size is not positive and finite.</exception>
    public double Step(TData data, double stepSize, LossScale scale = LossScale.Sum)
    {
        ArgumentNullException.ThrowIfNull(data);
        Positive.Require(stepSize, what: "The step size");
        using NetworkUse.Lease use = Use.EnterToMove();
        double factor = Scales.Factor(scale, data.Count);
        Narrowing.StepSize<T>(nameof(stepSize), stepSize, factor);
        return Descend(data, stepSize * factor, isChecked: true) * factor;
    }

    /// <summary>Gradient descent, over all datapoints or over batches of them.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="options">Epochs, step size, scale of the loss, batches, momentum, decay, method, what is logged and who is told.</param>
    /// <param name="test">Datapoints to measure the loss on that are not trained on; null: none.</param>
    /// <returns>The losses before the updates.</returns>
    /// <exception cref="ArgumentException">An option is out of its bounds, or names an edge that is not here.</exception>
    /// <exception cref="InvalidOperationException">
    /// The checkpoint is of other options, data or another network: names what differs, weights stay as they were. Or another thread uses the network.
    /// </exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged; weights stay as they were.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: the weights are those after the last whole epoch.</exception>
    /// <exception cref="TrainingDivergedException">The loss grew beyond bounds; the weights are those after the update that did it.</exception>
    /// <exception cref="NotSupportedException">Statistics were asked for, and this network, or one with batches, cannot be trained by them.</exception>
    public TrainingLog Train(TData data, TrainingOptions options, TData? test = null) => Train(data, options, test, null);

    internal TrainingLog Train(TData data, TrainingOptions options, TData? test, Action<int>? observe)
    {
        ArgumentNullException.ThrowIfNull(data);
        TrainingLoop.Validate(options);
        Narrowing.Options<T>(options, Scales.Factor(options.LossScale, data.Count));
        DescentOptions update = DescentOptions.Of(options, Weights.Names);
        CheckWeights();
        if (options.SnapshotEpochs.Count > 0)
        {
            RepresentationShape(data).Require(options);
        }

        using NetworkUse.Lease use = Use.EnterToMove();
        return options.Checkpoint is null ? Run(data, options, test, update, null, observe) : Keep(options.Checkpoint, data, options, test, update, observe);
    }

    /// <summary>A training that keeps its state, and goes on from the state that was kept.</summary>
    private TrainingLog Keep(Checkpoint at, TData data, TrainingOptions options, TData? test, DescentOptions update, Action<int>? observe)
    {
        CheckpointFile<T> checkpoint = new(at, TrainingIdentity.Of(options, data, test, Weights.All), Weights.All);
        return CheckpointedTraining.Run(
            checkpoint, Weights.All, () => SumLoss(data), resumed => Run(data, options, test, update, checkpoint, observe, resumed));
    }

    /// <summary>Full-batch gradient descent on statistics that were gathered before, here or elsewhere: the datapoints themselves are not needed.</summary>
    /// <param name="statistics">Of all datapoints: gathered, loaded or merged.</param>
    /// <param name="options">As for a data set. Without datapoints there are no batches and snapshots.</param>
    /// <returns>The losses before the updates, as those of a training on the whole data to rounding.</returns>
    /// <exception cref="ArgumentException">An option is out of its bounds, or names an edge that is not here.</exception>
    /// <exception cref="InvalidOperationException">
    /// The checkpoint is of other options, statistics or another network: names what differs, weights stay as they were.
    /// </exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged; weights stay as they were.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: the weights are those after the last whole epoch.</exception>
    /// <exception cref="TrainingDivergedException">The loss grew beyond bounds.</exception>
    /// <exception cref="NotSupportedException">This network cannot be trained by statistics, or an option needs datapoints: says which.</exception>
    public TrainingLog TrainOn(INetworkStatistics<TData> statistics, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        TrainingLoop.Validate(options);
        TData data = statistics.ForTraining();
        RequireNoDatapoints(options, statistics.Count);
        Narrowing.Options<T>(options, Scales.Factor(options.LossScale, statistics.Count));
        DescentOptions update = DescentOptions.Of(options, Weights.Names);
        CheckWeights();
        using NetworkUse.Lease use = Use.EnterToMove();
        if (options.Checkpoint is null)
        {
            return Run(data, statistics, options, update, null, null);
        }

        CheckpointFile<T> checkpoint = new(options.Checkpoint, TrainingIdentity.Of(options, statistics.Fingerprint(), Weights.All), Weights.All);
        return CheckpointedTraining.Run(
            checkpoint, Weights.All, () => ByStatistics(data, options).Step(0), resumed => Run(data, statistics, options, update, checkpoint, resumed));
    }

    /// <summary>Refuses what only datapoints can answer.</summary>
    private static void RequireNoDatapoints(TrainingOptions options, long datapoints)
    {
        string? option = options.Method == TrainingMethod.Batch ? $"{nameof(options.Method)} = {nameof(TrainingMethod.Batch)}"
            : options.BatchSize > 0 && options.BatchSize < datapoints ? nameof(options.BatchSize)
            : options.SnapshotEpochs.Count > 0 ? nameof(options.SnapshotEpochs)
            : options.TestBy.Count > 0 ? nameof(options.TestBy)
            : null;
        if (option is not null)
        {
            throw new NotSupportedException(
                $"{nameof(TrainingOptions)}.{option} needs the datapoints, and statistics are sums over them. Train on the data set.");
        }
    }

    /// <param name="data">A data set without datapoints that has the statistics.</param>
    /// <param name="statistics">What is trained on.</param>
    /// <param name="options">Validated options.</param>
    /// <param name="update">How weights move.</param>
    /// <param name="checkpoint">Where the state is kept.</param>
    /// <param name="resumed">Asked once the network has the weights of the checkpoint; null: the training begins.</param>
    private TrainingLog Run(
        TData data, INetworkStatistics<TData> statistics, TrainingOptions options, DescentOptions update, CheckpointFile<T>? checkpoint, Action? resumed)
    {
        double scale = Scales.Factor(options.LossScale, statistics.Count);
        StatisticsTraining<T> training = ByStatistics(data, options);
        Func<double, double> step = update.IsPlain ? training.Step : training.Stepper(update, options.StepSize, scale);
        T[][] velocities = training.Velocities?.All ?? [];
        TrainingRecord record = new(options, hasTest: false);
        if (resumed is not null)
        {
            checkpoint!.ReadState(record, options, training.Weights, velocities, null);
            training.Leave(goesOn: true);
            resumed();
        }

        return TrainingLoop.Run(options, new TrainingRun
        {
            Datapoints = statistics.Count,
            ZeroLoss = statistics.ZeroLoss,
            Method = TrainingMethod.Statistics,
            MethodReason = "Statistics are what it was given.",
            ReductionReason = training.Reason,
            Step = step,
            WriteBack = training.Leave,
            Resumed = record,
            Keep = checkpoint?.Keeper(training.Weights, velocities),
        });
    }

    /// <param name="data">The datapoints.</param>
    /// <param name="options">Validated options.</param>
    /// <param name="test">The test data.</param>
    /// <param name="update">How weights move.</param>
    /// <param name="checkpoint">Where the state is kept.</param>
    /// <param name="observe">Sees the weights at every logged epoch.</param>
    /// <param name="resumed">Asked once the network has the weights of the checkpoint; null: the training begins.</param>
    private TrainingLog Run(
        TData data, TrainingOptions options, TData? test, DescentOptions update, CheckpointFile<T>? checkpoint, Action<int>? observe, Action? resumed = null)
    {
        bool hasBatches = options.BatchSize > 0 && options.BatchSize < data.Count;
        MethodChoice choice = hasBatches ? MethodChoice.ForBatches(options) : Choose(data, options);
        StatisticsTraining<T>? statistics = choice.Method == TrainingMethod.Statistics ? ByStatistics(data, options) : null;
        BatchDescent<T, TData>? descent = statistics is null ? new(this, data, options, update) : null;
        double scale = Scales.Factor(options.LossScale, data.Count);
        Func<double, double> step = (statistics, update.IsPlain) switch
        {
            (null, true) => eta => Descend(data, eta),
            (null, false) => _ => descent!.Step(),
            (_, true) => statistics.Step,
            (_, false) => statistics.Stepper(update, options.StepSize, scale),
        };
        EdgeMatrix<T>[] state = statistics?.Weights ?? Weights.All;
        T[][] velocities = statistics is null ? descent!.Velocities : statistics.Velocities?.All ?? [];
        TestGroups? groups = options.TestBy.Count == 0 ? null : TestGroups.Of(options, test);
        TrainingRecord record = new(options, test is not null, groups?.Rows.Count ?? 0);
        if (resumed is not null)
        {
            checkpoint!.ReadState(record, options, state, velocities, RepresentationShape(data));
            statistics?.Leave(goesOn: true);
            resumed();
        }

        return TrainingLoop.Run(options, new TrainingRun
        {
            Datapoints = data.Count,
            ZeroLoss = data.ZeroLoss,
            Method = choice.Method,
            MethodReason = choice.Reason,
            ReductionReason = statistics is null ? "By batch nothing is reduced." : statistics.Reason,
            Step = step,
            Pass = hasBatches ? descent!.Pass : null,
            Loss = hasBatches ? () => SumLoss(data) : null,
            TestLoss = test is null ? null : () => SumLoss(test) * Scales.Factor(options.LossScale, test.Count),
            Groups = groups,
            GroupLosses = groups is null ? null : () => groups.Select<TData, double>(group => SumLoss(group) * Scales.Factor(options.LossScale, group.Count)),
            WriteBack = statistics is null ? null : statistics.Leave,
            Observe = observe,
            StableStepSize = hasBatches ? null : () => update.StableStepSize(StableStepSize(data) / scale) * scale,
            Snapshot = options.SnapshotEpochs.Count == 0 ? null : epoch => Represent(data, epoch, update.Factors),
            Resumed = record,
            Keep = checkpoint?.Keeper(state, velocities),
        });
    }

    /// <summary>Batch or statistics, whichever has less counted work where the user does not say.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="statistics">Multiplications and additions of an epoch by statistics.</param>
    /// <param name="narrow">The same where hidden layers are only as wide as what they touch.</param>
    /// <param name="span">Multiplications and additions of making them so, once.</param>
    /// <param name="gathering">Multiplications and additions to gather the statistics, once.</param>
    protected MethodChoice Cheaper(TData data, TrainingOptions options, long statistics, long narrow, long span, long gathering) =>
        MethodChoice.Cheaper(options, BatchWork(data), ReductionChoice.Work(options, statistics, narrow, span), gathering);

    /// <summary>Multiplications and additions of one epoch by batch, counted: they grow with the datapoints.</summary>
    protected abstract long BatchWork(TData data);

    /// <summary>Batch or statistics.</summary>
    protected abstract MethodChoice Choose(TData data, TrainingOptions options);

    /// <summary>Starts a training by statistics from the present weights; they are written back when it ends.</summary>
    protected virtual StatisticsTraining<T> ByStatistics(TData data, TrainingOptions options) => throw new NotSupportedException();

    /// <summary>The largest stable step of the Sum loss; NaN: not known.</summary>
    protected virtual double StableStepSize(TData data) => double.NaN;

    /// <summary>W_ts += eta D_ts; returns the loss before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double Descend(TData data, double eta, bool isChecked = false)
    {
        T stepSize = T.CreateTruncating(eta);
        if (data.Blocks == 1)
        {
            // All datapoints at once: every edge moves as soon as the error is carried back over it.
            double loss = Compare(data, 0) / 2;
            if (isChecked)
            {
                Checked(loss);
            }

            MoveAtOnce(data, stepSize);
            return loss;
        }

        return DescendOverBlocks(data, stepSize, isChecked);
    }

    /// <summary>The same of several blocks: steps are summed up before any edge moves. Of one block it is never compiled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private double DescendOverBlocks(TData data, T stepSize, bool isChecked)
    {
        double loss = SumSteps(data);
        if (isChecked)
        {
            Checked(loss);
        }

        for (int edge = 0; edge < Weights.All.Length; edge++)
        {
            BatchKernels.Move(Weights.All[edge].Values, stepSize, Steps.All[edge].Values);
        }

        return loss;
    }
}
