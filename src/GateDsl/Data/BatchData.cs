using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>The datapoints of a network, taken a block at a time. Base of generated data sets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class BatchData
{
    private readonly Lock _gathering = new();
    private readonly List<RowSet> _gates = [];

    /// <param name="count">Datapoints.</param>
    /// <param name="blockSize">Datapoints that a step takes at a time.</param>
    protected BatchData(int count, int blockSize)
    {
        Count = count;
        BlockSize = blockSize;
    }

    /// <summary>Number of datapoints N.</summary>
    public int Count { get; private set; }

    internal int BlockSize { get; }

    /// <summary>Sums that were gathered before and stand for datapoints that are not here; null: the datapoints are here.</summary>
    internal StatisticSums? Sums { get; set; }

    /// <summary>Blocks that the datapoints fill.</summary>
    internal int Blocks => RowSet.BlocksOf(Count, BlockSize);

    /// <summary>Loss of a network that predicts 0 everywhere, on the Sum scale.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public double ZeroLoss { get; private set; }

    /// <summary>Where every gate is on, in the order in which they were evaluated.</summary>
    internal IReadOnlyList<RowSet> Gates => _gates;

    /// <summary>Adds 1/2 |y|^2 of an output to <see cref="ZeroLoss"/>.</summary>
    /// <param name="y">Its targets, datapoints x units.</param>
    /// <param name="on">Where it is on.</param>
    /// <param name="units">Its units.</param>
    protected void AddZeroLoss<T>(T[] y, RowSet on, int units)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(on);
        ZeroLoss += on.HalfSquares<T>(y, units);
    }

    /// <summary>Adds what an output loses that predicts 0, where its targets do not matter to that.</summary>
    /// <param name="loss">What it is trained by; not the squared error.</param>
    /// <param name="on">Where it is on.</param>
    /// <param name="units">Its units.</param>
    protected void AddZeroLoss(OutputLoss loss, RowSet on, int units)
    {
        ArgumentNullException.ThrowIfNull(on);
        ZeroLoss += on.Count * LossRule.Of(loss).AtZero(units);
    }

    /// <summary>A data set of as many datapoints as a batch has, whatever their values: it is filled with every batch.</summary>
    /// <param name="at">Makes its arrays.</param>
    protected virtual BatchData Window(BatchWindow at) => throw new NotSupportedException("This data set has no batches.");

    /// <summary>A data set that is filled with one batch of this one after the other.</summary>
    internal BatchWindow Batches(int batchSize)
    {
        BatchWindow window = new(Count, batchSize);
        window.Show(this, Window(window));
        return window;
    }

    /// <summary>Takes the gate's datapoints into account where batches are drawn from these.</summary>
    internal void Add(RowSet gate) => _gates.Add(gate);

    /// <summary>How many of the datapoints that there is room for the present batch has.</summary>
    internal void Resize(int count) => Count = count;

    /// <summary>What is made of the data when first asked for.</summary>
    protected T Once<T>(ref T? made, Func<T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        lock (_gathering)
        {
            return made ??= make();
        }
    }
}
