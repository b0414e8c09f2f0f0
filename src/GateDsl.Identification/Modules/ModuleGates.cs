namespace GateDsl.Identifying;

/// <summary>
/// Gates of modules from centroids: on where more than half of the cluster's weight is. Entries close to a half decide nothing by themselves;
/// where all others leave a gate that is a function of one input alone, the context first, the undecided ones follow it.
/// </summary>
internal static class ModuleGates
{
    /// <summary>How far from a half an entry is undecided: on its one side there is less than one and a half times what is on the other.</summary>
    private const double Undecided = 0.1;

    /// <summary>The gate of a centroid.</summary>
    public static bool[] Rounded(double[] centroid, IdentificationData data)
    {
        bool[] gate = [.. centroid.Select(entry => entry > 0.5)];
        if (data.Inputs.Count < 2)
        {
            return gate;
        }

        foreach (IdentifiedInput input in data.Inputs.Reverse())
        {
            bool[] alone = FunctionOf(input, centroid);
            if (Enumerable.Range(0, gate.Length).All(n => alone[n] == gate[n] || Math.Abs(centroid[n] - 0.5) < Undecided))
            {
                return alone;
            }
        }

        return gate;
    }

    /// <summary>
    /// The distinct gates of a clustering and which of them each cluster has; -1 for one that is never on.
    /// </summary>
    public static (List<bool[]> Gates, int[] GateOfCluster) Of(Clustering clustering, IdentificationData data)
    {
        List<bool[]> gates = [];
        int[] gateOfCluster = new int[clustering.Centroids.Length];
        for (int c = 0; c < gateOfCluster.Length; c++)
        {
            bool[] gate = Rounded(clustering.Centroids[c], data);
            int known = gates.FindIndex(other => other.AsSpan().SequenceEqual(gate));
            if (known < 0 && gate.Contains(true))
            {
                known = gates.Count;
                gates.Add(gate);
            }

            gateOfCluster[c] = known;
        }

        return (gates, gateOfCluster);
    }

    private static bool[] FunctionOf(IdentifiedInput input, double[] centroid)
    {
        double[] sums = new double[input.IndexValues];
        int[] counts = new int[input.IndexValues];
        for (int n = 0; n < centroid.Length; n++)
        {
            sums[input.Index[n]] += centroid[n];
            counts[input.Index[n]]++;
        }

        return [.. input.Index.Select(value => sums[value] > 0.5 * counts[value])];
    }
}
