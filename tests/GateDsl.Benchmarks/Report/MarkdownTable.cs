using System.Globalization;
using System.Text;
using GateDsl.Benchmarks.Comparing;
using GateDsl.Benchmarks.Timing;

namespace GateDsl.Benchmarks.Report;

/// <summary>The tables that docs/benchmarks.md takes as they are.</summary>
internal static class MarkdownTable
{
    public static string Of(IEnumerable<ComparisonRow> rows)
    {
        StringBuilder text = new();
        text.Append("| work | libtorch | ratio: median (spread) | floor | goal | met | ours, us | libtorch, us ");
        text.Append("| share of peak | asked | met | losses differ by |\n");
        text.Append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (ComparisonRow row in rows)
        {
            string[] cells =
            [
                row.Comparison.Work, row.Peer.Name,
                row.Ratio.With(), Times(row.Peer.Floor), Times(row.Peer.Goal), Met(row),
                Spread.Digits(row.Own.Median), Spread.Digits(row.Theirs.Median),
                Share(row.PeakShare?.Median), Share(row.Comparison.PeakFloor), MetPeak(row),
                row.LossGap is { } gap ? gap.ToString("0e0", CultureInfo.InvariantCulture) : "another network",
            ];
            text.Append($"| {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    public static string Of(IEnumerable<Check> checks)
    {
        StringBuilder text = new("| check | measured | asked | met |\n|---|---|---|---|\n");
        foreach (Check check in checks)
        {
            text.Append($"| {check.What} | {check.Measured} | {check.Asked} | {(check.IsMet is { } met ? YesNo(met) : "")} |\n");
        }

        return text.ToString();
    }

    private static string Met(ComparisonRow row) => row.Peer.Floor is not { } floor ? "" :
        row.Ratio.Median >= row.Peer.Goal ? "goal" : YesNo(row.Ratio.Median >= floor);

    private static string MetPeak(ComparisonRow row) =>
        row.PeakShare is { } share && row.Comparison.PeakFloor is { } floor ? YesNo(share.Median >= floor) : "";

    private static string YesNo(bool isMet) => isMet ? "yes" : "**no**";

    private static string Times(double? ratio) => ratio is { } times ? $"{Spread.Digits(times)}x" : "";

    private static string Share(double? share) => share is { } part ? string.Create(CultureInfo.InvariantCulture, $"{part * 100:F0}%") : "";
}

/// <summary>One line of the second table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The figures.</param>
/// <param name="Asked">The bound.</param>
/// <param name="IsMet">Null: nothing was asked.</param>
/// <param name="IsOfResults">Not of speed: the program fails where it is not met.</param>
internal sealed record Check(string What, string Measured, string Asked, bool? IsMet, bool IsOfResults = false);
