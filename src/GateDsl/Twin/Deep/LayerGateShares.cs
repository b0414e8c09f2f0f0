using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>Shares of path strength |w_in| |w_out| by gate pattern in every hidden layer, over the draws and over time.</summary>
internal sealed class LayerGateShares
{
    private readonly SortedDictionary<string, double>[] _shares;

    private LayerGateShares(SortedDictionary<string, double>[] shares, double[] alwaysOn) => (_shares, AlwaysOn) = (shares, alwaysOn);

    /// <summary>
    /// By hidden layer; a pattern is a string with '1' where the unit is on, one character per datapoint. Dead units included: shares sum to 1.
    /// </summary>
    public IReadOnlyList<SortedDictionary<string, double>> Layers => _shares;

    /// <summary>By hidden layer the share of its units that are on everywhere, each counting the same.</summary>
    public double[] AlwaysOn { get; }

    /// <summary>Reads a network whose activations are known.</summary>
    public static LayerGateShares Of(LayeredNetwork network)
    {
        int layers = network.Edges - 1;
        int count = network.All.Length;
        SortedDictionary<string, double>[] shares = [.. Enumerable.Range(0, layers).Select(_ => new SortedDictionary<string, double>(StringComparer.Ordinal))];
        double[] alwaysOn = new double[layers];
        char[] pattern = new char[count];
        for (int layer = 1; layer <= layers; layer++)
        {
            int units = network.UnitsOf(layer);
            ReadOnlySpan<double> h = network.ActivationsOf(layer);
            double[] strengths = Strengths(network, layer);
            double total = strengths.Sum();
            for (int unit = 0; unit < units; unit++)
            {
                for (int n = 0; n < count; n++)
                {
                    pattern[n] = h[(n * units) + unit] > 0 ? '1' : '0';
                }

                string key = new(pattern);
                alwaysOn[layer - 1] += key.Contains('0', StringComparison.Ordinal) ? 0 : 1.0 / units;
                shares[layer - 1][key] = shares[layer - 1].GetValueOrDefault(key) + (total > 0 ? strengths[unit] / total : 0);
            }
        }

        return new LayerGateShares(shares, alwaysOn);
    }

    /// <summary>The mean of several networks' shares.</summary>
    public static LayerGateShares Mean(IReadOnlyList<LayerGateShares> draws)
    {
        SortedDictionary<string, double>[] mean = [.. draws[0]._shares.Select(_ => new SortedDictionary<string, double>(StringComparer.Ordinal))];
        foreach (LayerGateShares draw in draws)
        {
            for (int layer = 0; layer < mean.Length; layer++)
            {
                foreach ((string pattern, double share) in draw._shares[layer])
                {
                    mean[layer][pattern] = mean[layer].GetValueOrDefault(pattern) + (share / draws.Count);
                }
            }
        }

        return new LayerGateShares(mean, [.. mean.Select((_, layer) => draws.Average(draw => draw.AlwaysOn[layer]))]);
    }

    private static double[] Strengths(LayeredNetwork network, int layer)
    {
        int units = network.UnitsOf(layer);
        int sources = network.UnitsOf(layer - 1);
        int targets = network.UnitsOf(layer + 1);
        double[] outgoing = network.Weights[layer];
        double[] strengths = new double[units];
        for (int unit = 0; unit < units; unit++)
        {
            double squares = 0;
            for (int target = 0; target < targets; target++)
            {
                double weight = outgoing[(target * units) + unit];
                squares += weight * weight;
            }

            strengths[unit] = Math.Sqrt(squares) * TensorPrimitives.Norm(network.Weights[layer - 1].AsSpan(unit * sources, sources));
        }

        return strengths;
    }
}
