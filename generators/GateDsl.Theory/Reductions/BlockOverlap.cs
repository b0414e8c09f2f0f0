using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>Inner products of the directions of two pathways, which stack their blocks each in their own order.</summary>
internal static class BlockOverlap
{
    /// <summary>Column k of the first times column k of the second over the blocks both have, for the modes both have.</summary>
    public static double[] Of(Matrix first, Matrix second, BlockLayout firstLayout, BlockLayout secondLayout, int[] firstBlocks, int[] secondBlocks)
    {
        var overlaps = new double[Math.Min(first.Columns, second.Columns)];
        for (var b = 0; b < firstBlocks.Length; b++)
        {
            var c = Array.IndexOf(secondBlocks, firstBlocks[b]);
            for (var row = 0; c >= 0 && row < firstLayout.Widths[b]; row++)
            {
                for (var k = 0; k < overlaps.Length; k++)
                {
                    overlaps[k] += first[firstLayout.Starts[b] + row, k] * second[secondLayout.Starts[c] + row, k];
                }
            }
        }

        return overlaps;
    }
}
