using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>Sums over the datapoints of a data set, in double precision; distinct ones are gathered once.</summary>
/// <typeparam name="T">The precision of the data.</typeparam>
internal sealed class DataCorrelations<T> : ICorrelationSource<T>
    where T : struct, INumber<T>
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

    // By the objects themselves: the intersections of gates, of which equal ones are one, and what was gathered over each.
    private readonly Dictionary<RowSet, Dictionary<RowSet, RowSet>> _both = new(ReferenceEqualityComparer.Instance);
    private readonly List<RowSet> _distinct = [];
    private readonly Dictionary<RowSet, List<Correlation>> _inputs = new(ReferenceEqualityComparer.Instance);

    public OutputSums Output(string name, T[] y, int units, RowSet on, EffectiveInput<T>[] inputs)
    {
        int[] offsets = OutputSums.OffsetsOf(inputs);
        int width = offsets[^1];
        OutputSums.RequireMemory(width, units);
        double[] sx = new double[width * width];
        double[] syx = new double[units * width];
        InputGroups groups = new(inputs.Length);
        for (int p = 0; p < inputs.Length; p++)
        {
            OutputSums.Paste(CorrelateOutputs(y, units, inputs[p]), inputs[p].Feature.Width, syx, 0, offsets[p], width);
            for (int j = 0; j < inputs.Length; j++)
            {
                if (Both(inputs[j].On, inputs[p].On).Count > 0)
                {
                    groups.Join(j, p);
                }

                OutputSums.Paste(Correlate(inputs[j], inputs[p]), inputs[p].Feature.Width, sx, offsets[j], offsets[p], width);
            }
        }

        return new OutputSums(units, offsets, groups.All(), sx, syx, solution => Leave(y, units, on, inputs, offsets, solution));
    }

    public MergedDatapoints Merged(string name, T[] y, int units, RowSet on, EffectiveInput<T>[] inputs) => MergedDatapoints.Of<T>(y, units, on, inputs);

    public double HalfSquares(string name, T[] y, int units, RowSet on) => on.HalfSquares<T>(y, units);

    /// <summary>Sx(j, p), features of j x features of p.</summary>
    public double[] Correlate(EffectiveInput<T> j, EffectiveInput<T> p)
    {
        RowSet on = Both(j.On, p.On);
        if (!_inputs.TryGetValue(on, out List<Correlation>? gathered))
        {
            _inputs.Add(on, gathered = []);
        }

        foreach (Correlation known in gathered)
        {
            if (known.Left.Sees(j) && known.Right.Sees(p))
            {
                return known.Sum;
            }

            if (known.Left.Sees(p) && known.Right.Sees(j))
            {
                return OutputSums.Transpose(known.Sum, p.Feature.Width, j.Feature.Width);
            }
        }

        double[] sum = j.Feature.IsOneHot ? AddRows(j, p, on)
            : j.Sees(p) ? Multiply(j.Feature.Width, null, p, on)
            : Multiply(j.Feature.Width, j.CopyTo, p, on);
        gathered.Add(new Correlation(j, p, sum));
        return sum;
    }

    /// <summary>A one-hot input adds every vector to the row that its index names.</summary>
    private static double[] AddRows(EffectiveInput<T> j, EffectiveInput<T> right, RowSet on)
    {
        int width = right.Feature.Width;
        double[] sum = new double[j.Feature.Width * width];
        double[] vector = new double[width];
        foreach (int n in on.Datapoints())
        {
            right.CopyTo(n, vector);
            Span<double> row = sum.AsSpan(j.Feature.IndexAt(n) * width, width);
            TensorPrimitives.MultiplyAdd(vector, j.FactorAt(n), row, row);
        }

        return sum;
    }

    /// <summary>Syx(p), units x features of p.</summary>
    public static double[] CorrelateOutputs(T[] y, int units, EffectiveInput<T> p) => Multiply(
        units,
        (n, destination) =>
        {
            for (int i = 0; i < units; i++)
            {
                destination[i] = double.CreateTruncating(y[(n * units) + i]);
            }
        },
        p,
        p.On);

    /// <summary>The sum of left right^T over datapoints; without a left one, of right right^T.</summary>
    private static double[] Multiply(int width, VectorReader? left, EffectiveInput<T> right, RowSet on)
    {
        int[] rows = on.Datapoints();
        int parts = (int)Math.Clamp(Math.Min(rows.Length / LeastRowsOfPart, MostSums / Math.Max(1, (long)width * right.Feature.Width)), 1, MostParts);
        double[] sum = parts == 1 ? MultiplyPart(width, left, right, rows) : MultiplySideBySide(parts, width, left, right, rows);
        if (left is null)
        {
            Mirror(sum, width);
        }

        return sum;
    }

    private static double[] MultiplySideBySide(int parts, int width, VectorReader? left, EffectiveInput<T> right, int[] rows)
    {
        double[][] sums = new double[parts][];
        Parallel.For(0, parts, part =>
            sums[part] = MultiplyPart(width, left, right, rows.AsSpan((int)((long)rows.Length * part / parts)..(int)((long)rows.Length * (part + 1) / parts))));
        foreach (double[] sum in sums[1..])
        {
            TensorPrimitives.Add(sums[0], sum, sums[0]);
        }

        return sums[0];
    }

    /// <summary>The sum over some datapoints, a block of them at a time; of a symmetric one the upper triangle.</summary>
    private static double[] MultiplyPart(int width, VectorReader? left, EffectiveInput<T> right, ReadOnlySpan<int> rows)
    {
        int columns = right.Feature.Width;
        double[] sum = new double[width * columns];
        double[] leftBlock = left is null ? [] : new double[BlockRows * width];
        double[] rightBlock = new double[BlockRows * columns];
        for (int first = 0; first < rows.Length; first += BlockRows)
        {
            int count = Math.Min(BlockRows, rows.Length - first);
            for (int k = 0; k < count; k++)
            {
                left?.Invoke(rows[first + k], leftBlock.AsSpan(k * width, width));
                right.CopyTo(rows[first + k], rightBlock.AsSpan(k * columns, columns));
            }

            if (left is not null)
            {
                SingleProducts.Add(leftBlock, 1, width, rightBlock, columns, sum, columns, width, count, columns, 1);
                continue;
            }

            for (int column = 0; column < width; column += PanelColumns)
            {
                int ofPanel = Math.Min(PanelColumns, width - column);
                SingleProducts.Add(
                    rightBlock, 1, width, rightBlock.AsSpan(column), width, sum.AsSpan(column), width, column + ofPanel, count, ofPanel, 1);
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
    public RowSet Both(RowSet a, RowSet b)
    {
        if (!_both.TryGetValue(a, out Dictionary<RowSet, RowSet>? withA))
        {
            _both.Add(a, withA = new(ReferenceEqualityComparer.Instance));
        }

        if (!withA.TryGetValue(b, out RowSet? both))
        {
            RowSet intersection = RowSet.Intersect(a, b);
            both = _distinct.Find(intersection.SameAs);
            if (both is null)
            {
                _distinct.Add(both = intersection);
            }

            withA.Add(b, both);
        }

        return both;
    }

    /// <summary>sum r x^T and 1/2 sum |r|^2 over the residuals of the solution, from the data, a block of datapoints at a time.</summary>
    private static (double[] Leftover, double Least) Leave(
        T[] y, int units, RowSet on, EffectiveInput<T>[] inputs, int[] offsets, double[] solution)
    {
        int width = offsets[^1];
        double[] leftover = new double[units * width];
        double[] x = new double[BlockRows * width];
        double[] r = new double[BlockRows * units];
        double least = 0;
        int[] rows = on.Datapoints();
        double[] transposed = OutputSums.Transpose(solution, units, width);
        for (int first = 0; first < rows.Length; first += BlockRows)
        {
            int count = Math.Min(BlockRows, rows.Length - first);
            for (int k = 0; k < count; k++)
            {
                int n = rows[first + k];
                Stack(n, inputs, offsets, x.AsSpan(k * width, width));
                RowNumbers.Convert<T, double>(y.AsSpan(n * units, units), r.AsSpan(k * units, units));
            }

            SingleProducts.Add(x, width, 1, transposed, units, r, units, count, width, units, -1);
            SingleProducts.Add(r, 1, units, x, width, leftover, width, units, count, width, 1);
            ReadOnlySpan<double> residuals = r.AsSpan(0, count * units);
            least += SingleProducts.Dot(residuals, residuals) / 2;
        }

        return (leftover, least);
    }

    private static void Stack(int datapoint, EffectiveInput<T>[] inputs, int[] offsets, Span<double> stacked)
    {
        for (int p = 0; p < inputs.Length; p++)
        {
            Span<double> block = stacked[offsets[p]..offsets[p + 1]];
            if (inputs[p].On.Contains(datapoint))
            {
                inputs[p].CopyTo(datapoint, block);
            }
            else
            {
                block.Clear();
            }
        }
    }

    /// <summary>What was gathered of two inputs.</summary>
    /// <param name="Left">Its rows.</param>
    /// <param name="Right">Its columns.</param>
    /// <param name="Sum">Features x features.</param>
    private sealed record Correlation(EffectiveInput<T> Left, EffectiveInput<T> Right, double[] Sum);
}
