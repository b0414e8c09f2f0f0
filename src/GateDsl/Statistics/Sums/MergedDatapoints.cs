using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>
/// Datapoints that neither a gate nor an input of an output module tells apart, counted as one: with c datapoints of mean target ybar, the loss is
/// c/2 |ybar - yhat|^2 + 1/2 sum |y - ybar|^2, of which no weight changes the second part. All inputs are one-hot.
/// </summary>
internal sealed class MergedDatapoints
{
    /// <summary>Adding a row costs about this many times an operation of a dense product.</summary>
    private const long CostOfAdding = 2;

    /// <param name="units">Units of the output module.</param>
    /// <param name="widths">Features of each of its effective inputs.</param>
    /// <param name="rows">The features of each merged datapoint that are 1.</param>
    /// <param name="sums">The sum of its targets.</param>
    /// <param name="counts">How many datapoints it stands for.</param>
    /// <param name="least">1/2 sum |y - ybar|^2.</param>
    public MergedDatapoints(int units, int[] widths, int[][] rows, double[][] sums, long[] counts, double least)
    {
        Units = units;
        Widths = widths;
        Rows = rows;
        Sums = sums;
        Counts = counts;
        Least = least;
        Means = [.. sums.Select((sum, d) => Array.ConvertAll(sum, value => value / counts[d]))];
    }

    /// <summary>Units of the output module.</summary>
    public int Units { get; }

    /// <summary>Features of each effective input.</summary>
    public int[] Widths { get; }

    /// <summary>Features of all its effective inputs together.</summary>
    public int Features => Widths.Sum();

    /// <summary>For each merged datapoint the features that are 1, in the order of the inputs; inputs that are off have none.</summary>
    public int[][] Rows { get; }

    /// <summary>The sum of the targets of each.</summary>
    public double[][] Sums { get; }

    /// <summary>The mean target of each.</summary>
    public double[][] Means { get; }

    /// <summary>How many datapoints each stands for.</summary>
    public long[] Counts { get; }

    /// <summary>1/2 sum |y - ybar|^2.</summary>
    public double Least { get; }

    /// <summary>
    /// Fewer operations than a product with a factor of the correlations, about 4 features^2 for each unit, whose size does not grow with the
    /// datapoints.
    /// </summary>
    public bool IsSmall => CostOfAdding * 2 * Rows.Sum(rows => (long)rows.Length) <= 4L * Features * Features;

    public static MergedDatapoints Of<T>(T[] y, int units, RowSet on, ReadOnlySpan<EffectiveInput<T>> inputs)
        where T : struct, INumber<T>
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        List<int[]> rows = [];
        List<double[]> sums = [];
        List<long> counts = [];
        List<int> mergedInto = [];
        double[] target = new double[units];
        char[] key = new char[2 * inputs.Length];
        int[] features = new int[inputs.Length];
        foreach (int n in on.Datapoints())
        {
            int count = Describe(n, inputs, key, features);
            if (!known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out int at))
            {
                at = rows.Count;
                known.Add(new string(key), at);
                rows.Add(features[..count]);
                sums.Add(new double[units]);
                counts.Add(0);
            }

            RowNumbers.Convert<T, double>(y.AsSpan(n * units, units), target);
            TensorPrimitives.Add<double>(sums[at], target, sums[at]);
            counts[at]++;
            mergedInto.Add(at);
        }

        int[] widths = [.. inputs.ToArray().Select(input => input.Feature.Width)];
        double[][] means = [.. sums.Select((sum, d) => Array.ConvertAll(sum, value => value / counts[d]))];
        return new MergedDatapoints(units, widths, [.. rows], [.. sums], [.. counts], Spread(y, units, on, mergedInto, means));
    }

    /// <summary>
    /// The datapoints of several shards together, in an order of their own. Of c and c' datapoints with the means ybar and ybar' the spread about
    /// the common mean is that of both and c c' / (c + c') |ybar - ybar'|^2 / 2: no squares are subtracted.
    /// </summary>
    /// <param name="shards">At least one, of the same output module; added in this order.</param>
    public static MergedDatapoints Add(IReadOnlyList<MergedDatapoints> shards)
    {
        SortedDictionary<int[], (double[] Sum, long Count)> all = new(Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        double least = 0;
        double[] difference = new double[shards[0].Units];
        foreach (MergedDatapoints shard in shards)
        {
            least += shard.Least;
            for (int d = 0; d < shard.Rows.Length; d++)
            {
                long added = shard.Counts[d];
                if (!all.TryGetValue(shard.Rows[d], out (double[] Sum, long Count) known))
                {
                    all.Add(shard.Rows[d], ((double[])shard.Sums[d].Clone(), added));
                    continue;
                }

                TensorPrimitives.Divide<double>(known.Sum, known.Count, difference);
                TensorPrimitives.Subtract<double>(difference, shard.Means[d], difference);
                double weight = (double)known.Count * added / (known.Count + added);
                least += weight * TensorPrimitives.SumOfSquares<double>(difference) / 2;
                TensorPrimitives.Add<double>(known.Sum, shard.Sums[d], known.Sum);
                all[shard.Rows[d]] = (known.Sum, known.Count + added);
            }
        }

        return new MergedDatapoints(
            shards[0].Units, shards[0].Widths, [.. all.Keys], [.. all.Values.Select(one => one.Sum)], [.. all.Values.Select(one => one.Count)], least);
    }

    /// <summary>What tells a datapoint apart, as a key, and its features that are 1; returns how many.</summary>
    private static int Describe<T>(int datapoint, ReadOnlySpan<EffectiveInput<T>> inputs, Span<char> key, Span<int> features)
        where T : struct, INumber<T>
    {
        int count = 0;
        int first = 0;
        for (int p = 0; p < inputs.Length; p++)
        {
            // An index is never this large: it stands for an input that is off.
            uint value = uint.MaxValue;
            if (inputs[p].On.Contains(datapoint))
            {
                value = (uint)inputs[p].Feature.IndexAt(datapoint);
                features[count++] = first + (int)value;
            }

            (key[2 * p], key[(2 * p) + 1]) = ((char)(value >> 16), (char)value);
            first += inputs[p].Feature.Width;
        }

        return count;
    }

    /// <summary>1/2 sum |y - ybar|^2, from the differences: those of sums of squares would cancel.</summary>
    private static double Spread<T>(T[] y, int units, RowSet on, List<int> mergedInto, double[][] means)
        where T : struct, INumber<T>
    {
        double squares = 0;
        double[] difference = new double[units];
        int next = 0;
        foreach (int n in on.Datapoints())
        {
            RowNumbers.Convert<T, double>(y.AsSpan(n * units, units), difference);
            TensorPrimitives.Subtract<double>(difference, means[mergedInto[next++]], difference);
            squares += TensorPrimitives.SumOfSquares<double>(difference);
        }

        return squares / 2;
    }
}
