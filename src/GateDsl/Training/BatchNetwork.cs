using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>
/// A network as it computes: forward and backward over the datapoints, a block at a time. Generated classes say what one block does. Used by
/// generated code.
/// </summary>
/// <typeparam name="T">Float or double.</typeparam>
/// <typeparam name="TData">The network's data sets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class BatchNetwork<T, TData> : BlockKernels<T>
    where T : struct, IFloatingPointIeee754<T>
    where TData : BatchData
{
    /// <param name="units">Units of every layer.</param>
    /// <param name="blockSize">Datapoints of a block.</param>
    protected BatchNetwork(LayerUnits units, int blockSize)
    {
        Units = units;
        Weights = new EdgeStore<T>(units);
        Steps = new EdgeStore<T>(units);
        ActivationBuffers = new BlockBuffers<T>(units, blockSize);
        ErrorBuffers = new BlockBuffers<T>(units, blockSize);
    }

    /// <summary>Units of every layer.</summary>
    protected LayerUnits Units { get; }

    /// <summary>Who computes with the network.</summary>
    private protected NetworkUse Use { get; } = new();

    /// <summary>W_ts, by edge.</summary>
    public EdgeStore<T> Weights { get; }

    /// <summary>D_ts, by edge: the direction of descent, minus the gradient.</summary>
    protected EdgeStore<T> Steps { get; }

    /// <summary>D_ts, as <see cref="SumSteps"/> and <see cref="AddSteps"/> leave them.</summary>
    internal EdgeMatrix<T>[] SummedSteps => Steps.All;

    /// <summary>Makes the activations of a block.</summary>
    protected BlockBuffers<T> ActivationBuffers { get; }

    /// <summary>Makes their errors.</summary>
    protected BlockBuffers<T> ErrorBuffers { get; }

    /// <summary>Every edge moves as soon as the error is carried back over it; else steps are summed up first.</summary>
    protected bool MovesAtOnce { get; private protected set; }

    /// <summary>The hidden layers of a twin, from the inputs on.</summary>
    protected virtual MatrixView<T>[] HiddenLayers => [];

    /// <summary>The loss at the present weights; nothing is changed.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="scale">Sum: the losses of all datapoints and outputs (Eq. 2); Mean: that divided by the number of datapoints.</param>
    public double Loss(TData data, LossScale scale)
    {
        ArgumentNullException.ThrowIfNull(data);
        using NetworkUse.Lease use = Use.Enter();
        return Checked(SumLoss(data)) * Scales.Factor(scale, data.Count);
    }

    /// <summary>The gradient of the loss at the present weights; the network is not changed.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="gradients">Filled with dL/dW for every edge.</param>
    /// <param name="scale">The scale of the loss.</param>
    public void Gradient(TData data, EdgeStore<T>? gradients, LossScale scale)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(gradients);
        using NetworkUse.Lease use = Use.Enter();
        double factor = Scales.Factor(scale, data.Count);
        if (Use.IsWithin)
        {
            KeepSteps(Find);
        }
        else
        {
            Find();
        }

        void Find()
        {
            Checked(SumSteps(data));
            for (int edge = 0; edge < gradients.All.Length; edge++)
            {
                BatchKernels.Scale<T>(Steps.All[edge].Values, -factor, gradients.All[edge].Values);
            }
        }
    }

    /// <summary>
    /// Does something that overwrites the steps, and puts back what stood there: between two updates a training may keep its velocities in them.
    /// </summary>
    private protected void KeepSteps(Action other)
    {
        T[][] kept = [.. Steps.All.Select(edge => (T[])edge.Values.Clone())];
        try
        {
            other();
        }
        finally
        {
            for (int edge = 0; edge < kept.Length; edge++)
            {
                kept[edge].CopyTo(Steps.All[edge].Values, 0);
            }
        }
    }

    /// <summary>Weights must be finite before anything is computed from them.</summary>
    /// <exception cref="ArgumentException">Names the weight.</exception>
    /// <exception cref="InvalidOperationException">Another thread computes with the network: they may be moving.</exception>
    public void CheckWeights()
    {
        using NetworkUse.Lease use = Use.Enter();
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
    protected static void CheckOutput(TData data, string parameter, Span<T> predictions, int units)
    {
        ArgumentNullException.ThrowIfNull(data);
        DatasetChecks.Destination(parameter, predictions.Length, units, data.Count);
    }

    /// <summary>Finds the activations of a block.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="block">Counted from 0.</param>
    /// <returns>Whether there is such a block.</returns>
    protected bool PredictBlock(TData data, int block)
    {
        // One computation from the first block until there is none left.
        if (block == 0)
        {
            Use.Enter();
        }

        if (block == data.Blocks)
        {
            Use.Leave();
            return false;
        }

        try
        {
            Enter(block, data.BlockSize);
            Forward(data);
        }
        catch
        {
            Use.Leave();
            throw;
        }

        return true;
    }

    /// <summary>h_t = g_t sum over the sources s of t of g_ts W_ts h_s (Eq. 1), every module after its sources, over the block.</summary>
    protected abstract void Forward(TData data);

    /// <summary>e_t = y_t - yhat_t at every output that is on, over the block.</summary>
    protected abstract void FindResiduals(TData data);

    /// <summary>Eq. 3 by datapoints: the error is carried back over each edge, e_s += W_ts^T e_t, then its step is added, d_ts += c e_t h_s^T; d are
    /// the weights themselves and c the step size (<see cref="MovesAtOnce"/>), or d is a sum and c is 1 or the scale of the loss.</summary>
    protected abstract void Backward(TData data);

    /// <summary>Forward over a block; returns twice the loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected double Compare(TData data, int block)
    {
        Enter(block, data.BlockSize);
        Forward(data);
        FindResiduals(data);
        return TwiceLoss();
    }

    /// <summary>D_ts, summed over the blocks; returns the loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double SumSteps(TData data)
    {
        Steps.Clear();
        return AddSteps(data, T.One);
    }

    /// <summary>D_ts += scale times the steps of all blocks; returns the loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double AddSteps(TData data, T scale)
    {
        MovesAtOnce = false;
        SetScale(scale);
        double squares = 0;
        for (int block = 0; block < data.Blocks; block++)
        {
            squares += Compare(data, block);
            Backward(data);
        }

        return squares / 2;
    }

    /// <summary>The loss at the present weights on the Sum scale, whatever they are.</summary>
    internal double SumLoss(TData data)
    {
        double squares = 0;
        for (int block = 0; block < data.Blocks; block++)
        {
            squares += Compare(data, block);
        }

        return squares / 2;
    }

    /// <summary>W_ts += eta D_ts over the one block that was compared last, each edge as soon as the error is carried back over it.</summary>
    private protected void MoveAtOnce(TData data, T eta)
    {
        MovesAtOnce = true;
        SetScale(eta);
        Backward(data);
    }

    /// <summary>A loss that is no number may come from weights that are none: then they are named.</summary>
    private protected double Checked(double loss)
    {
        if (!double.IsFinite(loss))
        {
            CheckWeights();
        }

        return loss;
    }
}
