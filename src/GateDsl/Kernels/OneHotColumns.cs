using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>
/// The columns of the weights of edges from one-hot inputs, as rows: an index names one of them. Where there are fewer datapoints than columns they
/// are not copied but gathered one number at a time.
/// </summary>
internal readonly ref struct OneHotColumns<T> : IDisposable
    where T : struct, INumber<T>
{
    private readonly Scratch<T> _columns;
    private readonly bool _isCopied;
    private readonly int _targets;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public OneHotColumns(ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges, int targets, int datapoints)
    {
        int sources = 0;
        foreach (ref readonly (MatrixView<T> Weights, int[] Index) edge in edges)
        {
            sources += edge.Weights.Columns;
        }

        _targets = targets;
        _isCopied = datapoints >= sources;
        if (!_isCopied)
        {
            return;
        }

        _columns = new Scratch<T>(targets * sources);
        int first = 0;
        foreach (ref readonly (MatrixView<T> Weights, int[] Index) edge in edges)
        {
            MatrixPacking.Transpose<T>(edge.Weights.Span, edge.Weights.Columns, _columns.Span[(first * targets)..], targets, targets, edge.Weights.Columns);
            first += edge.Weights.Columns;
        }
    }

    /// <summary>z = the sum over all edges.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges, int n, Span<T> z)
    {
        if (_isCopied && edges.Length > 1)
        {
            RowArithmetic.Sum(Column(edges[0].Index, 0, n), Column(edges[1].Index, edges[0].Weights.Columns, n), z);
            Add(edges, 2, n, z);
            return;
        }

        z.Clear();
        Add(edges, 0, n, z);
    }

    /// <summary>z += the sum over the edges from the given one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges, int from, int n, Span<T> z)
    {
        int first = 0;
        for (int k = 0; k < edges.Length; k++)
        {
            ref readonly (MatrixView<T> Weights, int[] Index) edge = ref edges[k];
            if (k < from)
            {
                first += edge.Weights.Columns;
                continue;
            }

            if (_isCopied)
            {
                RowArithmetic.Add(Column(edge.Index, first, n), z);
            }
            else
            {
                ReadOnlySpan<T> weights = edge.Weights.Span;
                int sources = edge.Weights.Columns;
                int column = edge.Index[n];
                for (int i = 0; i < z.Length; i++)
                {
                    z[i] += weights[(i * sources) + column];
                }
            }

            first += edge.Weights.Columns;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (_isCopied)
        {
            _columns.Dispose();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<T> Column(int[] index, int first, int n) => _columns.Span.Slice((first + index[n]) * _targets, _targets);
}
