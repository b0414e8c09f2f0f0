namespace GateDsl.Gating;

/// <summary>A gate as the set of datapoints where it is on; compared by value.</summary>
internal sealed class GatePattern : IEquatable<GatePattern>
{
    private readonly ulong[] _words;

    private GatePattern(ulong[] words, int count)
    {
        _words = words;
        Count = count;
        OnCount = words.Sum(CountBits);
    }

    /// <summary>Number of datapoints.</summary>
    public int Count { get; }

    /// <summary>Number of datapoints where the gate is on.</summary>
    public int OnCount { get; }

    public bool this[int datapoint] => (_words[datapoint >> 6] >> (datapoint & 63) & 1) != 0;

    /// <summary>The pattern of a function of the datapoint.</summary>
    public static GatePattern From(int count, Func<int, bool> isOn)
    {
        ulong[] words = new ulong[(count + 63) >> 6];
        for (int n = 0; n < count; n++)
        {
            if (isOn(n))
            {
                words[n >> 6] |= 1UL << (n & 63);
            }
        }

        return new(words, count);
    }

    public static GatePattern From(IReadOnlyList<bool> on) => From(on.Count, n => on[n]);

    public bool[] ToArray()
    {
        bool[] on = new bool[Count];
        for (int n = 0; n < Count; n++)
        {
            on[n] = this[n];
        }

        return on;
    }

    /// <summary>One character per datapoint in domain order: "110110".</summary>
    public string ToBitString()
    {
        char[] bits = new char[Count];
        for (int n = 0; n < Count; n++)
        {
            bits[n] = this[n] ? '1' : '0';
        }

        return new(bits);
    }

    public bool Equals(GatePattern? other) => other is not null && Count == other.Count && _words.SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as GatePattern);

    public override int GetHashCode() => _words.Aggregate(Count, (hash, word) => unchecked((hash * 31) + word.GetHashCode()));

    private static int CountBits(ulong word)
    {
        int bits = 0;
        for (; word != 0; word &= word - 1)
        {
            bits++;
        }

        return bits;
    }
}
