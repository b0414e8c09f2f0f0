using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>Work space that is given back at the end of a block; its content is whatever was there.</summary>
/// <remarks>
/// Rented as bytes: their pool comes compiled with .NET, and is one for all types. A length whose bytes are more than an array has is refused where
/// the pool is asked, or where the span is.
/// </remarks>
internal readonly ref struct Scratch<T> : IDisposable
    where T : struct
{
    private readonly byte[] _rented;
    private readonly int _length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scratch(int length)
    {
        _length = length;
        _rented = ArrayPool<byte>.Shared.Rent(length * Unsafe.SizeOf<T>());
    }

    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.Cast<byte, T>(_rented.AsSpan())[.._length];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose() => ArrayPool<byte>.Shared.Return(_rented);
}
