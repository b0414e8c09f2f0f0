using System.Globalization;
using System.Text.RegularExpressions;

namespace GateDsl.Sweeps;

/// <summary>
/// A time limit in Slurm's notation: minutes, minutes:seconds, hours:minutes:seconds, or days- before hours, hours:minutes, hours:minutes:seconds.
/// </summary>
internal sealed partial record TimeLimit(string Text, long Seconds)
{
    /// <summary>
    /// How many seconds before the end a task of Slurm is told to stop: a minute, or a quarter of a limit that is so short that a minute would be
    /// all of it. Slurm rounds limits up to minutes.
    /// </summary>
    public long Notice => Math.Min(LongestNotice, (Seconds + 59) / 60 * 15);

    /// <summary>In seconds; that of limits that nobody states.</summary>
    public const long LongestNotice = 60;

    public static TimeLimit Parse(string text)
    {
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            throw new WrongUseException($"--time {text} is no time: call it like 30 (minutes), 2:00:00 (two hours) or 1-12 (a day and twelve hours).");
        }

        long[] parts = [.. match.Groups["part"].Captures.Select(part => long.Parse(part.Value, CultureInfo.InvariantCulture))];
        bool hasDays = match.Groups["days"].Success;
        long days = hasDays ? long.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture) : 0;
        (long hours, long minutes, long seconds) = (hasDays, parts.Length) switch
        {
            (true, 1) => (parts[0], 0L, 0L),
            (true, 2) => (parts[0], parts[1], 0L),
            (false, 1) => (0L, parts[0], 0L),
            (false, 2) => (0L, parts[0], parts[1]),
            _ => (parts[0], parts[1], parts[2]),
        };
        long total = (((((days * 24) + hours) * 60) + minutes) * 60) + seconds;
        return total > 0 ? new TimeLimit(text, total) : throw new WrongUseException($"--time {text} leaves no time.");
    }

    [GeneratedRegex(@"^((?<days>[0-9]{1,5})-)?(?<part>[0-9]{1,7})(:(?<part>[0-9]{1,5})){0,2}\z")]
    private static partial Regex Pattern();
}
