using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl.CompilerServices;

/// <summary>
/// Gathers the effective correlations of a data set (Eq. 4), sums over datapoints in double precision, each distinct one once. Used by
/// generated code.
/// </summary>
/// <typeparam name="T">The precision of the data.</typeparam>
/// <typeparam name="TKept">The precision in which the correlations are kept.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class CorrelationGatherer<T, TKept>
    where T : struct, INumber<T>
    where TKept : struct, INumber<TKept>
{
    /// <summary>Datapoints multiplied at a time.</summary>
    private const int BlockRows = 128;

    /// <summary>Parts that are gathered side by side and added up in order: the sums do not depend on the number of cores.</summary>
    private const int MostParts = 8;

    /// <summary>Datapoints that are worth a part, and numbers that the sums of all parts may take together.</summary>
    private const int LeastRowsOfPart = 1_024;
    private const long MostSums = 1L << 23;

    /// <summary>Columns of a symmetric sum that are computed together, down to the diagonal.</summary>
    private const int PanelColumns = 64;

    private readonly Dictionary<(RowSet, RowSet), RowSet> _both = [];
    private readonly Dictionary<(Feature<T>, Feature<T>, RowSet), double[]> _inputs = [];
    private readonly List<(ResidualFactor<TKept> Factor, Feature<T>[] Inputs)> _factors = [];

    /// <summary>What an output module has still to learn: a factor of the correlations of all its effective inputs.</summary>
    /// <param name="y">Targets, datapoints x units.</param>
    /// <param name="units">Units of the output.</param>
    /// <param name="on">Where the output module is on.</param>
    /// <param name="inputs">Its effective inputs.</param>
    public ResidualFactor<TKept> Residual(T[] y, int units, RowSet on, params ReadOnlySpan<EffectiveInput<T>> inputs)
    {
        int[] offsets = new int[inputs.Length + 1];
        for (int p = 0; p < inputs.Length; p++)
        {
            offsets[p + 1] = offsets[p] + inputs[p].Feature.Width;
        }

        int width = offsets[^1];
        Memory.Require(nameof(inputs), $"The correlations of inputs of {width:N0} units with each other", (long)width * width, sizeof(double));
        Memory.Require(nameof(inputs), $"The correlations of inputs of {width:N0} units with {units:N0} outputs", (long)units * width, sizeof(double));
        double[] sx = new double[width * width];
        double[] syx = new double[units * width];
        for (int p = 0; p < inputs.Length; p++)
        {
            Paste(CorrelateOutputs(y, units, inputs[p]), inputs[p].Feature.Width, syx, 0, offsets[p], width);
            for (int j = 0; j < inputs.Length; j++)
            {
                Paste(Correlate(inputs[j], inputs[p]), inputs[p].Feature.Width, sx, offsets[j], offsets[p], width);
            }
        }

        ResidualFactor<TKept> factor = ResidualFactor<TKept>.Of(y, units, on, inputs, offsets, sx, syx);
        _factors.Add((factor, [.. inputs.ToArray().Select(input => input.Feature)]));
        return factor;
    }

    /// <summary>What an output module has still to learn where all its inputs are one-hot: datapoint by datapoint, equal ones merged.</summary>
    /// <param name="y">Targets, datapoints x units.</param>
    /// <param name="units">Units of the output.</param>
    /// <param name="on">Where the output module is on.</param>
    /// <param name="inputs">Its effective inputs.</param>
    public DatapointResidual<TKept> ByDatapoint(T[] y, int units, RowSet on, params ReadOnlySpan<EffectiveInput<T>> inputs)
    {
        MergedDatapoints merged = MergedDatapoints.Of(y, units, on, inputs);
        return merged.IsSmall
            ? DatapointResidual<TKept>.Of(merged)
            : DatapointResidual<TKept>.Of(merged, Residual(y, units, on, inputs), [.. inputs.ToArray().Select(input => input.Feature.Width)]);
    }

    /// <summary>The same factors with dense inputs in the eigenvectors of their correlations, where these diagonalise all of them.</summary>
    /// <param name="inputs">The dense inputs by name.</param>
    public InputBases<TKept> Bases(params ReadOnlySpan<(string Name, Feature<T> Input)> inputs)
    {
        (string Name, Feature<T> Input)[] all = inputs.ToArray();
        return new InputBases<TKept>([.. all.Select(input => input.Name)],
            [.. _factors.Select(factor => (factor.Factor, factor.Inputs.Select(feature => Array.FindIndex(all, input => input.Input == feature)).ToArray()))]);
    }

    private double[] Correlate(EffectiveInput<T> j, EffectiveInput<T> p)
    {
        RowSet on = Both(j.On, p.On);
        if (_inputs.TryGetValue((j.Feature, p.Feature, on), out double[]? known))
        {
            return known;
        }

        if (_inputs.TryGetValue((p.Feature, j.Feature, on), out double[]? transposed))
        {
            return Transpose(transposed, p.Feature.Width, j.Feature.Width);
        }

        double[] sum = j.Feature.IsOneHot ? AddRows(j, p.Feature, on)
            : j.Feature == p.Feature ? Multiply(j.Feature.Width, null, p.Feature, on)
            : Multiply(j.Feature.Width, j.Feature.CopyTo, p.Feature, on);
        _inputs.Add((j.Feature, p.Feature, on), sum);
        return sum;
    }

    /// <summary>A one-hot input adds every vector to the row that its index names.</summary>
    private static double[] AddRows(EffectiveInput<T> j, Feature<T> right, RowSet on)
    {
        double[] sum = new double[j.Feature.Width * right.Width];
        double[] vector = new double[right.Width];
        foreach (int n in on.Datapoints())
        {
            right.CopyTo(n, vector);
            Span<double> row = sum.AsSpan(j.Feature.IndexAt(n) * right.Width, right.Width);
            TensorPrimitives.Add(row, vector, row);
        }

        return sum;
    }

    private static double[] CorrelateOutputs(T[] y, int units, EffectiveInput<T> p) => Multiply(
        units,
        (n, destination) =>
        {
            for (int i = 0; i < units; i++)
            {
                destination[i] = double.CreateTruncating(y[(n * units) + i]);
            }
        },
        p.Feature,
        p.On);

    /// <summary>The sum of left right^T over datapoints; without a left one, of right right^T.</summary>
    private static double[] Multiply(int width, VectorReader? left, Feature<T> right, RowSet on)
    {
        int[] rows = [.. on.Datapoints()];
        int parts = (int)Math.Clamp(Math.Min(rows.Length / LeastRowsOfPart, MostSums / Math.Max(1, (long)width * right.Width)), 1, MostParts);
        double[][] sums = new double[parts][];
        Parallel.For(0, parts, part =>
            sums[part] = MultiplyPart(width, left, right, rows.AsSpan((int)((long)rows.Length * part / parts)..(int)((long)rows.Length * (part + 1) / parts))));
        foreach (double[] sum in sums[1..])
        {
            TensorPrimitives.Add(sums[0], sum, sums[0]);
        }

        if (left is null)
        {
            Mirror(sums[0], width);
        }

        return sums[0];
    }

    /// <summary>The sum over some datapoints, a block of them at a time; of a symmetric one the upper triangle.</summary>
    private static double[] MultiplyPart(int width, VectorReader? left, Feature<T> right, ReadOnlySpan<int> rows)
    {
        double[] sum = new double[width * right.Width];
        double[] leftBlock = left is null ? [] : new double[BlockRows * width];
        double[] rightBlock = new double[BlockRows * right.Width];
        for (int first = 0; first < rows.Length; first += BlockRows)
        {
            int count = Math.Min(BlockRows, rows.Length - first);
            for (int k = 0; k < count; k++)
            {
                left?.Invoke(rows[first + k], leftBlock.AsSpan(k * width, width));
                right.CopyTo(rows[first + k], rightBlock.AsSpan(k * right.Width, right.Width));
            }

            if (left is not null)
            {
                MatrixProducts.AddFromTransposed<double>(leftBlock, width, rightBlock, right.Width, sum, right.Width, width, count, right.Width, 1);
                continue;
            }

            for (int column = 0; column < width; column += PanelColumns)
            {
                int columns = Math.Min(PanelColumns, width - column);
                MatrixProducts.AddFromTransposed<double>(
                    rightBlock, width, rightBlock.AsSpan(column), width, sum.AsSpan(column), width, column + columns, count, columns, 1);
            }
        }

        return sum;
    }

    private static void Mirror(double[] matrix, int size)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                matrix[(i * size) + j] = matrix[(j * size) + i];
            }
        }
    }

    /// <summary>Writes the vector of a datapoint, in double precision.</summary>
    private delegate void VectorReader(int datapoint, Span<double> destination);

    /// <summary>The datapoints at which both are on; equal sets are one object, so that what is gathered over them is gathered once.</summary>
    private RowSet Both(RowSet a, RowSet b)
    {
        if (!_both.TryGetValue((a, b), out RowSet? both))
        {
            RowSet intersection = RowSet.Intersect(a, b);
            both = _both.Values.FirstOrDefault(intersection.SameAs) ?? intersection;
            _both.Add((a, b), both);
        }

        return both;
    }

    private static double[] Transpose(double[] matrix, int rows, int columns)
    {
        double[] transposed = new double[matrix.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                transposed[(j * rows) + i] = matrix[(i * columns) + j];
            }
        }

        return transposed;
    }

    private static void Paste(double[] block, int columns, double[] whole, int top, int left, int width)
    {
        for (int i = 0; i < block.Length / Math.Max(1, columns); i++)
        {
            block.AsSpan(i * columns, columns).CopyTo(whole.AsSpan(((top + i) * width) + left, columns));
        }
    }
}
