namespace GateDsl;

/// <summary>The log of a twin that representative networks predict.</summary>
internal static class DeepTwinLog
{
    /// <summary>Mean and draws of the losses; gate shares by hidden layer, of one hidden layer also by themselves, as nothing was drawn.</summary>
    public static RaceLog Of(NetworkDraws draws) => new(draws.Loss, new Dictionary<string, double[,]>())
    {
        Draws = HasOneLayer(draws) ? [] : draws.Draws,
        TestLoss = draws.TestLoss.Length == 0 ? null : draws.TestLoss,
        TestDraws = HasOneLayer(draws) || draws.TestLoss.Length == 0 ? [] : draws.TestDraws,
        TestLossBy = draws.TestLossBy,
        GateShares = HasOneLayer(draws) ? OverTime([.. draws.GateShares.Select(shares => shares.Layers[0])]) : new Dictionary<string, double[]>(),
        Snapshots = draws.Snapshots,
        GateShareEpochs = [.. draws.GateShareEpochs],
        LayerGateShares = Enumerable.Range(0, draws.GateShares.Length == 0 ? 0 : draws.GateShares[0].Layers.Count).ToDictionary(
            layer => $"Hidden{layer + 1}", layer => OverTime([.. draws.GateShares.Select(shares => shares.Layers[layer])])),
    };

    private static bool HasOneLayer(NetworkDraws draws) => draws.GateShares.Length > 0 && draws.GateShares[0].Layers.Count == 1;

    private static IReadOnlyDictionary<string, double[]> OverTime(SortedDictionary<string, double>[] epochs)
    {
        Dictionary<string, double[]> byPattern = [];
        for (int i = 0; i < epochs.Length; i++)
        {
            foreach ((string pattern, double share) in epochs[i])
            {
                if (!byPattern.TryGetValue(pattern, out double[]? shares))
                {
                    byPattern[pattern] = shares = new double[epochs.Length];
                }

                shares[i] = share;
            }
        }

        return byPattern;
    }
}
