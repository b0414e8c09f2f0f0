using System.Numerics;

namespace GateDsl.Identifying;

/// <summary>
/// The gates of all recorded units, stacked (P1 App. B, Algorithm 1): the distinct patterns, without the one that is never on, and the rows that
/// have each. A row weighs as much as its unit's share of the path strength of its recording, so that every recording counts the same and units
/// that carry nothing do not.
/// </summary>
internal sealed class GatePatterns
{
    private readonly int[] _patternOfRow;
    private readonly double[] _rowWeights;
    private readonly int _units;

    private GatePatterns(int datapoints, int units, ulong[][] patterns, int[] patternOfRow, double[] rowWeights)
    {
        (Datapoints, _units, Patterns, _patternOfRow, _rowWeights) = (datapoints, units, patterns, patternOfRow, rowWeights);
        (Weights, Counts) = Resampled(_ => 1);
    }

    /// <summary>Number of datapoints N.</summary>
    public int Datapoints { get; }

    /// <summary>Distinct patterns that are on somewhere, bit n of word n / 64 for datapoint n, in ascending order.</summary>
    public ulong[][] Patterns { get; }

    /// <summary>Weight of each pattern; they sum to the number of recordings, less what dead units hold.</summary>
    public double[] Weights { get; }

    /// <summary>Rows of each pattern.</summary>
    public double[] Counts { get; }

    /// <summary>Rows (units of all recordings).</summary>
    public int Rows => _patternOfRow.Length;

    /// <summary>Rows that are on nowhere.</summary>
    public int DeadRows => _patternOfRow.Count(pattern => pattern < 0);

    /// <summary>Rows that are on everywhere.</summary>
    public int AlwaysOnRows => _patternOfRow.Count(pattern => pattern >= 0 && OnCount(Patterns[pattern]) == Datapoints);

    /// <summary>Stacks the recordings.</summary>
    public static GatePatterns Of(LayerRecordings recordings)
    {
        int words = recordings.Words;
        List<ulong[]> rows = [];
        double[] weights = new double[recordings.Count * recordings.Units];
        for (int r = 0; r < recordings.Count; r++)
        {
            ReadOnlySpan<ulong> gates = recordings.Gates(r);
            double[] strengths = recordings.Strengths(r).ToArray();
            double total = strengths.Sum();
            for (int unit = 0; unit < recordings.Units; unit++)
            {
                rows.Add(gates.Slice(unit * words, words).ToArray());
                weights[(r * recordings.Units) + unit] = total > 0 ? strengths[unit] / total : 1.0 / recordings.Units;
            }
        }

        ulong[][] patterns = [.. rows.Where(row => OnCount(row) > 0).Distinct(PatternComparer.Instance).Order(PatternComparer.Instance)];
        Dictionary<ulong[], int> index = new(PatternComparer.Instance);
        for (int p = 0; p < patterns.Length; p++)
        {
            index.Add(patterns[p], p);
        }

        return new(recordings.Datapoints, recordings.Units, patterns, [.. rows.Select(row => index.GetValueOrDefault(row, -1))], weights);
    }

    /// <summary>Whether a pattern is on at a datapoint.</summary>
    public static bool IsOn(ulong[] pattern, int datapoint) => (pattern[datapoint >> 6] >> (datapoint & 63) & 1) != 0;

    /// <summary>Number of datapoints where a pattern is on.</summary>
    public static int OnCount(ulong[] pattern) => pattern.Sum(BitOperations.PopCount);

    /// <summary>The weights of the patterns, and the numbers of their rows, where every row is there as many times as given.</summary>
    public (double[] Weights, double[] Counts) Resampled(Func<int, int> times)
    {
        double[] weights = new double[Patterns.Length];
        double[] counts = new double[Patterns.Length];
        for (int row = 0; row < Rows; row++)
        {
            if (_patternOfRow[row] is >= 0 and int pattern)
            {
                weights[pattern] += times(row) * _rowWeights[row];
                counts[pattern] += times(row);
            }
        }

        return (weights, counts);
    }

    /// <summary>The share of path strength of each group of patterns, by recording; what dead units hold is in none.</summary>
    public double[][] SharesByRecording(int[] groupOfPattern, int groups)
    {
        double[][] shares = [.. Enumerable.Range(0, groups).Select(_ => new double[Rows / _units])];
        for (int row = 0; row < Rows; row++)
        {
            if (_patternOfRow[row] >= 0 && groupOfPattern[_patternOfRow[row]] is >= 0 and int group)
            {
                shares[group][row / _units] += _rowWeights[row];
            }
        }

        return shares;
    }

    /// <summary>The rows, not dead, of each group of patterns.</summary>
    public int[] RowsOf(int[] groupOfPattern, int groups)
    {
        int[] counts = new int[groups];
        foreach (int pattern in _patternOfRow)
        {
            if (pattern >= 0 && groupOfPattern[pattern] is >= 0 and int group)
            {
                counts[group]++;
            }
        }

        return counts;
    }

    /// <summary>Patterns by value, ordered as numbers with datapoint 0 most significant.</summary>
    internal sealed class PatternComparer : IEqualityComparer<ulong[]>, IComparer<ulong[]>
    {
        public static readonly PatternComparer Instance = new();

        public bool Equals(ulong[]? a, ulong[]? b) => a.AsSpan().SequenceEqual(b);

        public int GetHashCode(ulong[] pattern)
        {
            HashCode hash = default;
            foreach (ulong word in pattern)
            {
                hash.Add(word);
            }

            return hash.ToHashCode();
        }

        public int Compare(ulong[]? a, ulong[]? b)
        {
            for (int i = 0; i < a!.Length; i++)
            {
                ulong different = a[i] ^ b![i];
                if (different != 0)
                {
                    return (a[i] >> BitOperations.TrailingZeroCount(different) & 1) != 0 ? 1 : -1;
                }
            }

            return 0;
        }
    }
}
