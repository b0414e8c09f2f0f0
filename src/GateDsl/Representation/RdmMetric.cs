namespace GateDsl;

/// <summary>How far apart two datapoints are in a representation with the kernel K.</summary>
public enum RdmMetric
{
    /// <summary>K(n, n) + K(m, m) - 2 K(n, m).</summary>
    SquaredEuclidean,

    /// <summary>1 - K(n, m)/sqrt(K(n, n) K(m, m)).</summary>
    Cosine,
}
