using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>
/// A network as it computes and trains by batch: forward and backward over the datapoints, a block at a time. Generated classes say what one block
/// does. Used by generated code.
/// </summary>
/// <typeparam name="T">Float or double.</typeparam>
/// <typeparam name="TData">The network's data sets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class BatchTraining<T, TData> : BlockKernels<T>
    where T : struct, IFloatingPointIeee754<T>
    where TData : BatchData
{
    /// <param name="units">Units of every layer.</param>
    /// <param name="blockSize">Datapoints of a block.</param>
    protected BatchTraining(LayerUnits units, int blockSize)
    {
        Weights = new EdgeStore<T>(units);
        Steps = new EdgeStore<T>(units);
        Buffers = new BlockBuffers<T>(units, blockSize);
    }

    /// <summary>W_ts, by edge.</summary>
    public EdgeStore<T> Weights { get; }

    /// <summary>D_ts, by edge: the direction of descent, minus the gradient.</summary>
    protected EdgeStore<T> Steps { get; }

    /// <summary>Makes activations and errors.</summary>
    protected BlockBuffers<T> Buffers { get; }

    /// <summary>Every edge moves as soon as the error is carried back over it; else steps are summed up first.</summary>
    protected bool MovesAtOnce { get; private set; }

    /// <summary>The hidden layers of a twin, from the inputs on.</summary>
    protected virtual MatrixView<T>[] HiddenLayers => [];

    /// <summary>One step of full-batch gradient descent on the loss L = 1/2 sum |y - yhat|^2 (Sum scale, Eq. 2). Allocates nothing.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="stepSize">eta, positive and finite.</param>
    /// <returns>The loss before the step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step size is not positive and finite.</exception>
    public double Step(TData data, double stepSize)
    {
        ArgumentNullException.ThrowIfNull(data);
        DatasetChecks.StepSize(stepSize);
        Narrowing.StepSize<T>(nameof(stepSize), stepSize, 1);
        return Descend(data, stepSize);
    }

    /// <summary>The loss at the present weights; nothing is changed.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="scale">Sum: 1/2 sum |y - yhat|^2 (Eq. 2); Mean: that divided by the number of datapoints.</param>
    public double Loss(TData data, LossScale scale)
    {
        ArgumentNullException.ThrowIfNull(data);
        double squares = 0;
        for (int block = 0; block < data.Blocks; block++)
        {
            squares += Compare(data, block);
        }

        return Checked(squares / 2) * Scales.Factor(scale, data.Count);
    }

    /// <summary>The gradient of the loss at the present weights; the network is not changed.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="gradients">Filled with dL/dW for every edge.</param>
    /// <param name="scale">The scale of the loss.</param>
    public void Gradient(TData data, EdgeStore<T>? gradients, LossScale scale)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(gradients);
        double factor = Scales.Factor(scale, data.Count);
        SumSteps(data);
        for (int edge = 0; edge < gradients.All.Length; edge++)
        {
            BatchKernels.Scale<T>(Steps.All[edge].Values, -factor, gradients.All[edge].Values);
        }
    }

    /// <summary>Full-batch gradient descent.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="options">Epochs, step size, scale of the loss, method, what is logged and who is told.</param>
    /// <returns>The losses before the updates.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: the weights are those after the last whole epoch.</exception>
    /// <exception cref="TrainingDivergedException">The loss grew beyond bounds.</exception>
    /// <exception cref="NotSupportedException">Statistics were asked for, and this network cannot be trained by them.</exception>
    public TrainingLog Train(TData data, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        TrainingLoop.Validate(options);
        Narrowing.StepSize<T>(nameof(options.StepSize), options.StepSize, Scales.Factor(options.LossScale, data.Count));
        CheckWeights();
        MethodChoice choice = Choose(data, options);
        StatisticsTraining<T>? statistics = choice.Method == TrainingMethod.Statistics ? ByStatistics(data, options) : null;
        return TrainingLoop.Run(options, new TrainingRun
        {
            Datapoints = data.Count,
            ZeroLoss = data.ZeroLoss,
            Method = choice.Method,
            MethodReason = choice.Reason,
            ReductionReason = statistics is null ? "By batch nothing is reduced." : statistics.Reason,
            Step = statistics is null ? eta => Descend(data, eta) : statistics.Step,
            WriteBack = statistics is null ? null : statistics.Leave,
            StableStepSize = () => StableStepSize(data),
        });
    }

    /// <summary>Which unit of a hidden layer is on at which datapoint: its pre-activation is > 0.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="hiddenLayer">Counted from the inputs, from 1.</param>
    /// <returns>[unit, datapoint].</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public bool[,] Gates(TData data, int hiddenLayer)
    {
        ArgumentNullException.ThrowIfNull(data);
        MatrixView<T>[] layers = HiddenLayers;
        if (hiddenLayer < 1 || hiddenLayer > layers.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(hiddenLayer), hiddenLayer, $"The twin has the hidden layers 1 to {layers.Length}.");
        }

        MatrixView<T> h = layers[hiddenLayer - 1];
        bool[,] gates = new bool[h.Columns, data.Count];
        for (int n = 0; n < data.Count; n++)
        {
            (int block, int row) = Math.DivRem(n, data.BlockSize);
            if (row == 0)
            {
                Enter(block, data.BlockSize);
                Forward(data);
            }

            for (int unit = 0; unit < h.Columns; unit++)
            {
                gates[unit, n] = h.Span[(row * h.Columns) + unit] > T.Zero;
            }
        }

        return gates;
    }

    /// <summary>Path strengths |w_in| |w_out| of the units of a layer.</summary>
    /// <param name="layer">Its name.</param>
    public double[] Strengths(string layer) => PathStrengths.Of(
        Weights.All,
        [.. Weights.All.Where(edge => edge.Target == layer).Select(edge => edge.Name)],
        [.. Weights.All.Where(edge => edge.Source == layer).Select(edge => edge.Name)]);

    /// <summary>Weights must be finite before anything is computed from them.</summary>
    /// <exception cref="ArgumentException">Names the weight.</exception>
    public void CheckWeights()
    {
        foreach (EdgeMatrix<T> edge in Weights.All)
        {
            DatasetChecks.FiniteWeights<T>(edge.Name, edge.Values, edge.Sources);
        }
    }

    /// <summary>Checks where the predictions of an output go.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="predictions">Datapoints x units.</param>
    /// <param name="units">Units of the output.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    protected static void CheckOutput(TData data, string parameter, Span<T> predictions, int units) =>
        DatasetChecks.Destination(parameter, predictions.Length, units, data.Count);

    /// <summary>Finds the activations of a block.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="block">Counted from 0.</param>
    /// <returns>Whether there is such a block.</returns>
    protected bool PredictBlock(TData data, int block)
    {
        if (block == data.Blocks)
        {
            return false;
        }

        Enter(block, data.BlockSize);
        Forward(data);
        return true;
    }

    /// <summary>Batch or statistics, whichever has less counted work where the user does not say.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="statistics">Multiplications and additions of an epoch by statistics.</param>
    /// <param name="reduced">The same where hidden layers are only as wide as what they touch.</param>
    /// <param name="gathering">Multiplications and additions to gather the statistics, once.</param>
    protected MethodChoice Cheaper(TData data, TrainingOptions options, long statistics, long reduced, long gathering) =>
        MethodChoice.Cheaper(options, BatchWork(data), options.Reductions == StateReductions.Never ? statistics : reduced, gathering);

    /// <summary>h_t = g_t sum over the sources s of t of g_ts W_ts h_s (Eq. 1), every module after its sources, over the block.</summary>
    protected abstract void Forward(TData data);

    /// <summary>e_t = y_t - yhat_t at every output that is on, over the block.</summary>
    protected abstract void FindResiduals(TData data);

    /// <summary>Eq. 3 by datapoints: the error is carried back over each edge, e_s += W_ts^T e_t, then its step is added, D_ts += c e_t h_s^T; c is 1, or the step size
    /// where D stands in the weights themselves (<see cref="MovesAtOnce"/>).</summary>
    protected abstract void Backward(TData data);

    /// <summary>Multiplications and additions of one epoch by batch, counted: they grow with the datapoints.</summary>
    protected abstract long BatchWork(TData data);

    /// <summary>Batch or statistics.</summary>
    protected abstract MethodChoice Choose(TData data, TrainingOptions options);

    /// <summary>Starts a training by statistics from the present weights; they are written back when it ends.</summary>
    protected virtual StatisticsTraining<T> ByStatistics(TData data, TrainingOptions options) => throw new NotSupportedException();

    /// <summary>The largest stable step of the Sum loss; NaN: not known.</summary>
    protected virtual double StableStepSize(TData data) => double.NaN;

    /// <summary>Forward over a block; returns the sum of the squares of what its outputs have still to learn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Compare(TData data, int block)
    {
        Enter(block, data.BlockSize);
        Forward(data);
        FindResiduals(data);
        return TakeSquares();
    }

    /// <summary>W_ts += eta D_ts; returns the loss before it. The one place where weights change.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Descend(TData data, double eta)
    {
        T stepSize = T.CreateTruncating(eta);
        if (data.Blocks == 1)
        {
            // All datapoints at once: every edge moves as soon as the error is carried back over it.
            double loss = Checked(Compare(data, 0) / 2);
            MovesAtOnce = true;
            ScaleSteps(stepSize);
            Backward(data);
            return loss;
        }

        double sum = SumSteps(data);
        for (int edge = 0; edge < Weights.All.Length; edge++)
        {
            BatchKernels.Move(Weights.All[edge].Values, stepSize, Steps.All[edge].Values);
        }

        return sum;
    }

    /// <summary>D_ts, summed over the blocks; returns the loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double SumSteps(TData data)
    {
        Steps.Clear();
        MovesAtOnce = false;
        ScaleSteps(T.One);
        double squares = 0;
        for (int block = 0; block < data.Blocks; block++)
        {
            squares += Compare(data, block);
            Backward(data);
        }

        return Checked(squares / 2);
    }

    /// <summary>A loss that is no number may come from weights that are none: then they are named.</summary>
    private double Checked(double loss)
    {
        if (!double.IsFinite(loss))
        {
            CheckWeights();
        }

        return loss;
    }
}
