using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.Generated;

/// <summary>
/// What an output module has still to learn where all its effective inputs are one-hot, from its maps M. Datapoints that nothing tells apart
/// count as one, d, with their number c_d and their mean target y_d, and exactly
/// <para>r_d = y_d - sum over inputs p that are on of column x_p of M_p</para>
/// <para>E(p) = sum over d of c_d r_d x_p^T: c_d r_d is added to the column that x_p names</para>
/// <para>L = 1/2 sum over d of c_d |r_d|^2 + 1/2 sum over all datapoints of |y - y_d|^2.</para>
/// Nothing is multiplied by zero. Where there are very many different datapoints a factor of their correlations takes over, whose size does not
/// grow with them. Used by generated code.
/// </summary>
/// <remarks>Maps and errors stand turned, features x <see cref="Stride"/>: a row for every feature of every input, one input below the other.</remarks>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DatapointResidual<T>
    where T : unmanaged, INumber<T>
{
    private readonly int _units;
    private readonly int _features;
    private readonly double _least;

    // Datapoint d: features _rows[_starts[d]] .. _rows[_starts[d + 1] - 1], each as where its row starts.
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly T[] _counts;
    private readonly T[] _targets;
    private readonly TurnedFactor<T>? _factor;

    private DatapointResidual(MergedDatapoints merged, TurnedFactor<T>? factor)
    {
        _units = merged.Units;
        _features = merged.Features;
        _least = merged.Least;
        _factor = factor;
        Stride = Packing.Stride<T>(_units);
        int datapoints = factor is null ? merged.Rows.Length : 0;
        _starts = new int[datapoints + 1];
        _counts = new T[datapoints];
        _targets = new T[datapoints * Stride];
        List<int> rows = [];
        for (int d = 0; d < datapoints; d++)
        {
            rows.AddRange(merged.Rows[d].Select(feature => feature * Stride));
            _starts[d + 1] = rows.Count;
            _counts[d] = T.CreateTruncating(merged.Counts[d]);
            for (int i = 0; i < _units; i++)
            {
                _targets[(d * Stride) + i] = T.CreateTruncating(merged.Means[d][i]);
            }
        }

        _rows = [.. rows];
    }

    /// <summary>How far apart rows start.</summary>
    public int Stride { get; }

    /// <summary>Entries of the work space.</summary>
    public int WorkSpace => _factor?.WorkSpace ?? Stride;

    /// <summary>E(p) of every map, and the loss at the output module.</summary>
    /// <param name="maps">M^T, features x stride.</param>
    /// <param name="errors">Receives E^T, features x stride.</param>
    /// <param name="r">Work space of <see cref="WorkSpace"/> entries.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Errors(ReadOnlySpan<T> maps, Span<T> errors, Span<T> r)
    {
        if (_factor is not null)
        {
            return _factor.Errors(maps, errors, r, Stride);
        }

        errors[..(_features * Stride)].Clear();
        Span<T> residual = r[..Stride];
        double squares = 0;
        for (int d = 0; d < _counts.Length; d++)
        {
            ReadOnlySpan<int> rows = _rows.AsSpan(_starts[d].._starts[d + 1]);
            _targets.AsSpan(d * Stride, Stride).CopyTo(residual);
            foreach (int row in rows)
            {
                RowArithmetic.Subtract(maps.Slice(row, Stride), residual);
            }

            T count = _counts[d];
            squares += double.CreateTruncating(count * RowArithmetic.Square(residual));
            if (count != T.One)
            {
                RowArithmetic.Scale(residual, count);
            }

            foreach (int row in rows)
            {
                RowArithmetic.Add(residual, errors.Slice(row, Stride));
            }
        }

        return _least + (squares / 2);
    }

    internal static DatapointResidual<T> Of(MergedDatapoints merged) => new(merged, null);

    internal static DatapointResidual<T> Of(MergedDatapoints merged, ResidualFactor<T> factor, int[] widths) => new(merged, new TurnedFactor<T>(factor, widths));
}
