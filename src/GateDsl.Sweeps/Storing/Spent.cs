namespace GateDsl.Sweeps;

/// <summary>What a run cost.</summary>
/// <param name="Seconds">From its beginning to its end, by a clock that is never set.</param>
/// <param name="CpuSeconds">Of all cores, of the whole process meanwhile.</param>
/// <param name="PeakBytes">The most memory the process held meanwhile; 0: the system does not say.</param>
internal readonly record struct Spent(double Seconds, double CpuSeconds, long PeakBytes);
