namespace GateDsl.Samples.Drawing;

/// <summary>The loss curves of one thing, one per seed in the order of the seeds; all equally long, one loss per epoch.</summary>
public sealed record CurveFamily(Subject Subject, IReadOnlyList<double[]> BySeed)
{
    /// <summary>A prediction that saw no seed: the same curve stands for all of them.</summary>
    public static CurveFamily OfAllSeeds(Subject subject, double[] curve, int seeds) => new(subject, [.. Enumerable.Repeat(curve, seeds)]);

    /// <summary>The mean over the seeds, by epoch.</summary>
    public double[] Mean()
    {
        double[] mean = new double[BySeed[0].Length];
        for (int epoch = 0; epoch < mean.Length; epoch++)
        {
            mean[epoch] = BySeed.Average(curve => curve[epoch]);
        }

        return mean;
    }
}
