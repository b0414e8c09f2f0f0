namespace GateDsl.Generators.Planning;

/// <summary>
/// Datapoints that the batch method takes at a time: so many that the activations stay in the cache, and never so few that the weights are read
/// for little work. A network and its twin share data sets, so they share the size.
/// </summary>
internal static class BlockSize
{
    /// <summary>Scalars that the activations and errors of a block may take together: 1 MiB of doubles.</summary>
    private const int Scalars = 131_072;

    private const int Smallest = 64;
    private const int Largest = 256;

    public static int For(NetworkPlan network, NetworkPlan? twin)
    {
        long units = Math.Max(UnitsOf(network), twin is null ? 0 : UnitsOf(twin));
        long fitting = Scalars / Math.Max(1, 2 * units) / Smallest * Smallest;
        return (int)Math.Min(Largest, Math.Max(Smallest, fitting));
    }

    private static long UnitsOf(NetworkPlan plan) => plan.Modules.Sum(module => (long)module.Units);
}
