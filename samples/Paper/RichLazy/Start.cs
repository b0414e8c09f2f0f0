namespace Paper.RichLazy;

/// <summary>A point of the plane.</summary>
/// <param name="Sigma">Geometric mean of both layers' standard deviations.</param>
/// <param name="Ratio">That of the first layer over that of the second.</param>
internal sealed record Start(double Sigma, double Ratio)
{
    /// <summary>s1, of the weights into the hidden layer.</summary>
    public double SigmaIn => Sigma * Math.Sqrt(Ratio);

    /// <summary>s2, of those out of it.</summary>
    public double SigmaOut => Sigma / Math.Sqrt(Ratio);

    /// <summary>c = H (s1^2 + s2^2)/2.</summary>
    public double C => RichLazySettings.Units * ((SigmaIn * SigmaIn) + (SigmaOut * SigmaOut)) / 2;

    /// <summary>The sigmas of the plane, rising.</summary>
    public static double[] Sigmas => Between(RichLazySettings.LeastSigma, RichLazySettings.MostSigma);

    /// <summary>The ratios of the plane, rising.</summary>
    public static double[] Ratios => Between(1 / RichLazySettings.MostRatio, RichLazySettings.MostRatio);

    /// <summary>Numbers of the plane's columns that are trained.</summary>
    public static int[] TrainedColumns => Evenly(RichLazySettings.TrainedSigmas);

    /// <summary>Numbers of its rows that are trained.</summary>
    public static int[] TrainedRows => Evenly(RichLazySettings.TrainedRatios);

    private static double[] Between(double least, double most) =>
        [.. Enumerable.Range(0, RichLazySettings.Side).Select(i => least * Math.Pow(most / least, i / (RichLazySettings.Side - 1.0)))];

    private static int[] Evenly(int count) => [.. Enumerable.Range(0, count).Select(i => (int)Math.Round((RichLazySettings.Side - 1.0) * i / (count - 1)))];
}
