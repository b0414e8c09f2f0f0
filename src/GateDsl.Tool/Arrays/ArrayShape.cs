namespace GateDsl.Tool.Arrays;

/// <summary>The sizes of an array's axes.</summary>
internal sealed class ArrayShape(IReadOnlyList<int> sizes)
{
    /// <summary>Number of axes.</summary>
    public int Rank => sizes.Count;

    /// <summary>Number of elements.</summary>
    public long Length { get; } = sizes.Aggregate(1L, (product, size) => product * size);

    /// <summary>Number of elements in a row: the size of the last axis.</summary>
    public int RowLength => sizes.Count == 0 ? 1 : sizes[^1];

    /// <summary>Number of rows, over all axes but the last.</summary>
    public long Rows => Length / RowLength;

    /// <summary>The size of an axis.</summary>
    public int this[int axis] => sizes[axis];

    /// <summary>The indices of an element, from 0, as NumPy writes them: [2, 0, 5].</summary>
    /// <param name="position">Its number, the last axis fastest.</param>
    public string Index(long position)
    {
        long[] index = new long[sizes.Count];
        for (int axis = sizes.Count - 1; axis >= 0; axis--)
        {
            index[axis] = position % sizes[axis];
            position /= sizes[axis];
        }

        return $"[{string.Join(", ", index)}]";
    }

    /// <summary>6 x 300 x 24.</summary>
    public override string ToString() => sizes.Count == 0 ? "a single number" : string.Join(" x ", sizes);
}
