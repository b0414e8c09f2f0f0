namespace GateDsl.Theory.Sampling;

/// <summary>
/// The product's source of random bits: xoshiro256++ (Blackman and Vigna), its 256 bits of state filled by splitmix64 from a seed and, where
/// one seed serves several consumers, from a name. Integer arithmetic only, so the bits are the same on every machine.
/// </summary>
/// <remarks>
/// A named stream starts splitmix64 at <c>mix(seed) ^ fnv1a(name)</c>, with FNV-1a over the UTF-16 code units of the name, low byte first.
/// So the stream of an edge depends on the seed and the edge's own name alone: adding a layer leaves the other weights as they were.
/// </remarks>
internal sealed class RandomStream
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private const double UlpOfUnit = 1.0 / (1L << 53);

    private ulong _s0, _s1, _s2, _s3;

    /// <summary>The unnamed stream of a seed.</summary>
    public RandomStream(ulong seed)
    {
        ulong state = seed;
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>The stream that belongs to <paramref name="name"/> under a seed.</summary>
    public RandomStream(ulong seed, string name)
        : this(Named(seed, name))
    {
    }

    /// <summary>A stream with the given state of the generator, which must not be all zero.</summary>
    public RandomStream(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        if ((s0 | s1 | s2 | s3) == 0)
        {
            throw new ArgumentException("The state of xoshiro256++ must not be all zero: it would stay there.", nameof(s0));
        }

        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = Rotate(_s0 + _s3, 23) + _s0;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = Rotate(_s3, 45);
        return result;
    }

    /// <summary>Uniform on the multiples of 2^-53 in [0, 1).</summary>
    public double NextUnit() => ToUnit(NextBits());

    /// <summary>Uniform on 0 .. <paramref name="bound"/> - 1, without bias: draws beyond the last whole multiple of the bound are repeated.</summary>
    public int NextBelow(int bound)
    {
        if (bound <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "The bound must be positive.");
        }

        ulong n = (ulong)bound;
        ulong beyond = (ulong.MaxValue % n) + 1 == n ? 0 : (ulong.MaxValue % n) + 1;
        ulong bits;
        do
        {
            bits = NextBits();
        }
        while (bits > ulong.MaxValue - beyond);
        return (int)(bits % n);
    }

    /// <summary>The upper 53 bits as a multiple of 2^-53 in [0, 1).</summary>
    internal static double ToUnit(ulong bits) => (long)(bits >> 11) * UlpOfUnit;

    /// <summary>One step of splitmix64.</summary>
    internal static ulong SplitMix(ref ulong state)
    {
        state += GoldenGamma;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Named(ulong seed, string name)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char unit in name)
        {
            hash = (hash ^ (byte)unit) * 0x100000001B3;
            hash = (hash ^ (byte)(unit >> 8)) * 0x100000001B3;
        }

        ulong state = seed;
        return SplitMix(ref state) ^ hash;
    }

    private static ulong Rotate(ulong value, int count) => (value << count) | (value >> (64 - count));
}
