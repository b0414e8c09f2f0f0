using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GateDsl.CompilerServices;

/// <summary>
/// What an output module has still to learn where all its effective inputs are one-hot, from its maps F. Datapoints that nothing tells apart
/// count as one, u, with their number m_u and their mean target y_u, and exactly
/// <para>r_u = y_u - sum over maps p that are on of column x_p of F_p</para>
/// <para>E(p) = sum over u of m_u r_u x_p^T: m_u r_u is added to the column that x_p names</para>
/// <para>L = 1/2 sum over u of m_u |r_u|^2 + 1/2 sum over all datapoints of |y - y_u|^2.</para>
/// Nothing is multiplied by zero. Where there are very many different datapoints a factor of their correlations takes over, whose size does not
/// grow with them. Used by generated code.
/// </summary>
/// <remarks>Maps and errors stand transposed, features x <see cref="Stride"/>: a row for every feature of every input, one input below the other.</remarks>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class DatapointResidual<T>
    where T : struct, INumber<T>
{
    private readonly int _units;
    private readonly int _features;
    private readonly double _least;

    // Datapoint u: features _rows[_starts[u]] .. _rows[_starts[u + 1] - 1], each as where its row starts.
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly T[] _counts;
    private readonly T[] _targets;
    private readonly TransposedFactor<T>? _factor;

    private DatapointResidual(MergedDatapoints merged, TransposedFactor<T>? factor)
    {
        _units = merged.Units;
        _features = merged.Features;
        _least = merged.Least;
        _factor = factor;
        Stride = MatrixPacking.Stride<T>(_units);
        int datapoints = factor is null ? merged.Rows.Length : 0;
        _starts = new int[datapoints + 1];
        _counts = new T[datapoints];
        _targets = new T[datapoints * Stride];
        List<int> rows = [];
        for (int u = 0; u < datapoints; u++)
        {
            rows.AddRange(merged.Rows[u].Select(feature => feature * Stride));
            _starts[u + 1] = rows.Count;
            _counts[u] = T.CreateTruncating(merged.Counts[u]);
            for (int i = 0; i < _units; i++)
            {
                _targets[(u * Stride) + i] = T.CreateTruncating(merged.Means[u][i]);
            }
        }

        _rows = [.. rows];
    }

    /// <summary>How far apart rows start.</summary>
    public int Stride { get; }

    /// <summary>Entries of the work space.</summary>
    public int WorkSpace => _factor?.WorkSpace ?? 0;

    /// <summary>E(p) of every map, and the loss at the output module.</summary>
    /// <param name="maps">F.</param>
    /// <param name="errors">Receives E.</param>
    /// <param name="r">Work space of <see cref="WorkSpace"/> entries.</param>
    public double FindErrors(in MatrixView<T> maps, in MatrixView<T> errors, T[] r) => FindErrors(maps.Span, errors.Span, r);

    /// <summary>E(p) of every map, and the loss at the output module.</summary>
    /// <param name="maps">F^T, features x stride.</param>
    /// <param name="errors">Receives E^T, features x stride.</param>
    /// <param name="r">Work space of <see cref="WorkSpace"/> entries.</param>
    public double FindErrors(ReadOnlySpan<T> maps, Span<T> errors, Span<T> r)
    {
        if (_factor is not null)
        {
            return _factor.FindErrors(maps, errors, r, Stride);
        }

        bool isWide = Vector512.IsHardwareAccelerated && Stride % (64 / Unsafe.SizeOf<T>()) == 0;
        if (!Registers.Hold<T>() || (!isWide && !Vector256.IsHardwareAccelerated))
        {
            return ErrorsIn<Lanes1<T>, T>(maps, errors);
        }

        if ((object)this is DatapointResidual<float> singles)
        {
            ReadOnlySpan<float> from = MemoryMarshal.Cast<T, float>(maps);
            Span<float> to = MemoryMarshal.Cast<T, float>(errors);
            return isWide ? singles.ErrorsIn<Floats512, Vector512<float>>(from, to) : singles.ErrorsIn<Floats256, Vector256<float>>(from, to);
        }

        DatapointResidual<double> doubles = (DatapointResidual<double>)(object)this;
        ReadOnlySpan<double> source = MemoryMarshal.Cast<T, double>(maps);
        Span<double> target = MemoryMarshal.Cast<T, double>(errors);
        return isWide ? doubles.ErrorsIn<Doubles512, Vector512<double>>(source, target) : doubles.ErrorsIn<Doubles256, Vector256<double>>(source, target);
    }

    /// <summary>Datapoint by datapoint, a register of units at a time: its residual, then what that adds to the errors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private double ErrorsIn<TLanes, TVector>(ReadOnlySpan<T> maps, Span<T> errors)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
    {
        Extent.Check(maps.Length, _features, Stride, Stride, nameof(maps));
        Extent.Check(errors.Length, _features, Stride, Stride, nameof(errors));
        errors[..(_features * Stride)].Clear();
        ref T f = ref MemoryMarshal.GetReference(maps);
        ref T e = ref MemoryMarshal.GetReference(errors);
        TVector minus = TLanes.Broadcast(-T.One);
        double squares = 0;
        for (int u = 0; u < _counts.Length; u++)
        {
            ReadOnlySpan<int> rows = _rows.AsSpan(_starts[u].._starts[u + 1]);
            ref T target = ref _targets[u * Stride];
            TVector count = TLanes.Broadcast(_counts[u]);
            TVector sum = default;
            for (int i = 0; i < Stride; i += TLanes.Count)
            {
                TVector residual = TLanes.Load(in Unsafe.Add(ref target, i));
                foreach (int row in rows)
                {
                    residual = TLanes.MultiplyAdd(minus, TLanes.Load(in Unsafe.Add(ref f, row + i)), residual);
                }

                sum = TLanes.MultiplyAdd(residual, residual, sum);
                foreach (int row in rows)
                {
                    ref T error = ref Unsafe.Add(ref e, row + i);
                    TLanes.Store(TLanes.MultiplyAdd(count, residual, TLanes.Load(in error)), ref error);
                }
            }

            squares += double.CreateTruncating(_counts[u] * TLanes.Sum(sum));
        }

        return _least + (squares / 2);
    }

    internal static DatapointResidual<T> Of(MergedDatapoints merged) =>
        new(merged, merged.IsSmall ? null : new TransposedFactor<T>(ResidualFactor<T>.Of(OutputSums.Of(merged)), merged.Widths));
}
