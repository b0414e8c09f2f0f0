namespace GateDsl;

/// <summary>What several representative networks predict.</summary>
/// <param name="Loss">The mean of the draws' losses before every pass.</param>
/// <param name="Draws">Each draw's.</param>
/// <param name="GateShareEpochs">The epochs at which gate shares were read.</param>
/// <param name="GateShares">Means over the draws, at these epochs.</param>
/// <param name="Snapshots">Means over the draws, at the epochs asked for.</param>
/// <param name="TestLoss">The mean of the draws' losses on the test data, at the epochs asked for.</param>
/// <param name="TestDraws">Each draw's; empty arrays without test data.</param>
/// <param name="TestLossBy">The mean of the draws' losses on the groups of the test data.</param>
internal sealed record NetworkDraws(
    double[] Loss, double[][] Draws, IReadOnlyList<int> GateShareEpochs, LayerGateShares[] GateShares, Snapshot[] Snapshots, double[] TestLoss,
        double[][] TestDraws,
    IReadOnlyDictionary<string, double[]> TestLossBy)
{
    /// <summary>The draws in their order.</summary>
    public static NetworkDraws Of(IReadOnlyList<NetworkDraw> draws, int epochs, DrawPlan plan)
    {
        double[] mean = new double[epochs];
        foreach (NetworkDraw draw in draws)
        {
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                mean[epoch] += draw.Loss[epoch] / draws.Count;
            }
        }

        return new NetworkDraws(
            mean,
            [.. draws.Select(draw => draw.Loss)],
            plan.GateShareEpochs,
            [.. draws[0].GateShares.Select((_, i) => LayerGateShares.Mean([.. draws.Select(draw => draw.GateShares[i])]))],
            [.. draws[0].Snapshots.Select((_, i) => KernelSums.Mean([.. draws.Select(draw => draw.Snapshots[i])]))],
            [.. draws[0].TestLoss.Select((_, i) => draws.Average(draw => draw.TestLoss[i]))],
            [.. draws.Select(draw => draw.TestLoss)],
            TestGroups.ByName(
                plan.Groups?.Names ?? [],
                [.. (plan.Groups?.Names ?? [])
                    .Select((_, group) => draws[0].GroupLoss.Select((_, i) => draws.Average(draw => draw.GroupLoss[i][group])).ToArray())]));
    }
}
