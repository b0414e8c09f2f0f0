using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GateDsl.Benchmarks.Peak;
using GateDsl.Benchmarks.Timing;

namespace GateDsl.Benchmarks.Report;

/// <summary>Where and when the figures were measured.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd}; {Processor()}, {Cores.Count} cores, {Vectors()}; {RuntimeInformation.OSDescription}; "
        + $"{RuntimeInformation.FrameworkDescription}; peak of one core {FmaPeak.Measure():F0} GFLOP/s (single precision)");

    private static string Vectors() => Vector512.IsHardwareAccelerated ? "512-bit vectors" :
        Vector256.IsHardwareAccelerated ? "256-bit vectors" : "128-bit vectors or none";

    private static string Processor()
    {
        const string list = "/proc/cpuinfo";
        string? name = File.Exists(list)
            ? File.ReadLines(list).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return name ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
