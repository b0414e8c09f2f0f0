using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// The witness of a nested gate over two one-hot inputs, from the order of its rows alone: a row weighs its rank in the order of inclusion,
/// and a column weighs one minus the rank of the first row that is on there. The sum is positive exactly from that row upwards.
/// </summary>
internal static class NestedWeights
{
    /// <summary>Weights of the rows, then of the columns.</summary>
    /// <param name="on">The gate, row-major.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="rows">The chain of the rows.</param>
    public static BigInteger[] Of(bool[] on, int columns, SliceOrder rows)
    {
        int[] firstRank = Enumerable.Repeat(rows.Ranks, columns).ToArray();
        for (int n = 0; n < on.Length; n++)
        {
            if (on[n])
            {
                firstRank[n % columns] = Math.Min(firstRank[n % columns], rows.Rank[n / columns]);
            }
        }

        return [.. rows.Rank.Select(rank => new BigInteger(rank)), .. firstRank.Select(rank => new BigInteger(1 - rank))];
    }
}
