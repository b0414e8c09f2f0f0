namespace GateDsl;

/// <summary>A correlation of two effective inputs, which is 0 and not kept where they are never on together.</summary>
/// <param name="Rows">Features of the first.</param>
/// <param name="Columns">Features of the second.</param>
/// <param name="Output">An output that both reach.</param>
/// <param name="Pair">Which pair of its effective inputs they are.</param>
internal sealed record PairSum(int Rows, int Columns, string Output, int Pair)
{
    /// <summary>Whether some datapoint of these sums has both on.</summary>
    public bool IsIn(StatisticSums sums) => sums.Get(SumNames.Together + Output, Pair + 1)[Pair] > 0;
}
