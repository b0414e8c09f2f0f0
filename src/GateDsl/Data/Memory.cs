using System.Globalization;

namespace GateDsl;

/// <summary>
/// Refuses what cannot be held before anything is allocated: a process that runs out of memory in the middle loses what it had, and one that is swapped
/// or killed says nothing.
/// </summary>
internal static class Memory
{
    /// <summary>Makes sure that an array can be had.</summary>
    /// <param name="parameter">Name of the argument that asks for it.</param>
    /// <param name="what">What it holds, at the start of a sentence.</param>
    /// <param name="count">Its numbers; a product of extents, in 64 bits.</param>
    /// <param name="size">Bytes of each.</param>
    /// <exception cref="ArgumentException">It is longer than arrays can be, or larger than the memory that is left; the message has the bytes.</exception>
    public static void Require(string parameter, string what, long count, int size)
    {
        if (count > Array.MaxLength)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture,
                    $"{what}: {(decimal)count * size:N0} bytes, and {count:N0} numbers, where an array has at most {Array.MaxLength:N0}."),
                parameter);
        }

        RequireBytes(parameter, what, count * size);
    }

    /// <summary>Makes sure that several arrays can be had together.</summary>
    /// <inheritdoc cref="Require"/>
    /// <param name="parameter">Name of the argument that asks for them.</param>
    /// <param name="what">What they hold, at the start of a sentence.</param>
    /// <param name="bytes">Bytes of all; beyond 64 bits they are the largest number.</param>
    public static void RequireBytes(string parameter, string what, decimal bytes) => RequireBytes(parameter, what, bytes, Left);

    /// <summary>The same of a memory that another says.</summary>
    /// <param name="parameter">Name of the argument that asks for them.</param>
    /// <param name="what">What they hold, at the start of a sentence.</param>
    /// <param name="bytes">Bytes of all.</param>
    /// <param name="left">The bytes that are left, with what nobody refers to any more or, told true, once that is gone.</param>
    public static void RequireBytes(string parameter, string what, decimal bytes, Func<bool, long> left)
    {
        // Small ones are not worth the question. What nobody uses is removed before anything is refused: a program that takes one block of data after the
        // other may hold all but the last as garbage.
        if (bytes < 1 << 24 || bytes <= left(false))
        {
            return;
        }

        long most = left(true);
        if (bytes > most)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{what}: {bytes:N0} bytes, where {most:N0} are left to this process."), parameter);
        }
    }

    // What the machine, or the limit of its container or process, has beyond what is in use.
    private static long Left(bool isCollected)
    {
        long all = GC.GetGCMemoryInfo(GCKind.Any).TotalAvailableMemoryBytes;
        return all <= 0 ? long.MaxValue : Math.Max(0, all - GC.GetTotalMemory(forceFullCollection: isCollected));
    }
}
