using System.ComponentModel;
using System.Numerics;
using GateDsl.Theory.LinearAlgebra;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>
/// What an output module has still to learn, from its maps F and without the datapoints. With Sx = K K^T over all effective inputs of the module
/// (K_p are the rows of input p), any solution F* of the least squares problem and its residuals r = y - sum over p of F*_p x_p, exactly
/// <para>R = sum over p of (F*_p - F_p) K_p</para>
/// <para>E(p) = Syx(p) - sum over j of F_j Sx(j, p) = R K_p^T + sum r x_p^T</para>
/// <para>L = 1/2 |R|^2 + sum over p of &lt;F*_p - F_p, sum r x_p^T&gt; + 1/2 sum |r|^2,</para>
/// where the sums with r are rounding noise unless the inputs are nearly dependent. No difference of moments is taken, so small losses keep their
/// digits. Inputs that are never on together have no correlation and factors of their own. Used by generated code.
/// </summary>
/// <remarks>
/// Maps stand side by side in one matrix, units x <see cref="Stride"/>: each from a multiple of 32 bytes on, in the order of the inputs.
/// </remarks>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class ResidualFactor<T>
    where T : struct, INumber<T>
{
    private readonly Component<T>[] _components;
    private readonly T[] _leftover;
    private readonly double _least;

    private ResidualFactor(int units, int stride, Component<T>[] components, T[] leftover, double least)
    {
        Units = units;
        Stride = stride;
        _components = components;
        _leftover = leftover;
        _least = least;
    }

    /// <summary>Units of the output module.</summary>
    public int Units { get; }

    /// <summary>How far apart the rows of the maps' matrix start.</summary>
    public int Stride { get; }

    /// <summary>Entries of the work space for R.</summary>
    public int WorkSpace
    {
        get
        {
            int most = 0;
            foreach (Component<T> component in _components)
            {
                most = Math.Max(most, component.IsDiagonal ? 0 : Units * component.RankStride);
            }

            return most;
        }
    }

    /// <summary>Multiplications and additions of finding the errors.</summary>
    public long Work => _components.Sum(component => component.WorkPerUnit) * Units;

    /// <summary>The groups of inputs that are on together.</summary>
    internal Component<T>[] Components => _components;

    /// <summary>E(p) of every map, and the loss at the output module.</summary>
    /// <param name="maps">F.</param>
    /// <param name="errors">Receives E.</param>
    /// <param name="r">Work space of <see cref="WorkSpace"/> entries.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FindErrors(in MatrixView<T> maps, in MatrixView<T> errors, T[] r) => FindErrors(maps.Span, errors.Span, r);

    /// <summary>E(p) of every map, and the loss at the output module.</summary>
    /// <param name="maps">F, units x stride.</param>
    /// <param name="errors">Receives E, units x stride.</param>
    /// <param name="r">Work space of <see cref="WorkSpace"/> entries.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double FindErrors(ReadOnlySpan<T> maps, Span<T> errors, Span<T> r)
    {
        // <F, sum r x^T>, the sign of what F* adds included in what no map can lower.
        double loss = _least - double.CreateTruncating(RowNumbers.Dot<T>(_leftover, maps));
        RowArithmetic.Copy(_leftover, errors);
        foreach (Component<T> component in _components)
        {
            loss += component.AddErrors(maps, errors, r, Units, Stride) / 2;
        }

        return loss;
    }

    /// <summary>The same factor with some inputs in the eigenvectors of their correlations, which makes their K diagonal.</summary>
    /// <param name="bases">For each component the eigenvectors of its only input; null: as it is.</param>
    internal ResidualFactor<T> InBases(LayerBasis?[] bases)
    {
        T[] leftover = (T[])_leftover.Clone();
        Component<T>[] components = [.. _components];
        for (int c = 0; c < components.Length; c++)
        {
            if (bases[c] is { } basis)
            {
                components[c] = components[c].InBasis(basis, Units, Stride, leftover);
            }
        }

        return new ResidualFactor<T>(Units, Stride, components, leftover, _least);
    }

    internal static ResidualFactor<T> Of(OutputSums sums)
    {
        (int units, int[] offsets) = (sums.Units, sums.Offsets);
        int width = offsets[^1];
        int[] packed = PackedOffsets(offsets);
        int stride = packed[^1];
        double[] solution = new double[units * width];
        double[][] blocks = new double[sums.Groups.Count][];
        PivotedCholesky[] factors = new PivotedCholesky[blocks.Length];
        for (int g = 0; g < blocks.Length; g++)
        {
            int[] columns = ColumnsOf(sums.Groups[g], offsets);
            blocks[g] = Block(sums.Sx, width, columns, columns);
            factors[g] = PivotedCholesky.Of(new Matrix(columns.Length, columns.Length, blocks[g]));
            double[] rows = factors[g].SolveRows(new Matrix(units, columns.Length, Block(sums.Syx, width, Ascending(units), columns))).Values;
            Scatter(rows, columns, solution, width, units);
        }

        (double[] leftover, double least) = sums.Leftover(solution);
        T[] spread = new T[units * stride];
        for (int p = 0; p + 1 < offsets.Length; p++)
        {
            Spread(leftover, width, offsets[p], offsets[p + 1], spread, stride, packed[p], units);
        }

        Component<T>[] components = new Component<T>[blocks.Length];
        for (int g = 0; g < blocks.Length; g++)
        {
            components[g] = Component<T>.Of(sums.Groups[g], blocks[g], factors[g], offsets, packed, solution, leftover, units);
        }

        return new ResidualFactor<T>(units, stride, components, spread, least + SingleProducts.Dot(solution, leftover));
    }

    /// <summary>The features of some inputs.</summary>
    private static int[] ColumnsOf(int[] inputs, int[] offsets)
    {
        List<int> columns = [];
        foreach (int p in inputs)
        {
            for (int column = offsets[p]; column < offsets[p + 1]; column++)
            {
                columns.Add(column);
            }
        }

        return [.. columns];
    }

    private static int[] Ascending(int count)
    {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = i;
        }

        return numbers;
    }

    /// <summary>Where the columns of each map start.</summary>
    private static int[] PackedOffsets(int[] offsets)
    {
        int[] packed = new int[offsets.Length];
        for (int p = 0; p + 1 < offsets.Length; p++)
        {
            packed[p + 1] = packed[p] + MatrixPacking.Stride<T>(offsets[p + 1] - offsets[p]);
        }

        return packed;
    }

    private static double[] Block(double[] matrix, int width, int[] rows, int[] columns)
    {
        double[] block = new double[rows.Length * columns.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                block[(i * columns.Length) + j] = matrix[(rows[i] * width) + columns[j]];
            }
        }

        return block;
    }

    private static void Scatter(double[] block, int[] columns, double[] matrix, int width, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                matrix[(i * width) + columns[j]] = block[(i * columns.Length) + j];
            }
        }
    }

    private static void Spread(double[] matrix, int width, int first, int end, T[] packed, int stride, int at, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = first; j < end; j++)
            {
                packed[(i * stride) + at + j - first] = T.CreateTruncating(matrix[(i * width) + j]);
            }
        }
    }
}
