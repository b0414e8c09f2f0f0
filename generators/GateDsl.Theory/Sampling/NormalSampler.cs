namespace GateDsl.Theory.Sampling;

/// <summary>
/// Independent draws from N(0, 1) by the ziggurat method (Marsaglia and Tsang), exact in distribution up to the 53 bits of a uniform. It
/// computes with + - * / and square roots only, so the doubles are the same on every machine.
/// </summary>
/// <remarks>
/// One draw reads 64 bits: the lowest eight choose the layer, the next one the sign, the upper 53 the place within the layer. In about 1% of
/// the draws the place lies outside the layer's inner rectangle; then further words decide.
/// </remarks>
internal sealed class NormalSampler
{
    private const ulong SignBit = ZigguratTable.Layers;

    private readonly RandomStream _stream;

    public NormalSampler(RandomStream stream) => _stream = stream;

    /// <summary>The sampler on the unnamed stream of a seed.</summary>
    public NormalSampler(ulong seed)
        : this(new RandomStream(seed))
    {
    }

    /// <summary>The sampler on the stream that belongs to <paramref name="name"/> under a seed.</summary>
    public NormalSampler(ulong seed, string name)
        : this(new RandomStream(seed, name))
    {
    }

    /// <summary>The next draw from N(0, 1).</summary>
    public double Next()
    {
        while (true)
        {
            ulong bits = _stream.NextBits();
            int layer = (int)(bits & (ZigguratTable.Layers - 1));
            double x = RandomStream.ToUnit(bits) * ZigguratTable.Edge[layer];
            if (x < ZigguratTable.Edge[layer + 1] || IsBelowDensity(layer, ref x))
            {
                return (bits & SignBit) == 0 ? x : -x;
            }
        }
    }

    /// <summary>The next <paramref name="count"/> draws, in order.</summary>
    public double[] Draw(int count)
    {
        double[] draws = new double[count];
        for (int i = 0; i < count; i++)
        {
            draws[i] = Next();
        }

        return draws;
    }

    // Outside the inner rectangle: in the base the point belongs to the tail, elsewhere a height within the layer decides.
    private bool IsBelowDensity(int layer, ref double x)
    {
        if (layer == 0)
        {
            x = DrawTail();
            return true;
        }

        double low = ZigguratTable.Density[layer];
        double high = ZigguratTable.Density[layer + 1];
        return low + (_stream.NextUnit() * (high - low)) < PortableMath.Exp(-0.5 * x * x);
    }

    // Marsaglia's tail: an exponential of rate TailStart, kept with probability exp(-excess^2 / 2).
    private double DrawTail()
    {
        double excess, exponential;
        do
        {
            excess = -PortableMath.Log(1 - _stream.NextUnit()) / ZigguratTable.TailStart;
            exponential = -PortableMath.Log(1 - _stream.NextUnit());
        }
        while (exponential + exponential <= excess * excess);
        return ZigguratTable.TailStart + excess;
    }
}
