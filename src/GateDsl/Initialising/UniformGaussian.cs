using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>One standard deviation for all edges.</summary>
internal sealed class UniformGaussian(double sigma) : IInitializer
{
    public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
    {
        Scale.CheckLength(edge, targets, sources, rowMajor);
        Draw(edge, sigma, seed, rowMajor);
    }

    public double? Variance(string edge, int targets, int sources) => sigma * sigma;

    public override string ToString() => FormattableString.Invariant($"Gaussian with sigma {sigma:R}");

    /// <summary>Fills row after row with N(0, sigma^2) from the stream of the edge.</summary>
    public static void Draw(string edge, double sigma, ulong seed, Span<double> rowMajor)
    {
        NormalSampler sampler = new(seed, edge);
        foreach (ref double weight in rowMajor)
        {
            weight = sigma * sampler.Next();
        }
    }
}
