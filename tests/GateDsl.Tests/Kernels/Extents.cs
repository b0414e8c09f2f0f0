namespace GateDsl.Tests.Kernels;

/// <summary>Numbers of rows and columns: those around the widths of registers and tiles first, then any.</summary>
internal static class Extents
{
    private static readonly int[] Edges = [0, 1, 7, 8, 9, 15, 16, 17, 31, 33];

    public static int Draw(Random random) => random.Next(4) > 0 ? Edges[random.Next(Edges.Length)] : random.Next(70);

    /// <summary>Inner extents also beyond the one from which products take another way.</summary>
    public static int DrawInner(Random random) => random.Next(5) == 0 ? 62 + random.Next(40) : Draw(random);

    /// <summary>Some of the first <paramref name="count"/> rows, rising: all, none, runs, or scattered.</summary>
    public static int[] Rows(Random random, int count)
    {
        double share = random.Next(5) switch { 0 => 1, 1 => 0, 2 => 0.9, 3 => 0.5, _ => 0.1 };
        return [.. Enumerable.Range(0, count).Where(_ => random.NextDouble() < share)];
    }
}
