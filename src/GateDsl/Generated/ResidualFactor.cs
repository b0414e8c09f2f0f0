using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Generated;

/// <summary>
/// Measures the loss at an output module from its maps M without the datapoints, as the norm of a residual. With any solution M* of the least
/// squares problem, its residuals r = y - M* x and Sx = K K^T (pivoted Cholesky, K is features x rank), exactly
/// <para>L(M) = 1/2 |(M* - M) K|^2 + &lt;M* - M, sum r x^T&gt; + 1/2 sum |r|^2,</para>
/// where the middle term is rounding noise unless the inputs are nearly dependent. No difference of moments is taken, so small losses keep
/// their digits. Used by generated code.
/// </summary>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResidualFactor<T>
    where T : unmanaged, INumber<T>
{
    private readonly int _units;
    private readonly T[][] _roots;
    private readonly T[][] _leftovers;
    private readonly T[] _target;
    private readonly double _least;

    private ResidualFactor(int units, int rank, T[][] roots, T[][] leftovers, T[] target, double least)
    {
        _units = units;
        Rank = rank;
        _roots = roots;
        _leftovers = leftovers;
        _target = target;
        _least = least;
    }

    /// <summary>Rank of the correlations of all effective inputs together.</summary>
    public int Rank { get; }

    /// <summary>Starts a measurement: the residual M* K, and the part of the loss that no map can lower.</summary>
    /// <param name="residual">At least units x features.</param>
    public double Start(Span<T> residual)
    {
        _target.CopyTo(residual);
        return _least;
    }

    /// <summary>Takes what a map explains off the residual: R -= M K_p. Returns its share of the middle term.</summary>
    /// <param name="p">Which effective input the map reads.</param>
    /// <param name="map">The map, units x width of the input.</param>
    /// <param name="residual">The residual so far.</param>
    public double Subtract(int p, ReadOnlySpan<T> map, Span<T> residual)
    {
        Products.Subtract(map, _roots[p], residual, _units, map.Length / _units, Rank);
        return -double.CreateTruncating(TensorPrimitives.Dot(map, _leftovers[p]));
    }

    /// <summary>1/2 |R|^2.</summary>
    public double Finish(ReadOnlySpan<T> residual)
    {
        double squares = 0;
        foreach (T value in residual[.._target.Length])
        {
            double wide = double.CreateTruncating(value);
            squares += wide * wide;
        }

        return squares / 2;
    }

    internal static ResidualFactor<T> Of<TData>(
        TData[] y, int units, RowSet on, ReadOnlySpan<EffectiveInput<TData>> inputs, int[] offsets, double[] sx, double[] syx)
        where TData : unmanaged, INumber<TData>
    {
        int width = offsets[^1];
        PivotedCholesky factor = PivotedCholesky.Of(new Matrix(width, width, sx));
        double[] solution = factor.SolveRows(new Matrix(units, width, syx)).Values;

        // The residuals of the solution, from the data.
        double[] leftover = new double[units * width];
        double[] stacked = new double[width];
        double least = 0;
        foreach (int n in on.Datapoints())
        {
            Stack(n, inputs, offsets, stacked);
            for (int i = 0; i < units; i++)
            {
                double residual = double.CreateTruncating(y[(n * units) + i]) - TensorPrimitives.Dot<double>(solution.AsSpan(i * width, width), stacked);
                least += residual * residual / 2;
                Span<double> row = leftover.AsSpan(i * width, width);
                TensorPrimitives.MultiplyAdd(stacked, residual, row, row);
            }
        }

        least += TensorPrimitives.Dot<double>(solution, leftover);
        double[] target = new double[units * factor.Rank];
        Products.Add<double>(solution, factor.L.Values, target, units, width, factor.Rank);
        T[][] roots = new T[inputs.Length][];
        T[][] leftovers = new T[inputs.Length][];
        for (int p = 0; p < inputs.Length; p++)
        {
            roots[p] = Narrow(factor.L.Values[(offsets[p] * factor.Rank)..(offsets[p + 1] * factor.Rank)]);
            leftovers[p] = Narrow(Columns(leftover, width, offsets[p], offsets[p + 1]));
        }

        return new ResidualFactor<T>(units, factor.Rank, roots, leftovers, Narrow(target), least);
    }

    private static void Stack<TData>(int datapoint, ReadOnlySpan<EffectiveInput<TData>> inputs, int[] offsets, Span<double> stacked)
        where TData : unmanaged, INumber<TData>
    {
        for (int p = 0; p < inputs.Length; p++)
        {
            Span<double> block = stacked[offsets[p]..offsets[p + 1]];
            if (inputs[p].On.Contains(datapoint))
            {
                inputs[p].Feature.CopyTo(datapoint, block);
            }
            else
            {
                block.Clear();
            }
        }
    }

    private static T[] Narrow(double[] values) => values as T[] ?? Conversion.ToArray<double, T>(values);

    private static double[] Columns(double[] matrix, int width, int first, int end)
    {
        int rows = width == 0 ? 0 : matrix.Length / width;
        double[] columns = new double[rows * (end - first)];
        for (int i = 0; i < rows; i++)
        {
            matrix.AsSpan((i * width) + first, end - first).CopyTo(columns.AsSpan(i * (end - first)));
        }

        return columns;
    }
}
