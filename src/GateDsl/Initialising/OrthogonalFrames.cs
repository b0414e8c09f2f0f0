using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>A gain times orthonormal columns, or rows where there are fewer rows.</summary>
internal sealed class OrthogonalFrames(double gain) : IInitializer
{
    public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
    {
        Scale.CheckLength(edge, targets, sources, rowMajor);
        int count = Math.Min(targets, sources);
        int length = Math.Max(targets, sources);
        double[] frame = Orthonormal(new NormalSampler(seed, edge), count, length);
        bool vectorsAreRows = targets <= sources;
        for (int row = 0; row < targets; row++)
        {
            for (int column = 0; column < sources; column++)
            {
                rowMajor[(row * sources) + column] =
                    gain * (vectorsAreRows ? frame[(row * length) + column] : frame[(column * length) + row]);
            }
        }
    }

    /// <summary>The squares of an orthonormal vector sum to 1 over max(targets, sources) entries.</summary>
    public double? Variance(string edge, int targets, int sources) => gain * gain / Math.Max(targets, sources);

    public override string ToString() => FormattableString.Invariant($"Orthogonal with gain {gain:R}");

    /// <summary>
    /// Gaussian vectors made orthonormal one after the other, so that R's diagonal, their remaining lengths, is positive. Each is projected
    /// twice: the second projection removes what rounding left of the first. Scalar sums in a fixed order, for the same bits everywhere.
    /// </summary>
    private static double[] Orthonormal(NormalSampler sampler, int count, int length)
    {
        double[] frame = sampler.Draw(count * length);
        for (int k = 0; k < count; k++)
        {
            Span<double> vector = frame.AsSpan(k * length, length);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int j = 0; j < k; j++)
                {
                    Span<double> earlier = frame.AsSpan(j * length, length);
                    Subtract(vector, Dot(vector, earlier), earlier);
                }
            }

            double norm = Math.Sqrt(Dot(vector, vector));
            foreach (ref double entry in vector)
            {
                entry /= norm;
            }
        }

        return frame;
    }

    private static double Dot(Span<double> left, Span<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static void Subtract(Span<double> from, double factor, Span<double> vector)
    {
        for (int i = 0; i < from.Length; i++)
        {
            from[i] -= factor * vector[i];
        }
    }
}
