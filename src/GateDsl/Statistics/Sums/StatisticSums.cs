using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GateDsl;

/// <summary>
/// Everything that a training by statistics needs of datapoints, in a form that adds up: N, Sx and Syx by pairs of effective inputs, sums of squares,
/// and where all inputs of an output are one-hot its distinct datapoints. In double precision, whatever that of the network.
/// </summary>
internal sealed class StatisticSums
{
    private const string Datapoints = "Datapoints";

    private readonly SortedDictionary<string, SumMatrix> _matrices = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MergedDatapoints> _distinct = new(StringComparer.Ordinal);

    /// <summary>Sums that add up, by name.</summary>
    public IReadOnlyDictionary<string, SumMatrix> Matrices => _matrices;

    /// <summary>The distinct datapoints of outputs whose inputs are one-hot, by output.</summary>
    public IReadOnlyDictionary<string, MergedDatapoints> Distinct => _distinct;

    /// <summary>N, of all shards together.</summary>
    public long Count
    {
        get => _matrices.TryGetValue(Datapoints, out SumMatrix? count) ? (long)count.Values[0] : 0;
        set => Set(Datapoints, 1, 1, [value]);
    }

    /// <summary>Loss of a network that predicts 0 everywhere, on the Sum scale.</summary>
    public double ZeroLoss => _matrices.Where(sum => sum.Key.StartsWith(SumNames.HalfSquares, StringComparison.Ordinal)).Sum(sum => sum.Value.Values[0]);

    /// <summary>Sums of ones: N, and how often inputs are on together.</summary>
    public IEnumerable<double> Counts => _matrices
        .Where(sum => sum.Key == Datapoints || sum.Key.StartsWith(SumNames.Together, StringComparison.Ordinal)).SelectMany(sum => sum.Value.Values);

    public void Set(string name, int rows, int columns, double[] values) => _matrices[name] = new SumMatrix(rows, columns, values);

    public void Set(string output, MergedDatapoints distinct) => _distinct[output] = distinct;

    /// <summary>The sum, or zeros where nothing was added.</summary>
    public double[] Get(string name, int length) => _matrices.TryGetValue(name, out SumMatrix? sum) ? sum.Values : new double[length];

    /// <summary>
    /// The sums of several shards. They are added in the order of hashes of their content, so that the result does not depend on the order in which
    /// they are given: floating-point addition would.
    /// </summary>
    public static StatisticSums Add(IEnumerable<StatisticSums> shards)
    {
        StatisticSums[] ordered =
            [.. shards.Select(shard => (Shard: shard, Hash: shard.Hash())).OrderBy(pair => pair.Hash, StringComparer.Ordinal).Select(pair => pair.Shard)];
        StatisticSums total = new();
        foreach ((string name, SumMatrix sum) in ordered.SelectMany(shard => shard._matrices))
        {
            if (total._matrices.TryGetValue(name, out SumMatrix? known))
            {
                TensorPrimitives.Add<double>(known.Values, sum.Values, known.Values);
            }
            else
            {
                total._matrices.Add(name, sum with { Values = (double[])sum.Values.Clone() });
            }
        }

        foreach (IGrouping<string, MergedDatapoints> output in ordered.SelectMany(shard => shard._distinct).GroupBy(pair => pair.Key, pair => pair.Value))
        {
            total._distinct.Add(output.Key, MergedDatapoints.Add([.. output]));
        }

        return total;
    }

    /// <summary>All numbers as matrices, in an order of their names.</summary>
    public IEnumerable<(string Name, SumMatrix Matrix)> ToMatrices()
    {
        foreach ((string name, SumMatrix sum) in _matrices)
        {
            yield return (name, sum);
        }

        foreach ((string output, MergedDatapoints distinct) in _distinct)
        {
            foreach ((string, SumMatrix) part in SumMatrix.Of(output, distinct))
            {
                yield return part;
            }
        }
    }

    private string Hash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, SumMatrix matrix) in ToMatrices())
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {matrix.Rows} {matrix.Columns}\n"));
            for (int row = 0; row < matrix.Rows; row++)
            {
                hash.AppendData(MemoryMarshal.AsBytes(matrix.Values.AsSpan(row * matrix.Columns, matrix.Columns)));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
