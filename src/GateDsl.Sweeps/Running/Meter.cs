using System.Diagnostics;
using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>Measures what a run costs.</summary>
internal sealed class Meter
{
    private const string PeakLine = "VmHWM:";

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpuStart = CpuTime();

    /// <param name="isAlone">Whether no other run is at work in the process. Otherwise its peak and its time are those of all.</param>
    public Meter(bool isAlone)
    {
        if (isAlone)
        {
            ForgetPeak();
        }
    }

    public Spent Read() => new(Stopwatch.GetElapsedTime(_start).TotalSeconds, (CpuTime() - _cpuStart).TotalSeconds, Peak());

    private static TimeSpan CpuTime() => OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() ? default : Environment.CpuUsage.TotalTime;

    /// <summary>Where the kernel can, lets the peak begin anew; elsewhere it is that of the process's life.</summary>
    private static void ForgetPeak()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception exception) when (Disk.IsError(exception))
        {
            // The peak is then an upper bound.
        }
    }

    private static long Peak()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Process.GetCurrentProcess().PeakWorkingSet64;
        }

        try
        {
            string status = File.ReadAllText("/proc/self/status");
            int at = status.IndexOf(PeakLine, StringComparison.Ordinal) + PeakLine.Length;
            int end = status.IndexOf("kB", Math.Max(0, at), StringComparison.Ordinal);
            return at >= PeakLine.Length && end > at
                && long.TryParse(status.AsSpan(at, end - at), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture, out long kilobytes)
                ? kilobytes * 1024
                : 0;
        }
        catch (Exception exception) when (Disk.IsError(exception))
        {
            return 0;
        }
    }
}
