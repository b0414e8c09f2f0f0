using GateDsl;

namespace Sweep;

/// <summary>
/// A ReLU network of fewer hidden units than are declared, and fewer outputs: the other units' weights are 0, in and out. Their gate is closed and
/// nothing reaches them, so they stay 0 and the network is exactly one of the width that is asked for.
/// </summary>
/// <param name="width">Hidden units that take part.</param>
/// <param name="outputs">Outputs that take part.</param>
/// <param name="sigma">Standard deviation of their weights.</param>
internal sealed class FirstUnits(int width, int outputs, double sigma) : IInitializer
{
    private readonly IInitializer _all = Gaussian.WithSigma(sigma);

    public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
    {
        _all.Fill(edge, targets, sources, seed, rowMajor);
        bool leadsToOutput = edge.StartsWith("Hidden1To", StringComparison.Ordinal);
        (int rows, int columns) = leadsToOutput ? (outputs, width) : (width, sources);
        for (int i = 0; i < rowMajor.Length; i++)
        {
            if (i / sources >= rows || i % sources >= columns)
            {
                rowMajor[i] = 0;
            }
        }
    }

    public double? Variance(string edge, int targets, int sources) => null;

    /// <summary>
    /// The sigma by which a network of all declared units stands for this one: its training depends on H sigma^2 and the units' directions alone.
    /// </summary>
    public double SigmaOfAll(int declared) => sigma * Math.Sqrt((double)width / declared);
}
