namespace GateDsl.Generated;

/// <summary>Where the rows of matrices start, for the tile.</summary>
internal static class Offsets
{
    /// <summary>0, stride, 2 stride, ...</summary>
    public static void Every(int stride, Span<int> offsets)
    {
        for (int k = 0; k < offsets.Length; k++)
        {
            offsets[k] = k * stride;
        }
    }

    /// <summary>Where the rows of a gate start.</summary>
    public static void Of(ReadOnlySpan<int> rows, int width, Span<int> offsets)
    {
        for (int k = 0; k < offsets.Length; k++)
        {
            offsets[k] = rows[k] * width;
        }
    }
}
