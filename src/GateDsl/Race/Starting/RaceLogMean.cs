namespace GateDsl;

/// <summary>Logs of the same race from several starts, and their mean.</summary>
internal sealed class RaceLogMean
{
    /// <summary>Spreads below this part of the loss are rounding.</summary>
    private const double Rounding = 1e-9;

    private readonly List<double[]> _losses = [];
    private readonly List<double[]> _testLosses = [];
    private readonly Dictionary<string, double[,]> _strengths = [];
    private readonly List<Snapshot> _snapshots = [];
    private readonly Dictionary<string, List<double[]>> _groups = [];
    private int[] _epochs = [];

    /// <summary>Logs added.</summary>
    public int Count => _losses.Count;

    public void Add(RaceLog log)
    {
        _epochs = log.Epochs;
        _losses.Add(log.Loss);
        if (log.TestLoss is not null)
        {
            _testLosses.Add(log.TestLoss);
        }

        foreach ((string pathway, double[,] strengths) in log.ModeStrengths)
        {
            if (!_strengths.TryAdd(pathway, strengths))
            {
                KernelSums.Add(_strengths[pathway], strengths, 1);
            }
        }

        foreach ((string group, double[] losses) in log.TestLossBy)
        {
            (_groups.TryGetValue(group, out List<double[]>? all) ? all : _groups[group] = []).Add(losses);
        }

        for (int i = 0; i < log.Snapshots.Count; i++)
        {
            if (i == _snapshots.Count)
            {
                _snapshots.Add(KernelSums.Mean([log.Snapshots[i]]));
                continue;
            }

            KernelSums.Add(_snapshots[i], log.Snapshots[i]);
        }
    }

    /// <summary>
    /// Whether the standard error of the mean of the test losses is at most a share of a single network's standard deviation, at every logged epoch.
    /// </summary>
    /// <param name="share">Of the standard deviation.</param>
    /// <param name="hasPairs">Logs 2 k and 2 k + 1 mirror each other; what is independent are the means of pairs.</param>
    public bool IsWithin(double share, bool hasPairs)
    {
        double[][] independent = hasPairs
            ? [.. Enumerable.Range(0, Count / 2).Select(pair => _testLosses[2 * pair].Zip(_testLosses[(2 * pair) + 1], (a, b) => (a + b) / 2).ToArray())]
            : [.. _testLosses];
        return Enumerable.Range(0, _epochs.Length).All(epoch =>
        {
            (double mean, double spread) = Moments(_testLosses, epoch);
            double error = Moments(independent, epoch).Deviation / Math.Sqrt(independent.Length);
            return error <= Math.Max(share * spread, Rounding * Math.Abs(mean));
        });
    }

    public RaceLog ToLog()
    {
        foreach (double[,] strengths in _strengths.Values)
        {
            KernelSums.Scale(strengths, 1.0 / Count);
        }

        foreach (Snapshot snapshot in _snapshots)
        {
            KernelSums.Scale(snapshot, 1.0 / Count);
        }

        return new RaceLog(Mean(_losses), _strengths)
        {
            Epochs = _epochs,
            Draws = [.. _losses],
            TestLoss = _testLosses.Count == 0 ? null : Mean(_testLosses),
            TestDraws = [.. _testLosses],
            TestLossBy = _groups.ToDictionary(group => group.Key, group => Mean(group.Value)),
            Snapshots = _snapshots,
        };
    }

    private static (double Mean, double Deviation) Moments(IReadOnlyList<double[]> values, int epoch)
    {
        double mean = values.Average(one => one[epoch]);
        return (mean, Math.Sqrt(values.Sum(one => (one[epoch] - mean) * (one[epoch] - mean)) / Math.Max(1, values.Count - 1)));
    }

    private static double[] Mean(List<double[]> values)
    {
        double[] mean = new double[values[0].Length];
        foreach (double[] one in values)
        {
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += one[i] / values.Count;
            }
        }

        return mean;
    }
}
