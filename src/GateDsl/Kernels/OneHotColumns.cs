using System.Numerics;

namespace GateDsl;

/// <summary>
/// The columns of the weights of edges from one-hot inputs, as rows: an index names one of them. Where there are fewer datapoints than columns they
/// are not copied but gathered one number at a time.
/// </summary>
internal readonly ref struct OneHotColumns<T> : IDisposable
    where T : unmanaged, INumber<T>
{
    private readonly Scratch<T> _columns;
    private readonly bool _isCopied;
    private readonly int _targets;

    public OneHotColumns(ReadOnlySpan<OneHotEdge<T>> edges, int targets, int datapoints)
    {
        int sources = 0;
        foreach (OneHotEdge<T> edge in edges)
        {
            sources += edge.Sources;
        }

        _targets = targets;
        _isCopied = datapoints >= sources;
        if (!_isCopied)
        {
            return;
        }

        _columns = new Scratch<T>(targets * sources);
        int first = 0;
        foreach (OneHotEdge<T> edge in edges)
        {
            MatrixPacking.Transpose<T>(edge.Weights, edge.Sources, _columns.Span[(first * targets)..], targets, targets, edge.Sources);
            first += edge.Sources;
        }
    }

    /// <summary>z = the sum over all edges.</summary>
    public void Set(ReadOnlySpan<OneHotEdge<T>> edges, int n, Span<T> z)
    {
        if (_isCopied && edges.Length > 1)
        {
            RowArithmetic.Sum(Column(edges[0], 0, n), Column(edges[1], edges[0].Sources, n), z);
            Add(edges, 2, n, z);
            return;
        }

        z.Clear();
        Add(edges, 0, n, z);
    }

    /// <summary>z += the sum over the edges from the given one on.</summary>
    public void Add(ReadOnlySpan<OneHotEdge<T>> edges, int from, int n, Span<T> z)
    {
        int first = 0;
        for (int k = 0; k < edges.Length; k++)
        {
            OneHotEdge<T> edge = edges[k];
            if (k < from)
            {
                first += edge.Sources;
                continue;
            }

            if (_isCopied)
            {
                RowArithmetic.Add(Column(edge, first, n), z);
            }
            else
            {
                int column = edge.Index[edge.First + n];
                for (int i = 0; i < z.Length; i++)
                {
                    z[i] += edge.Weights[(i * edge.Sources) + column];
                }
            }

            first += edge.Sources;
        }
    }

    public void Dispose()
    {
        if (_isCopied)
        {
            _columns.Dispose();
        }
    }

    private ReadOnlySpan<T> Column(OneHotEdge<T> edge, int first, int n) => _columns.Span.Slice((first + edge.Index[edge.First + n]) * _targets, _targets);
}
