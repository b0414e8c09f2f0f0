namespace GateDsl.Sweeps;

/// <summary>Durations for people.</summary>
internal static class Durations
{
    /// <summary>As in <c>1 h 20 min</c>.</summary>
    public static string Print(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 1 => FormattableString.Invariant($"{duration.TotalMilliseconds:F0} ms"),
        < 60 => FormattableString.Invariant($"{duration.TotalSeconds:F0} s"),
        < 3600 => FormattableString.Invariant($"{duration.TotalMinutes:F0} min"),
        < 172_800 => FormattableString.Invariant($"{(int)duration.TotalHours} h {duration.Minutes} min"),
        _ => FormattableString.Invariant($"{duration.TotalDays:F1} days"),
    };
}
