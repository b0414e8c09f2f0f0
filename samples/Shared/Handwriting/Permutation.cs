namespace GateDsl.Samples.Handwriting;

/// <summary>Random permutations from the generator of the product, which gives the same on every machine.</summary>
public static class Permutation
{
    /// <summary>A uniform permutation of 0 .. count - 1: the order of as many independent draws, from the stream of this name and seed.</summary>
    public static int[] Draw(string name, int count, ulong seed)
    {
        double[] keys = new double[count];
        Gaussian.WithSigma(1).Fill(name, count, 1, seed, keys);
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(keys, order);
        return order;
    }
}
