using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace GateDsl.Generators.Tests.Generation.Listed;

/// <summary>
/// Text of which lines that go on as they began, up to numbers and how often words come, are counted: the first and the last of them stand there,
/// and the checksum of all.
/// </summary>
internal static partial class LineRuns
{
    private const int LongestPeriod = 8;

    /// <summary>Fewer are written out.</summary>
    private const int FewestRepeats = 7;

    public static string Shorten(string text)
    {
        string[] lines = text.Split('\n'), shapes = [.. lines.Select(ShapeOf)];
        StringBuilder shortened = new();
        int at = 0;
        while (at < lines.Length)
        {
            (int period, int repeats) = Enumerable.Range(1, LongestPeriod).Select(period => (period, Repeats(shapes, at, period)))
                .Where(run => run.Item2 >= FewestRepeats).FirstOrDefault((1, 1));
            int end = at + (period * repeats);
            if (repeats == 1)
            {
                shortened.Append(lines[at]).Append(end < lines.Length ? "\n" : "");
            }
            else
            {
                string all = string.Join('\n', lines[at..end]);
                string sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..8];
                shortened.AppendJoin('\n', lines[at..(at + period)]).Append($"\n... {repeats} of these in all, {sum}\n")
                    .AppendJoin('\n', lines[(end - period)..end]).Append('\n');
            }

            at = end;
        }

        return shortened.ToString();
    }

    private static int Repeats(string[] shapes, int at, int period)
    {
        int length = 0;
        while (at + length < shapes.Length && shapes[at + length] == shapes[at + (length % period)])
        {
            length++;
        }

        return length / period;
    }

    // Lists are broken where a line is full, and have more or fewer elements there.
    private static string ShapeOf(string line) => string.Join(' ', Digits().Replace(line, "0").Split(' ').Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
