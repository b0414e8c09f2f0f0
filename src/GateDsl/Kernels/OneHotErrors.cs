using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>
/// Errors added up by the indices of one-hot inputs, sum_n e_n x_n^T for every edge, transposed: e_n is added to the row that the index names, and
/// the sums are added to the weights at the end. Where there are fewer datapoints than indices, errors go to the weights at once.
/// </summary>
internal readonly ref struct OneHotErrors<T> : IDisposable
    where T : struct, INumber<T>
{
    private readonly Scratch<T> _sums;
    private readonly bool _isSummed;
    private readonly int _targets;
    private readonly T _factor;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public OneHotErrors(ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges, int targets, int datapoints, T factor)
    {
        int sources = 0;
        foreach (ref readonly (MatrixView<T> Weights, int[] Index) edge in edges)
        {
            sources += edge.Weights.Columns;
        }

        _targets = targets;
        _factor = factor;
        _isSummed = datapoints >= sources;
        if (!_isSummed)
        {
            return;
        }

        _sums = new Scratch<T>(targets * sources);
        _sums.Span.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges, int n, ReadOnlySpan<T> error)
    {
        int first = 0;
        foreach (ref readonly (MatrixView<T> Weights, int[] Index) edge in edges)
        {
            int column = edge.Index[n];
            if (_isSummed)
            {
                RowArithmetic.Add(error, _sums.Span.Slice((first + column) * _targets, _targets));
            }
            else
            {
                Span<T> weights = edge.Weights.Span;
                int sources = edge.Weights.Columns;
                for (int i = 0; i < error.Length; i++)
                {
                    weights[(i * sources) + column] += _factor * error[i];
                }
            }

            first += edge.Weights.Columns;
        }
    }

    /// <summary>D += factor S^T.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Finish(ReadOnlySpan<(MatrixView<T> Weights, int[] Index)> edges)
    {
        if (!_isSummed)
        {
            return;
        }

        int first = 0;
        foreach (ref readonly (MatrixView<T> Weights, int[] Index) edge in edges)
        {
            TransposeTile.Add<T>(_sums.Span[(first * _targets)..], _targets, edge.Weights.Span, edge.Weights.Columns, edge.Weights.Columns, _targets, _factor);
            first += edge.Weights.Columns;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (_isSummed)
        {
            _sums.Dispose();
        }
    }
}
