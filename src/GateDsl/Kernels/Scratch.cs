using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>Work space that is given back at the end of a block; its content is whatever was there.</summary>
/// <remarks>
/// Rented as bytes: their pool comes compiled with .NET, and is one for all types. A length whose bytes are more than an array has is refused.
/// </remarks>
internal readonly ref struct Scratch<T> : IDisposable
    where T : struct
{
    private readonly byte[]? _rented;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scratch(int length)
    {
        _rented = ArrayPool<byte>.Shared.Rent(length * Unsafe.SizeOf<T>());
        Span = MemoryMarshal.Cast<byte, T>(_rented.AsSpan())[..length];
    }

    /// <param name="length">How many numbers.</param>
    /// <param name="room">Taken where it is long enough: renting room takes as long as a small product.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scratch(int length, Span<T> room)
    {
        if (length <= room.Length)
        {
            Span = room;
            return;
        }

        this = new Scratch<T>(length);
    }

    public Span<T> Span { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
