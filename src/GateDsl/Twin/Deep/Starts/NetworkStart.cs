using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>
/// The start of a representative network, with as little chance as can be had: at both ends frames that give every input and output direction
/// what the large network gives it in the mean, each row followed by its negative; between hidden layers the large network's expected spectrum
/// in random bases (mathematics.md, ReLU networks).
/// </summary>
internal static class NetworkStart
{
    /// <summary>Weights by edge, target x source.</summary>
    /// <param name="features">Input units.</param>
    /// <param name="outputs">Output units.</param>
    /// <param name="shape">The large network.</param>
    /// <param name="widths">Units of the representative one.</param>
    /// <param name="sampler">Where its draws come from.</param>
    public static double[][] Draw(int features, int outputs, TwinShape shape, int[] widths, NormalSampler sampler)
    {
        double[][] weights = new double[widths.Length + 1][];
        weights[0] = End(widths[0], features, shape.Widths[0], shape.Sigmas[0], sampler).Values;
        for (int edge = 1; edge < widths.Length; edge++)
        {
            weights[edge] = Between(widths[edge], widths[edge - 1], shape.Widths[edge], shape.Widths[edge - 1], shape.Sigmas[edge], sampler);
        }

        weights[^1] = End(widths[^1], outputs, shape.Widths[^1], shape.Sigmas[^1], sampler).Transpose().Values;
        return weights;
    }

    // Units x directions with the Gram matrix sigma^2 H I over the directions.
    private static Matrix End(int units, int directions, int largeUnits, double sigma, NormalSampler sampler)
    {
        double length = sigma * Math.Sqrt((double)largeUnits / units);
        int pairs = (units + 1) / 2;
        if (pairs < directions)
        {
            return Frame(units, directions, sampler).Times(length);
        }

        Matrix half = Frame(pairs, directions, sampler);
        Matrix whole = new(units, directions);
        for (int unit = 0; unit < units; unit++)
        {
            for (int i = 0; i < directions; i++)
            {
                whole[unit, i] = (unit % 2 == 0 ? length : -length) * half[unit / 2, i];
            }
        }

        return whole;
    }

    // Orthogonal columns, or rows where there are fewer of them; the mean of all squares is 1.
    private static Matrix Frame(int rows, int columns, NormalSampler sampler) => rows >= columns
        ? ThinQr.Of(Gaussian(rows, columns, sampler)).Q.Times(Math.Sqrt(rows))
        : ThinQr.Of(Gaussian(columns, rows, sampler)).Q.Transpose().Times(Math.Sqrt(columns));

    private static double[] Between(int targets, int sources, int largeTargets, int largeSources, double sigma, NormalSampler sampler)
    {
        double[] values = GaussianSpectrum.Condensed(largeTargets, largeSources, Math.Min(targets, sources));
        Matrix left = ThinQr.Of(Gaussian(targets, values.Length, sampler)).Q;
        Matrix right = ThinQr.Of(Gaussian(sources, values.Length, sampler)).Q;
        for (int i = 0; i < targets; i++)
        {
            for (int k = 0; k < values.Length; k++)
            {
                left[i, k] *= sigma * values[k];
            }
        }

        return left.TimesTranspose(right).Values;
    }

    private static Matrix Gaussian(int rows, int columns, NormalSampler sampler) => new(rows, columns, sampler.Draw(rows * columns));
}
