using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl.Tests.Kernels;

/// <summary>Numbers in memory of their own, right before or behind pages that may not be touched: who does ends the process.</summary>
internal sealed class GuardedNumbers<T> : IDisposable
    where T : struct
{
    private const nint Page = 4096;

    private readonly nint _start;
    private readonly nint _length;
    private readonly nint _first;
    private readonly int _count;

    /// <param name="values">What they are at first.</param>
    /// <param name="isAtEnd">Whether they end where the memory does; otherwise they begin where it does.</param>
    public GuardedNumbers(ReadOnlySpan<T> values, bool isAtEnd)
    {
        nint bytes = values.Length * Unsafe.SizeOf<T>();
        nint pages = (bytes + Page) / Page * Page;
        _length = pages + (2 * Page);
        _count = values.Length;

        // No access at first (0), private and anonymous (0x22); then reading and writing (3) between the first page and the last.
        _start = Libc.MemoryMap(0, _length, 0, 0x22, -1, 0);
        Assert.NotEqual(-1, _start);
        Assert.Equal(0, Libc.MemoryProtect(_start + Page, pages, 3));
        _first = _start + Page + (isAtEnd ? pages - bytes : 0);
        values.CopyTo(Span);
    }

    public Span<T> Span => MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), _first), _count);

    public void Dispose() => Assert.Equal(0, Libc.MemoryUnmap(_start, _length));
}

/// <summary>What Linux lends memory with.</summary>
internal static partial class Libc
{
    [LibraryImport("libc", EntryPoint = "mmap")]
    public static partial nint MemoryMap(nint address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    public static partial int MemoryProtect(nint address, nint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    public static partial int MemoryUnmap(nint address, nint length);
}
