using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>
/// What a network calls by batch, on one block of datapoints after the other: w are weights, h activations (z while they are summed up), e errors
/// (b those of a source), d where steps are added, times c, x inputs and y targets of all datapoints; each call works on the datapoints of the
/// block at which a gate is on. Base of generated classes.
/// </summary>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class BlockKernels<T>
    where T : struct, INumber<T>
{
    /// <summary>How methods of an epoch are compiled: in full at the first call, not when the runtime has found out that they matter.</summary>
    protected const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;

    private int _block;
    private int _first;
    private T _scale;
    private double _twiceLoss;

    /// <summary>z_n = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Clear(in MatrixView<T> z, RowSet on) => BatchKernels.Clear(z.Span, on.Block(_block), z.Columns);

    /// <summary>z_n += W h_n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddProduct(in MatrixView<T> w, in MatrixView<T> h, in MatrixView<T> z, RowSet on) =>
        BatchKernels.AddProduct<T>(w.Span, h.Span, z.Span, on.Block(_block), w.Rows, w.Columns);

    /// <summary>z_n += W x_n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddProduct(in MatrixView<T> w, T[] x, in MatrixView<T> z, RowSet on) =>
        BatchKernels.AddProduct<T>(w.Span, x.AsSpan(_first * w.Columns), z.Span, on.Block(_block), w.Rows, w.Columns);

    /// <summary>z_n = sum over edges of W x_n where every x_n is one-hot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void SetColumns(ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges, in MatrixView<T> z, RowSet on) =>
        BatchKernels.SetColumns(z.Span, on.Block(_block), z.Columns, _first, edges);

    /// <summary>h_n = max(z_n, 0) with z_n = sum over edges of W x_n where every x_n is one-hot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void SetRectifiedColumns(ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges, in MatrixView<T> z, RowSet on) =>
        BatchKernels.SetRectifiedColumns(z.Span, on.Block(_block), z.Columns, _first, edges);

    /// <summary>z_n += sum over edges of W x_n where every x_n is one-hot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddColumns(ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges, in MatrixView<T> z, RowSet on) =>
        BatchKernels.AddColumns(z.Span, on.Block(_block), z.Columns, _first, edges);

    /// <summary>h_n = max(z_n, 0), in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Rectify(in MatrixView<T> z, RowSet on) => BatchKernels.Rectify(z.Span, on.Block(_block), z.Columns);

    /// <summary>h_n = slope z_n where z_n is not above 0, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Leak(in MatrixView<T> z, RowSet on, double slope) =>
        BatchKernels.Leak(z.Span, z.Span, on.Block(_block), z.Columns, T.CreateTruncating(slope));

    /// <summary>e_n = slope e_n at the units that are off, those with h_n not above 0: the derivative of a unit that leaks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void LeakErrors(in MatrixView<T> h, in MatrixView<T> e, RowSet on, double slope) =>
        BatchKernels.Leak(h.Span, e.Span, on.Block(_block), h.Columns, T.CreateTruncating(slope));

    /// <summary>z_n = g_n z_n: a gate that is a number, or what it lets through of an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Multiply(in MatrixView<T> z, T[] g, RowSet on) =>
        BatchKernels.Multiply(z.Span, on.Block(_block), z.Columns, g.AsSpan(_first));

    /// <summary>e_n = slope e_n at the units that are off, of self-gated units that a number multiplied: where h_n has not the sign of g_n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void LeakGatedErrors(in MatrixView<T> h, in MatrixView<T> e, T[] g, RowSet on, double slope) =>
        BatchKernels.LeakGated(h.Span, e.Span, on.Block(_block), h.Columns, g.AsSpan(_first), T.CreateTruncating(slope));

    /// <summary>e_n = y_n - h_n, the direction in which the loss falls; its squares are added to the loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddResiduals(T[] y, in MatrixView<T> h, in MatrixView<T> e, RowSet on) =>
        _twiceLoss += SquaredKernel.Errors<T>(y.AsSpan(_first * h.Columns), h.Span, e.Span, on.Block(_block), h.Columns);

    /// <summary>e_n = onehot(c_n) - softmax(h_n); the loss is log(sum of exp(h_n)) - h_n at the label c_n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddCrossEntropy(int[] labels, in MatrixView<T> h, in MatrixView<T> e, RowSet on) =>
        _twiceLoss += 2 * CrossEntropyKernel.Errors<T>(labels.AsSpan(_first), h.Span, e.Span, on.Block(_block), h.Columns);

    /// <summary>e_n = y_n - 1 / (1 + exp(-h_n)); the loss is log(1 + exp(h_n)) - y_n h_n for every unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddLogistic(T[] y, in MatrixView<T> h, in MatrixView<T> e, RowSet on) =>
        _twiceLoss += 2 * LogisticKernel.Errors<T>(y.AsSpan(_first * h.Columns), h.Span, e.Span, on.Block(_block), h.Columns);

    /// <summary>e_n = 0 at the units that are off, those with h_n = 0: the derivative of a rectified unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void CloseUnits(in MatrixView<T> h, in MatrixView<T> e, RowSet on) => BatchKernels.CloseUnits(h.Span, e.Span, on.Block(_block), h.Columns);

    /// <summary>e_s = W^T e_t at every datapoint, into b: the error, carried back over the first edge out of a module.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void SetTransposedProduct(in MatrixView<T> w, in MatrixView<T> e, in MatrixView<T> b, RowSet on) =>
        BatchKernels.SetTransposedProduct<T>(w.Span, e.Span, b.Span, on.Block(_block), w.Rows, w.Columns);

    /// <summary>e_s += W^T e_t at every datapoint, into b: the error, carried back over an edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddTransposedProduct(in MatrixView<T> w, in MatrixView<T> e, in MatrixView<T> b, RowSet on) =>
        BatchKernels.AddTransposedProduct<T>(w.Span, e.Span, b.Span, on.Block(_block), w.Rows, w.Columns);

    /// <summary>d += c sum_n e_n h_n^T.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddOuterProducts(in MatrixView<T> e, in MatrixView<T> h, in MatrixView<T> d, RowSet on) =>
        BatchKernels.AddOuterProducts<T>(e.Span, h.Span, d.Span, on.Block(_block), d.Rows, d.Columns, _scale);

    /// <summary>d += c sum_n e_n x_n^T.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddOuterProducts(in MatrixView<T> e, T[] x, in MatrixView<T> d, RowSet on) =>
        BatchKernels.AddOuterProducts<T>(e.Span, x.AsSpan(_first * d.Columns), d.Span, on.Block(_block), d.Rows, d.Columns, _scale);

    /// <summary>d += c sum_n e_n x_n^T for every edge, where x_n is one-hot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddToColumns(ReadOnlySpan<(MatrixView<T> Steps, int[] Index)> edges, in MatrixView<T> e, RowSet on) =>
        BatchKernels.AddToColumns(e.Span, on.Block(_block), e.Columns, _scale, _first, edges);

    /// <summary>The same behind <see cref="CloseUnits"/>, in one go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void CloseUnitsAndAddToColumns(
        ReadOnlySpan<(MatrixView<T> Steps, int[] Index)> edges, in MatrixView<T> h, in MatrixView<T> e, RowSet on) =>
        BatchKernels.CloseUnitsAndAddToColumns(h.Span, e.Span, on.Block(_block), e.Columns, _scale, _first, edges);

    /// <summary>The rows of h, to where predictions of all datapoints go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void CopyRows(in MatrixView<T> h, RowSet on, Span<T> predictions) =>
        BatchKernels.CopyRows<T>(h.Span, predictions[(_first * h.Columns)..], on.Block(_block), h.Columns);

    /// <summary>Goes to a block.</summary>
    internal void Enter(int block, int blockSize)
    {
        _block = block;
        _first = block * blockSize;
        _twiceLoss = 0;
    }

    /// <summary>Twice the loss since the block was entered: squares are summed up whole.</summary>
    internal double TwiceLoss() => _twiceLoss;

    /// <summary>c, what steps are multiplied with where they are added: eta where that is to the weights, else 1 or the scale of the loss.</summary>
    internal void SetScale(T scale) => _scale = scale;
}
