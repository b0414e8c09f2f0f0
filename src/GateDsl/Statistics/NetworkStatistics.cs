using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GateDsl.CompilerServices;

/// <summary>
/// What a training by statistics needs of a network's data, and no more: sums over datapoints (Eq. 4) in double precision. Those of shards add up to
/// those of the whole, so that they can be gathered where the shards are, and their size does not grow with the datapoints. Base of the class
/// Statistics of every network.
/// </summary>
/// <typeparam name="TSelf">That class.</typeparam>
/// <typeparam name="T">Float or double.</typeparam>
/// <typeparam name="TData">The network's data sets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class NetworkStatistics<TSelf, T, TData> : INetworkStatistics<TData>
    where TSelf : NetworkStatistics<TSelf, T, TData>, new()
    where T : struct, INumber<T>
    where TData : BatchData
{
    private StatisticSums _sums = new();

    /// <summary>N: the datapoints that were gathered, of all shards together.</summary>
    public long Count => _sums.Count;

    /// <summary>Why this network cannot be trained by statistics, as a sentence; null: it can.</summary>
    protected virtual string? WhyNot => null;

    /// <summary>A data set without datapoints.</summary>
    protected virtual TData NoData => throw new NotSupportedException();

    double INetworkStatistics<TData>.ZeroLoss => _sums.ZeroLoss;

    /// <summary>Gathers the statistics of a data set, or of one shard of a larger one.</summary>
    /// <param name="data">The datapoints.</param>
    /// <exception cref="NotSupportedException">
    /// The network cannot be trained by statistics: it has another loss than the squared one or self-gated units; says which.
    /// </exception>
    /// <exception cref="ArgumentException">The correlations are larger than what memory is left.</exception>
    public static TSelf Gather(TData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        TSelf statistics = Supported();
        statistics._sums = statistics.Record(data).Sums;
        return statistics;
    }

    /// <summary>
    /// The statistics of all shards together. Their order does not matter: the same shards give the same numbers, bit for bit.
    /// </summary>
    /// <param name="shards">At least one; statistics that were merged before may be among them.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public static TSelf Merge(IEnumerable<TSelf> shards)
    {
        ArgumentNullException.ThrowIfNull(shards);
        TSelf[] all = [.. shards];
        if (all.Length == 0)
        {
            throw new ArgumentException("There are no shards to merge.", nameof(shards));
        }

        if (Array.IndexOf(all, null) is >= 0 and int missing)
        {
            throw new ArgumentException($"Shard {missing} of {all.Length} is null.", nameof(shards));
        }

        return new TSelf { _sums = StatisticSums.Add(all.Select(shard => shard._sums)) };
    }

    /// <summary>Reads a file that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is damaged, of another network or of other widths; names what differs.</exception>
    /// <exception cref="NotSupportedException">The network cannot be trained by statistics.</exception>
    public static TSelf Load(string path)
    {
        TSelf statistics = Supported();
        RecordedCorrelations<T> none = statistics.Record(statistics.NoData);
        statistics._sums = SumsFile.Load(path, Network, none.Sums, none.Possible);
        return statistics;
    }

    /// <summary>Writes all sums by name, whole or not at all; the same statistics give the same bytes.</summary>
    /// <param name="path">Where to: .npz or .safetensors by its ending.</param>
    /// <exception cref="ArgumentException">The path has another ending.</exception>
    public void Save(string path)
    {
        // Statistics of no datapoints have their sums too, all 0.
        StatisticSums none = ((TSelf)this).Record(Supported().NoData).Sums;
        SumsFile.Save(path, Network, _sums.Count == 0 ? none : _sums);
    }

    TData INetworkStatistics<TData>.ForTraining()
    {
        TData data = Supported().NoData;
        data.Sums = _sums;
        return data;
    }

    byte[] INetworkStatistics<TData>.Fingerprint()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Network));
        foreach ((string name, SumMatrix matrix) in _sums.ToMatrices())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n{name} {matrix.Rows} {matrix.Columns}\n")));
            hash.AppendData(MemoryMarshal.AsBytes<double>(matrix.Values));
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Gathers the correlations of a data set.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="gatherer">Takes them.</param>
    /// <returns>What is made of them, which nobody asks for.</returns>
    protected virtual object Gather(TData data, CorrelationGatherer<T, double> gatherer) => throw new NotSupportedException();

    private static string Network => typeof(TSelf).DeclaringType?.FullName ?? typeof(TSelf).FullName!;

    private static TSelf Supported()
    {
        TSelf statistics = new();
        return statistics.WhyNot is { } reason ? throw new NotSupportedException($"This network cannot be trained by statistics. {reason}") : statistics;
    }

    private RecordedCorrelations<T> Record(TData data)
    {
        RecordedCorrelations<T> recorded = new();
        Gather(data, new CorrelationGatherer<T, double>(recorded));
        recorded.Sums.Count = data.Count;
        return recorded;
    }
}
