using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;

namespace Paper.Fig6;

/// <summary>What both layers represent while the loss rests: dissimilarities of the predicted network beside those of the mean of the trained ones.</summary>
/// <param name="race">The levels.</param>
/// <param name="stops">Epochs whose kernels are known.</param>
/// <param name="names">The names under which the task is the same; null: there are no others.</param>
internal sealed class PlateauKernels(DeepContextRace race, int[] stops, Relabellings? names)
{
    /// <summary>
    /// Adds by layer and plateau the correlation of dissimilarities, predicted and of the seeds' mean kernel: as they are, and of the means over all
    /// names. Where there are several seeds, also the mean over pairs of them, and with what is expected the most that a mean of so many seeds can
    /// have by that.
    /// </summary>
    /// <param name="metrics">Where to.</param>
    /// <param name="relu">The trained losses.</param>
    /// <param name="bySeed">By seed, stop and layer the kernel of its activations.</param>
    /// <param name="prediction">With snapshots at the stops.</param>
    public void AddTo(Metrics metrics, CurveFamily relu, IReadOnlyList<double[][][,]> bySeed, RaceLog prediction)
    {
        for (int layer = 0; layer < bySeed[0][0].Length; layer++)
        {
            foreach ((int plateau, int stop) in Middles(relu.Mean()))
            {
                double[][,] seeds = [.. bySeed.Select(kernels => kernels[stop][layer])];
                double[,] predicted = prediction.Snapshots[stop].HiddenKernels[$"Hidden{layer + 1}"];
                string name = FormattableString.Invariant($"rdm_layer{layer + 1}_plateau_{plateau}");
                double[,] mean = Mean(seeds);
                metrics.Add(name, Agree(mean, predicted));
                if (names is not null)
                {
                    metrics.Add($"{name}_relabelled", Agree(names.Mean(mean), names.Mean(predicted)));
                }

                double[] pairs = [.. from i in Enumerable.Range(0, seeds.Length) from j in Enumerable.Range(i + 1,
                    seeds.Length - i - 1) select Agree(seeds[i], seeds[j])];
                if (pairs.Length > 0)
                {
                    double between = pairs.Average();
                    metrics.Add($"{name}_between_seeds", between);
                    metrics.Add($"{name}_most", Math.Sqrt(seeds.Length * between / (1 + ((seeds.Length - 1) * between))));
                }
            }
        }
    }

    /// <summary>A A^T over the datapoints, of activations units x datapoints.</summary>
    public static double[,] KernelOf(double[,] activations)
    {
        int count = activations.GetLength(1);
        double[,] kernel = new double[count, count];
        for (int n = 0; n < count; n++)
        {
            for (int m = 0; m < count; m++)
            {
                for (int unit = 0; unit < activations.GetLength(0); unit++)
                {
                    kernel[n, m] += activations[unit, n] * activations[unit, m];
                }
            }
        }

        return kernel;
    }

    /// <summary>Number, from 1, of every plateau whose drops come, and the stop nearest to its middle; the last one ends with the training.</summary>
    private IEnumerable<(int Plateau, int Stop)> Middles(double[] loss)
    {
        double[] drops = LevelCrossing.Epochs(loss, race.HalfWay);
        for (int k = 0; k < Math.Min(drops.Length, race.Levels.Count); k++)
        {
            double middle = (drops[k] + (k + 1 < drops.Length ? drops[k + 1] : loss.Length)) / 2;
            yield return (k + 1, Enumerable.Range(0, stops.Length).MinBy(stop => Math.Abs(stops[stop] - middle)));
        }
    }

    private static double Agree(double[,] a, double[,] b) =>
        Representation.Correlation(Representation.Rdm(a, RdmMetric.SquaredEuclidean), Representation.Rdm(b, RdmMetric.SquaredEuclidean));

    private static double[,] Mean(double[][,] kernels)
    {
        double[,] mean = new double[kernels[0].GetLength(0), kernels[0].GetLength(1)];
        foreach (double[,] kernel in kernels)
        {
            for (int n = 0; n < mean.GetLength(0); n++)
            {
                for (int m = 0; m < mean.GetLength(1); m++)
                {
                    mean[n, m] += kernel[n, m] / kernels.Length;
                }
            }
        }

        return mean;
    }
}
