using System.Buffers;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>Work space that is given back at the end of a block; its content is whatever was there.</summary>
internal readonly ref struct Scratch<T> : IDisposable
{
    private readonly T[] _rented;
    private readonly int _length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scratch(int length)
    {
        _length = length;
        _rented = ArrayPool<T>.Shared.Rent(length);
    }

    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _rented.AsSpan(0, _length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose() => ArrayPool<T>.Shared.Return(_rented);
}
