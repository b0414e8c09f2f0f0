using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>
/// Inputs of an output module that are on together: their part of K, and what the least squares solution leaves of it, F* K. Where K is diagonal
/// (one-hot inputs alone, or an input in the eigenvectors of its correlations) the products with it are scalings.
/// </summary>
/// <remarks>
/// More than 300 lines: what the products of an epoch read stands beside where it is made, and the two are read together.
/// </remarks>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed class Component<T>
    where T : struct, INumber<T>
{
    /// <summary>Largest K of which the transpose is kept too.</summary>
    private const long MostEntriesTwice = 1L << 22;

    private readonly Segment<T>[] _segments;

    // F* K, units x rank, packed; where K is diagonal units x width of the segment.
    private readonly T[] _target;

    // Kept where the component is one input, which may be turned into its eigenvectors.
    private readonly double[]? _sx;
    private readonly double[]? _solution;
    private readonly double[]? _leftover;

    private readonly int _rank;

    private Component(int[] inputs, int rank, Segment<T>[] segments, T[] target, double[]? sx, double[]? solution, double[]? leftover)
    {
        Inputs = inputs;
        _rank = rank;
        RankStride = MatrixPacking.Stride<T>(rank);
        _segments = segments;
        _target = target;
        (_sx, _solution, _leftover) = (sx, solution, leftover);
    }

    /// <summary>Which inputs of the output module.</summary>
    public int[] Inputs { get; }

    /// <summary>The rank of the correlations, packed.</summary>
    public int RankStride { get; }

    public bool IsDiagonal => _segments[0].Diagonal is not null;

    /// <summary>Multiplications and additions for each unit of the output.</summary>
    public long WorkPerUnit
    {
        get
        {
            long work = 0;
            foreach (Segment<T> segment in _segments)
            {
                work += IsDiagonal ? 4L * segment.Width : 4L * segment.Width * RankStride;
            }

            return work;
        }
    }

    /// <summary>Sx of the only input; null where there are several.</summary>
    public double[]? Correlation => _sx;

    public static Component<T> Of(
        int[] inputs, double[] sx, PivotedCholesky factor, int[] offsets, int[] packed, double[] solution, double[] leftover, int units)
    {
        double[] own = Columns(solution, inputs, offsets, units);
        if (inputs.Length > 1)
        {
            return Dense(inputs, factor, offsets, packed, own, units, null, null, null);
        }

        double[] left = Columns(leftover, inputs, offsets, units);
        int columns = factor.L.Rows;
        if (!IsDiagonalMatrix(sx, columns))
        {
            return Dense(inputs, factor, offsets, packed, own, units, sx, own, left);
        }

        double[] strengths = new double[columns];
        for (int i = 0; i < columns; i++)
        {
            strengths[i] = sx[(i * columns) + i];
        }

        return Diagonal(inputs, strengths, own, packed[inputs[0]], units, sx, left);
    }

    /// <summary>Adds R K_p^T to the errors; returns |R|^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double AddErrors(ReadOnlySpan<T> maps, Span<T> errors, Span<T> r, int units, int stride) =>
        IsDiagonal ? AddScaled(maps, errors, units, stride) : AddProducts(maps, errors, r, units, stride);

    /// <summary>The component with its only input in the basis V: K = sqrt(V^T Sx V), and its leftover turned in place.</summary>
    public Component<T> InBasis(LayerBasis basis, int units, int stride, Span<T> leftover)
    {
        int n = basis.Units;
        double[] turned = basis.Right(_sx!, n, n);
        double[] strengths = new double[n];
        for (int k = 0; k < n; k++)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                sum += basis.Q[(i * basis.Stride) + k] * turned[(i * basis.Stride) + k];
            }

            strengths[k] = Math.Max(0, sum);
        }

        Segment<T> segment = _segments[0];
        double[] left = Turned(_leftover!);
        for (int i = 0; i < units; i++)
        {
            for (int j = 0; j < n; j++)
            {
                leftover[(i * stride) + segment.At + j] = T.CreateTruncating(left[(i * n) + j]);
            }
        }

        return Diagonal(Inputs, strengths, Turned(_solution!), segment.At, units, null, left);

        double[] Turned(double[] matrix)
        {
            double[] product = basis.Right(matrix, n, units);
            double[] unpacked = new double[units * n];
            MatrixPacking.Unpack<double>(product, basis.Stride, unpacked, n);
            return unpacked;
        }
    }

    /// <summary>E += (F* K - F K) K^T, input by input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double AddProducts(ReadOnlySpan<T> maps, Span<T> errors, Span<T> r, int units, int stride)
    {
        RowArithmetic.Copy(_target, r);
        foreach (Segment<T> segment in _segments)
        {
            if (SmallProducts.IsSmall(units, segment.Columns, _rank))
            {
                SmallProducts.Add(maps[segment.At..], stride, segment.Root, RankStride, r, RankStride, units, segment.Columns, _rank, -T.One);
            }
            else
            {
                SubtractMapped(segment, maps, r, units, stride);
            }
        }

        foreach (Segment<T> segment in _segments)
        {
            if (segment.Transposed is { } transposed && SmallProducts.IsSmall(units, _rank, segment.Columns))
            {
                SmallProducts.Add(r, RankStride, transposed, segment.Width, errors[segment.At..], stride, units, _rank, segment.Columns, T.One);
            }
            else
            {
                AddTurnedBack(segment, r, errors, units, stride);
            }
        }

        double squares = 0;
        for (int i = 0; i < units; i++)
        {
            ReadOnlySpan<T> row = r.Slice(i * RankStride, RankStride);
            squares += double.CreateTruncating(RowNumbers.Dot(row, row));
        }

        return squares;
    }

    // Products that are not small are methods of their own, compiled where there are any.

    /// <summary>R -= F K of an input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void SubtractMapped(Segment<T> segment, ReadOnlySpan<T> maps, Span<T> r, int units, int stride) =>
        MatrixProducts.Add(maps[segment.At..], stride, segment.Root, RankStride, r, RankStride, units, segment.Columns, RankStride, -T.One);

    /// <summary>E += R K^T of an input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void AddTurnedBack(Segment<T> segment, ReadOnlySpan<T> r, Span<T> errors, int units, int stride)
    {
        if (segment.Transposed is { } transposed)
        {
            MatrixProducts.Add(r, RankStride, transposed, segment.Width, errors[segment.At..], stride, units, _rank, segment.Width, T.One);
            return;
        }

        TransposedProductTile.Add(r, RankStride, segment.Root, RankStride, errors[segment.At..], stride, units, RankStride, segment.Width, T.One);
    }

    /// <summary>E += (F* - F) K K^T where K is diagonal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double AddScaled(ReadOnlySpan<T> maps, Span<T> errors, int units, int stride)
    {
        Segment<T> segment = _segments[0];
        int width = segment.Width;
        ReadOnlySpan<T> scale = segment.Diagonal.AsSpan(0, width);
        double squares = 0;
        for (int i = 0; i < units; i++)
        {
            ReadOnlySpan<T> m = maps.Slice((i * stride) + segment.At, width);
            ReadOnlySpan<T> target = _target.AsSpan(i * width, width);
            Span<T> e = errors.Slice((i * stride) + segment.At, width);
            Span<Vector<T>> sums = MemoryMarshal.Cast<T, Vector<T>>(e);
            ReadOnlySpan<Vector<T>> by = MemoryMarshal.Cast<T, Vector<T>>(scale);
            ReadOnlySpan<Vector<T>> from = MemoryMarshal.Cast<T, Vector<T>>(target);
            ReadOnlySpan<Vector<T>> map = MemoryMarshal.Cast<T, Vector<T>>(m);
            Vector<T> sum = default;
            for (int k = 0; k < sums.Length && k < map.Length && k < by.Length && k < from.Length; k++)
            {
                Vector<T> residual = from[k] - (map[k] * by[k]);
                sum += residual * residual;
                sums[k] += residual * by[k];
            }

            squares += double.CreateTruncating(Vector.Sum(sum));
            int j = sums.Length * Vector<T>.Count;
            for (; j < width; j++)
            {
                T residual = target[j] - (m[j] * scale[j]);
                squares += double.CreateTruncating(residual * residual);
                e[j] += residual * scale[j];
            }
        }

        return squares;
    }

    private static Component<T> Diagonal(
        int[] inputs, double[] strengths, double[] solution, int at, int units, double[]? sx, double[] leftover)
    {
        int width = MatrixPacking.Stride<T>(strengths.Length);
        T[] diagonal = new T[width];
        T[] target = new T[units * width];
        for (int j = 0; j < strengths.Length; j++)
        {
            double root = Math.Sqrt(strengths[j]);
            diagonal[j] = T.CreateTruncating(root);
            for (int i = 0; i < units; i++)
            {
                target[(i * width) + j] = T.CreateTruncating(solution[(i * strengths.Length) + j] * root);
            }
        }

        return new Component<T>(inputs, 0, [new Segment<T>(at, strengths.Length, width, [], null, diagonal)], target, sx, solution, leftover);
    }

    private static Component<T> Dense(
        int[] inputs, PivotedCholesky factor, int[] offsets, int[] packedOffsets, double[] solution, int units, double[]? sx, double[]? own, double[]? leftover)
    {
        (int rank, int width) = (factor.Rank, factor.L.Rows);
        int rankStride = MatrixPacking.Stride<T>(rank);
        Segment<T>[] segments = new Segment<T>[inputs.Length];
        int first = 0;
        for (int s = 0; s < segments.Length; s++)
        {
            int p = inputs[s];
            int columns = offsets[p + 1] - offsets[p];
            segments[s] = Segment<T>.Of(
                factor.L.Values.AsSpan(first * rank, columns * rank), columns, rank, packedOffsets[p], (long)width * rank <= MostEntriesTwice);
            first += columns;
        }

        double[] target = new double[units * rank];
        SingleProducts.Set(solution, width, 1, factor.L.Values, rank, target, rank, units, width, rank);
        T[] packed = new T[units * rankStride];
        for (int i = 0; i < units; i++)
        {
            for (int k = 0; k < rank; k++)
            {
                packed[(i * rankStride) + k] = T.CreateTruncating(target[(i * rank) + k]);
            }
        }

        return new Component<T>(inputs, rank, segments, packed, sx, own, leftover);
    }

    private static bool IsDiagonalMatrix(double[] matrix, int size)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                if (i != j && matrix[(i * size) + j] != 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The columns of some inputs, side by side.</summary>
    private static double[] Columns(double[] matrix, int[] inputs, int[] offsets, int rows)
    {
        int width = 0;
        foreach (int p in inputs)
        {
            width += offsets[p + 1] - offsets[p];
        }

        double[] part = new double[rows * width];
        int first = 0;
        foreach (int p in inputs)
        {
            int columns = offsets[p + 1] - offsets[p];
            for (int i = 0; i < rows; i++)
            {
                Array.Copy(matrix, (i * offsets[^1]) + offsets[p], part, (i * width) + first, columns);
            }

            first += columns;
        }

        return part;
    }
}
