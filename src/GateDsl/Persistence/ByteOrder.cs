namespace GateDsl;

/// <summary>Numbers whose bytes stand the other way round.</summary>
internal static class ByteOrder
{
    public static void Reverse(Span<byte> numbers, int size)
    {
        for (int i = 0; i < numbers.Length; i += size)
        {
            numbers.Slice(i, size).Reverse();
        }
    }
}
