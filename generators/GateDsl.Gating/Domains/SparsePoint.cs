namespace GateDsl.Gating;

/// <summary>The network input of one datapoint, all input layers together: features in rising order, zeros left out.</summary>
internal readonly struct SparsePoint(int[] features, Rational[] values) : IEquatable<SparsePoint>
{
    public int[] Features { get; } = features;

    public Rational[] Values { get; } = values;

    public bool Equals(SparsePoint other)
    {
        if (Features.Length != other.Features.Length)
        {
            return false;
        }

        for (int i = 0; i < Features.Length; i++)
        {
            if (Features[i] != other.Features[i] || !Values[i].Equals(other.Values[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is SparsePoint other && Equals(other);

    public override int GetHashCode()
    {
        int hash = Features.Length;
        for (int i = 0; i < Features.Length; i++)
        {
            hash = unchecked((((hash * 31) + Features[i]) * 31) + Values[i].GetHashCode());
        }

        return hash;
    }
}
