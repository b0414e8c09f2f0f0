using System.Globalization;
using GateDsl.Theory.Sampling;

namespace GateDsl.Identifying;

/// <summary>How often the same gates are found again at the same k: from other starts, and in bootstrap samples of the rows.</summary>
internal sealed class Stability
{
    /// <summary>A repetition takes as many starts as the search, divided by this: it is to be found again with less care.</summary>
    private const int LessCare = 2;

    private readonly List<bool[]>[] _fromStarts;
    private readonly List<bool[]>[] _fromSamples;

    private Stability(List<bool[]>[] fromStarts, List<bool[]>[] fromSamples, List<bool[]> gates)
    {
        (_fromStarts, _fromSamples) = (fromStarts, fromSamples);
        Whole = Share(found => found.Count == gates.Count && gates.TrueForAll(gate => Contains(found, gate)));
    }

    /// <summary>Share that finds exactly these gates, the smaller of the two.</summary>
    public double Whole { get; }

    public static Stability Of(GatePatterns patterns, IdentificationData data, CandidateSearch search, IdentificationOptions options)
    {
        int starts = Math.Max(1, options.Starts / LessCare);
        List<bool[]>[] fromStarts = new List<bool[]>[options.Repetitions];
        List<bool[]>[] fromSamples = new List<bool[]>[options.Repetitions];
        for (int repetition = 0; repetition < options.Repetitions; repetition++)
        {
            RandomStream random = new(options.Seed, string.Create(CultureInfo.InvariantCulture, $"repetition {repetition}"));
            fromStarts[repetition] = search.Repeat(
                patterns, data, patterns.Weights, patterns.Counts, starts, random.NextBits());
            int[] times = new int[patterns.Rows];
            for (int draw = 0; draw < times.Length; draw++)
            {
                times[random.NextBelow(times.Length)]++;
            }

            (double[] weights, double[] counts) = patterns.Resampled(row => times[row]);
            fromSamples[repetition] = search.Repeat(patterns, data, weights, counts, starts, random.NextBits());
        }

        return new(fromStarts, fromSamples, ModuleGates.Of(search.Chosen, data).Gates);
    }

    /// <summary>Share that finds this gate, the smaller of the two.</summary>
    public double Of(bool[] gate) => Share(found => Contains(found, gate));

    private double Share(Predicate<List<bool[]>> isFound) => Math.Min(
        (double)_fromStarts.Count(found => isFound(found)) / _fromStarts.Length,
        (double)_fromSamples.Count(found => isFound(found)) / _fromSamples.Length);

    private static bool Contains(List<bool[]> gates, bool[] gate) => gates.Exists(other => other.AsSpan().SequenceEqual(gate));
}
