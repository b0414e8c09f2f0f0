using System.Globalization;
using System.Text.RegularExpressions;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;

namespace Paper.Report;

/// <summary>A line of a figure.</summary>
/// <param name="Subject">What it shows.</param>
/// <param name="Stop">The stop of the slider at which it is shown.</param>
/// <param name="Seed">Number of the seed; 0: the mean over seeds, or what has none.</param>
/// <param name="X">Where.</param>
/// <param name="Y">How high.</param>
internal sealed record Curve(Subject Subject, int Stop, int Seed, double[] X, double[] Y);

/// <summary>Reads the curves of a figure from its table.</summary>
internal static partial class Curves
{
    /// <summary>More points than a figure has pixels across make the page large and no better.</summary>
    private const int MostPoints = 400;

    /// <summary>Of the subjects that the table has, in the order of the figure: the seeds, then their mean.</summary>
    public static IReadOnlyList<Curve> Of(StoryFigure figure, OrderedDictionary<string, double[]> table)
    {
        double[] x = table[figure.X];
        string[] prefixes = figure.Choice is { } choice ? [.. choice.Stops.Select(stop => stop.Prefix)] : [""];
        List<Curve> curves = [];
        for (int stop = 0; stop < prefixes.Length; stop++)
        {
            foreach (Subject subject in figure.Curves)
            {
                (int Seed, double[] Y)[] seeds = [.. Seeds(table, prefixes[stop] + subject.Key)];
                if (seeds.Length == 0)
                {
                    continue;
                }

                // A prediction stands for all seeds: the same column several times.
                if (seeds.Length > 1 && seeds.Any(seed => !seed.Y.SequenceEqual(seeds[0].Y)))
                {
                    curves.AddRange(seeds.Select(seed => Thin(new Curve(subject, stop, seed.Seed, x, seed.Y))));
                }

                curves.Add(Thin(new Curve(subject, stop, 0, x, [.. x.Select((_, row) => seeds.Average(seed => seed.Y[row]))])));
            }
        }

        return curves;
    }

    private static IEnumerable<(int Seed, double[] Y)> Seeds(OrderedDictionary<string, double[]> table, string key)
    {
        foreach ((string name, double[] column) in table)
        {
            Match match = SeedOf().Match(name);
            if (name == key)
            {
                yield return (1, column);
            }
            else if (match.Success && match.Groups[1].Value == key)
            {
                yield return (int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), column);
            }
        }
    }

    private static Curve Thin(Curve curve)
    {
        int stride = Math.Max(1, curve.X.Length / MostPoints);
        int[] rows = [.. Enumerable.Range(0, curve.X.Length).Where(row => row % stride == 0 || row == curve.X.Length - 1)];
        return curve with { X = [.. rows.Select(row => curve.X[row])], Y = [.. rows.Select(row => curve.Y[row])] };
    }

    [GeneratedRegex("^(.+)_([0-9]+)$")]
    private static partial Regex SeedOf();
}
