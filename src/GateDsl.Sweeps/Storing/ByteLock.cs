using System.Runtime.Versioning;

namespace GateDsl.Sweeps;

/// <summary>
/// Locks on single bytes of a file that need not be there. The system lets go of them when their process ends, however it ends, and network file systems
/// pass them on to other machines.
/// </summary>
internal static class ByteLock
{
    /// <summary>Whether this system has them.</summary>
    [UnsupportedOSPlatformGuard("macos")]
    public static bool IsSupported { get; } = !OperatingSystem.IsMacOS();

    /// <summary>Takes the byte, if no other process holds it.</summary>
    public static bool TryTake(FileStream file, long position)
    {
        if (!IsSupported)
        {
            return true;
        }

        try
        {
            file.Lock(position, 1);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Lets go of the byte.</summary>
    public static void Release(FileStream file, long position)
    {
        if (IsSupported)
        {
            file.Unlock(position, 1);
        }
    }
}
