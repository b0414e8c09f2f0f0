namespace GateDsl.Tests.Kernels;

/// <summary>The datapoints of a block and those of them at which a gate is on.</summary>
internal sealed class BlockOfRows
{
    private readonly HashSet<int> _on;

    public BlockOfRows(Random random)
    {
        Count = Extents.Draw(random);
        Rows = Extents.Rows(random, Count);
        _on = [.. Rows];
    }

    public int Count { get; }

    public int[] Rows { get; }

    public bool IsOn(int row) => _on.Contains(row);
}
