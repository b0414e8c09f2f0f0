using System.Diagnostics;
using System.Numerics;
using System.Runtime.Versioning;

namespace GateDsl.Benchmarks.Timing;

/// <summary>Keeps the calling thread, and whatever it starts, on the first cores of those it was given.</summary>
internal sealed class Cores : IDisposable
{
    private readonly nint _before;

    private Cores(nint before, nint mask)
    {
        _before = before;
        Set(mask);
    }

    /// <summary>Cores this process may use.</summary>
    public static int Count => IsSettable ? BitOperations.PopCount((nuint)Process.GetCurrentProcess().ProcessorAffinity) : Environment.ProcessorCount;

    [SupportedOSPlatformGuard("linux")]
    [SupportedOSPlatformGuard("windows")]
    private static bool IsSettable => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();   // macOS has no such mask

    /// <summary>Until disposed.</summary>
    public static Cores First(int count)
    {
        nint before = IsSettable ? Process.GetCurrentProcess().ProcessorAffinity : 0;
        nuint left = (nuint)before;
        nuint mask = 0;
        for (int i = 0; i < count && left != 0; i++)
        {
            mask |= left & (~left + 1);
            left &= left - 1;
        }

        return new Cores(before, (nint)mask);
    }

    public void Dispose() => Set(_before);

    private static void Set(nint mask)
    {
        if (IsSettable)
        {
            Process.GetCurrentProcess().ProcessorAffinity = mask;
        }
    }
}
