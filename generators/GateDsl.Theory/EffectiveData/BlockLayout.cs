namespace GateDsl.Theory.EffectiveData;

/// <summary>Where each block starts in a stacked vector.</summary>
internal sealed class BlockLayout
{
    public BlockLayout(IEnumerable<int> widths)
    {
        Widths = widths.ToArray();
        Starts = new int[Widths.Length];
        for (int b = 0; b < Widths.Length; b++)
        {
            Starts[b] = Total;
            Total = checked(Total + Widths[b]);
        }
    }

    public int[] Widths { get; }

    public int[] Starts { get; }

    /// <summary>Width of the whole stack.</summary>
    public int Total { get; }
}
