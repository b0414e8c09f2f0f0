using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>
/// Moves weights between a network and the smaller one that trains in its place, Q_target^T W Q_source and back. Used by generated code.
/// </summary>
/// <remarks>One file of more than 300 lines: the way into the bases and the way back mirror each other step by step, and are read side by side.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class ReducedWeights
{
    /// <summary>Units whose weights are moved at a time: few enough for the first-level cache.</summary>
    private const int UnitsAtATime = 96;

    /// <summary>The bases of the modules that are wider than what they touch, by name; others stay as they are.</summary>
    /// <param name="network">The weights of the network, whose layout is target x source.</param>
    /// <param name="reduced">The weights of the smaller network, in the same order.</param>
    /// <param name="inputs">Bases of inputs.</param>
    internal static Dictionary<string, LayerBasis> Bases<T, TReduced>(
        EdgeMatrix<T>[] network, EdgeMatrix<TReduced>[] reduced, IReadOnlyDictionary<string, LayerBasis> inputs)
        where T : struct, INumber<T>
    {
        Dictionary<string, LayerBasis> bases = new(inputs, StringComparer.Ordinal);
        for (int edge = 0; edge < network.Length; edge++)
        {
            // A module may have edges on one side only.
            Consider(network[edge].Target, network[edge].Targets, reduced[edge].Targets);
            Consider(network[edge].Source, network[edge].Sources, reduced[edge].Sources);
        }

        return bases;

        void Consider(string module, int units, int width)
        {
            if (width < units && !bases.ContainsKey(module))
            {
                bases.Add(module, LayerBasis.OfSpan(Touched(network, module, units, width), units, width));
            }
        }
    }

    /// <summary>The weights of the smaller network, not packed.</summary>
    /// <param name="network">The weights of the network.</param>
    /// <param name="units">Units of the smaller network.</param>
    public static EdgeMatrix<double>[] Reduce<T>(EdgeMatrix<T>[] network, LayerUnits units)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        StatisticsBuffers<double> buffers = new(units, hasFeatureRows: false);
        foreach (EdgeMatrix<T> edge in network)
        {
            buffers.Edge(edge.Name, edge.Source, edge.Target);
        }

        EdgeMatrix<double>[] packed = buffers.Edges;
        Enter(network, packed, Bases(network, packed, new Dictionary<string, LayerBasis>()));
        EdgeMatrix<double>[] reduced = buffers.Unpacked;
        Copy(packed, reduced);
        return reduced;
    }

    /// <summary>The weights of the smaller network, packed; units that it has more than the network start at 0.</summary>
    internal static void Enter<T, TReduced>(EdgeMatrix<T>[] network, EdgeMatrix<TReduced>[] reduced, IReadOnlyDictionary<string, LayerBasis> bases)
        where T : struct, INumber<T>
        where TReduced : struct, INumber<TReduced>
    {
        Dictionary<string, int> touched = new(StringComparer.Ordinal);
        for (int edge = 0; edge < network.Length; edge++)
        {
            EdgeMatrix<T> from = network[edge];
            EdgeMatrix<TReduced> to = reduced[edge];
            int intoTarget = Next(touched, from.Target, from.Sources);
            int outOfSource = Next(touched, from.Source, from.Targets);
            (LayerBasis? target, LayerBasis? source) = (Changed(bases, from.Target), Changed(bases, from.Source));
            if (target is null && source is null)
            {
                Pack(from.Values, from.Sources, from.Targets, from.Sources, to);
                continue;
            }

            if (target is null && source!.Coordinates is { } outgoing)
            {
                // The weights are columns of Z, and W Q those of R, transposed.
                PackTransposed(outgoing, source.Stride, outOfSource, from.Targets, source.Reduced, to);
                continue;
            }

            (double[] w, int stride, int rows, int columns) = target is null
                ? Packed(from.Values, from.Sources, from.Targets, from.Sources)
                : Lowered(from, target, intoTarget);
            if (source is not null)
            {
                (w, stride, columns) = (source.Right(w, stride, rows), source.Stride, source.Reduced);
            }

            Pack(w, stride, rows, columns, to);
        }
    }

    /// <summary>
    /// Moves the weights of the network as those of the smaller one have moved, W = W0 + Q_target dW Q_source^T: what has not moved stays as it is,
    /// to the bit, and it makes no difference how often this is asked for on the way. Who follows a training asks after every epoch, so what runs
    /// over all units is compiled in full at once.
    /// </summary>
    /// <param name="reduced">The weights of the smaller network.</param>
    /// <param name="before">What they were at the start.</param>
    /// <param name="start">The weights of the network at the start; null: they are where they were.</param>
    /// <param name="network">The weights of the network.</param>
    /// <param name="bases">The bases.</param>
    internal static void Leave<T, TReduced>(
        EdgeMatrix<TReduced>[] reduced, TReduced[][] before, T[][]? start, EdgeMatrix<T>[] network, IReadOnlyDictionary<string, LayerBasis> bases)
        where T : struct, INumber<T>
        where TReduced : struct, INumber<TReduced>
    {
        for (int edge = 0; edge < network.Length; edge++)
        {
            EdgeMatrix<TReduced> from = reduced[edge];
            EdgeMatrix<T> to = network[edge];
            (LayerBasis? target, LayerBasis? source) = (Changed(bases, to.Target), Changed(bases, to.Source));
            if (target is null && source is null)
            {
                Unpack(from, from.Values, to.Values, to.Sources, to.Targets, to.Sources);
                continue;
            }

            start?[edge].CopyTo(to.Values, 0);
            using Scratch<double> moved = new(from.Values.Length);
            Subtract(from.Values, before[edge], moved.Span);
            if (source is null)
            {
                using Scratch<double> turned = new(from.Targets * MatrixPacking.Stride<double>(from.Sources));
                ReadOnlySpan<double> w = Standing(from, moved.Span, isTransposed: false, turned.Span, out int stride);
                Add(target!, w, stride, from.Sources, to, isTransposed: false);
                continue;
            }

            // The basis of the source, first: (dW Q^T)^T = Q dW^T.
            using Scratch<double> standing = new(from.Sources * MatrixPacking.Stride<double>(from.Targets));
            ReadOnlySpan<double> transposed = Standing(from, moved.Span, isTransposed: true, standing.Span, out int transposedStride);
            if (target is null)
            {
                Add(source, transposed, transposedStride, from.Targets, to, isTransposed: true);
                continue;
            }

            using Scratch<double> room = new(source.Reduced * transposedStride);
            using Scratch<double> up = new(source.Units * transposedStride);
            source.Up(source.Prepared(transposed, transposedStride, from.Targets, room.Span), transposedStride, from.Targets, 0, source.Units, up.Span);
            int upStride = MatrixPacking.Stride<double>(source.Units);
            using Scratch<double> back = new(from.Targets * upStride);
            CopyTransposed<double, double>(up.Span, transposedStride, source.Units, from.Targets, back.Span, upStride);
            Add(target, back.Span, upStride, source.Units, to, isTransposed: false);
        }
    }

    /// <summary>Packed weights of the same shape, not packed.</summary>
    internal static void Copy<T>(EdgeMatrix<T>[] packed, EdgeMatrix<T>[] weights)
        where T : struct, INumber<T>
    {
        for (int edge = 0; edge < weights.Length; edge++)
        {
            EdgeMatrix<T> to = weights[edge];
            Unpack(packed[edge], packed[edge].Values, to.Values, to.Sources, to.Targets, to.Sources);
        }
    }

    /// <summary>Where the next block of a module's Z starts.</summary>
    private static int Next(Dictionary<string, int> touched, string module, int columns)
    {
        touched.TryGetValue(module, out int first);
        touched[module] = first + columns;
        return first;
    }

    /// <summary>Q_target^T W: the weights are columns of Z, and where R is known the product is columns of R.</summary>
    private static (double[] Values, int Stride, int Rows, int Columns) Lowered<T>(EdgeMatrix<T> from, LayerBasis target, int first)
        where T : struct, INumber<T>
    {
        if (target.Coordinates is not { } coordinates)
        {
            (double[] w, int stride, _, int columns) = Packed(from.Values, from.Sources, from.Targets, from.Sources);
            return (target.Down(w, stride, columns), stride, target.Reduced, columns);
        }

        int packed = MatrixPacking.Stride<double>(from.Sources);
        double[] block = new double[target.Reduced * packed];
        MatrixPacking.Copy(coordinates.AsSpan(first), target.Stride, block, packed, target.Reduced, from.Sources);
        return (block, packed, target.Reduced, from.Sources);
    }

    /// <summary>
    /// What packed weights have moved by, as it stands where they are kept that way, else transposed into a place of its own.
    /// </summary>
    private static ReadOnlySpan<double> Standing<T>(EdgeMatrix<T> packed, ReadOnlySpan<double> moved, bool isTransposed, Span<double> turned, out int stride)
        where T : struct, INumber<T>
    {
        (int rows, int columns) = packed.IsTransposed ? (packed.Sources, packed.Targets) : (packed.Targets, packed.Sources);
        stride = MatrixPacking.Stride<T>(columns);
        if (packed.IsTransposed == isTransposed)
        {
            return moved;
        }

        int packedStride = stride;
        stride = MatrixPacking.Stride<double>(rows);
        CopyTransposed(moved, packedStride, rows, columns, turned, stride);
        return turned;
    }

    /// <summary>W += Q M, or (Q M)^T, some units at a time.</summary>
    private static void Add<T>(LayerBasis basis, ReadOnlySpan<double> m, int stride, int columns, EdgeMatrix<T> to, bool isTransposed)
        where T : struct, INumber<T>
    {
        using Scratch<double> room = new(basis.Reduced * stride);
        ReadOnlySpan<double> prepared = basis.Prepared(m, stride, columns, room.Span);
        using Scratch<double> block = new(UnitsAtATime * stride);
        using Scratch<double> sum = new(Math.Max(UnitsAtATime, columns));
        for (int first = 0; first < basis.Units; first += UnitsAtATime)
        {
            int units = Math.Min(UnitsAtATime, basis.Units - first);
            basis.Up(prepared, stride, columns, first, units, block.Span);
            if (isTransposed)
            {
                Move(block.Span, 1, stride, to.Values.AsSpan(first), to.Sources, columns, sum.Span[..units]);
            }
            else
            {
                Move(block.Span, stride, 1, to.Values.AsSpan(first * to.Sources), to.Sources, units, sum.Span[..columns]);
            }
        }
    }

    /// <summary>W += D, added row by row in double precision in a place as long as a row; rows of D stand a step apart, numbers of a row another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Move<T>(ReadOnlySpan<double> d, int toRow, int toColumn, Span<T> w, int stride, int rows, Span<double> sum)
        where T : struct, INumber<T>
    {
        for (int i = 0; i < rows; i++)
        {
            Span<T> row = w.Slice(i * stride, sum.Length);
            RowNumbers.Convert<T, double>(row, sum);
            int at = i * toRow;
            for (int j = 0; j < sum.Length; j++)
            {
                sum[j] += d[at];
                at += toColumn;
            }

            RowNumbers.Convert<double, T>(sum, row);
        }
    }

    /// <summary>What weights have moved by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Subtract<T>(T[] now, T[] before, Span<double> moved)
        where T : struct, INumber<T>
    {
        for (int i = 0; i < moved.Length; i++)
        {
            moved[i] = double.CreateTruncating(now[i]) - double.CreateTruncating(before[i]);
        }
    }

    private static LayerBasis? Changed(IReadOnlyDictionary<string, LayerBasis> bases, string layer) => bases.GetValueOrDefault(layer);

    /// <summary>Z = [incoming weights, outgoing weights transposed] of a module, packed. A copy of a bank may touch less than its width: zeros.</summary>
    private static double[] Touched<T>(EdgeMatrix<T>[] network, string module, int units, int width)
        where T : struct, INumber<T>
    {
        int stride = MatrixPacking.Stride<double>(width);
        double[] z = new double[units * stride];
        int column = 0;
        foreach (EdgeMatrix<T> edge in network)
        {
            if (edge.Target == module)
            {
                for (int i = 0; i < units; i++)
                {
                    for (int j = 0; j < edge.Sources; j++)
                    {
                        z[(i * stride) + column + j] = double.CreateTruncating(edge.Values[(i * edge.Sources) + j]);
                    }
                }

                column += edge.Sources;
            }
            else if (edge.Source == module)
            {
                for (int i = 0; i < units; i++)
                {
                    for (int j = 0; j < edge.Targets; j++)
                    {
                        z[(i * stride) + column + j] = double.CreateTruncating(edge.Values[(j * units) + i]);
                    }
                }

                column += edge.Targets;
            }
        }

        return z;
    }

    private static (double[] Values, int Stride, int Rows, int Columns) Packed<T>(T[] values, int valueStride, int rows, int columns)
        where T : struct, INumber<T>
    {
        int stride = MatrixPacking.Stride<double>(columns);
        double[] packed = new double[rows * stride];
        CopyRows<T, double>(values, valueStride, columns, packed, stride, rows);
        return (packed, stride, rows, columns);
    }

    /// <summary>Stores a matrix, target x source, as packed weights stand.</summary>
    private static void Pack<TFrom, TTo>(TFrom[] matrix, int stride, int rows, int columns, EdgeMatrix<TTo> packed)
        where TFrom : struct, INumber<TFrom>
        where TTo : struct, INumber<TTo>
    {
        if (packed.IsTransposed)
        {
            CopyTransposed<TFrom, TTo>(matrix, stride, rows, columns, packed.Values, MatrixPacking.Stride<TTo>(packed.Targets));
            return;
        }

        CopyRows<TFrom, TTo>(matrix, stride, columns, packed.Values, MatrixPacking.Stride<TTo>(packed.Sources), rows);
    }

    /// <summary>Reads values that stand as packed weights do, target x source.</summary>
    private static void Unpack<T, TFrom, TTo>(EdgeMatrix<T> packed, TFrom[] values, TTo[] matrix, int stride, int rows, int columns)
        where TFrom : struct, INumber<TFrom>
        where TTo : struct, INumber<TTo>
    {
        if (packed.IsTransposed)
        {
            CopyTransposed<TFrom, TTo>(values, MatrixPacking.Stride<T>(packed.Targets), columns, rows, matrix, stride);
            return;
        }

        CopyRows<TFrom, TTo>(values, MatrixPacking.Stride<T>(packed.Sources), columns, matrix, stride, rows);
    }

    /// <summary>Stores columns of a matrix as the rows of packed weights.</summary>
    private static void PackTransposed<T>(double[] matrix, int stride, int first, int columns, int rows, EdgeMatrix<T> packed)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<double> block = matrix.AsSpan(first);
        if (packed.IsTransposed)
        {
            CopyRows(block, stride, columns, packed.Values, MatrixPacking.Stride<T>(packed.Targets), rows);
            return;
        }

        CopyTransposed(block, stride, rows, columns, packed.Values, MatrixPacking.Stride<T>(packed.Sources));
    }

    private static void CopyTransposed<TFrom, TTo>(ReadOnlySpan<TFrom> from, int fromStride, int rows, int columns, Span<TTo> to, int toStride)
        where TFrom : struct, INumber<TFrom>
        where TTo : struct, INumber<TTo>
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                to[(j * toStride) + i] = TTo.CreateTruncating(from[(i * fromStride) + j]);
            }
        }
    }

    private static void CopyRows<TFrom, TTo>(ReadOnlySpan<TFrom> from, int fromStride, int columns, TTo[] to, int toStride, int rows)
        where TFrom : struct, INumber<TFrom>
        where TTo : struct, INumber<TTo>
    {
        for (int i = 0; i < rows; i++)
        {
            RowNumbers.Convert(from.Slice(i * fromStride, columns), to.AsSpan(i * toStride, columns));
        }
    }
}
