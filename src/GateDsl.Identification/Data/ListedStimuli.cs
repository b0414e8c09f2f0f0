using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>The different vectors of an input that is not one-hot, and how many of them a declaration lists.</summary>
internal static class ListedStimuli
{
    /// <summary>Most different vectors of a dense input that a declaration lists.</summary>
    private const int MostStimuli = 256;

    /// <summary>Most numbers that it lists.</summary>
    private const int MostNumbers = 16_384;

    /// <summary>The different vectors among the rows of a matrix, in the order they come, and which one each row is.</summary>
    public static (int[] Index, double[][] Vectors) Different(ReadOnlySpan<double> rows, int features, int datapoints)
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        List<double[]> vectors = [];
        int[] index = new int[datapoints];
        for (int n = 0; n < datapoints; n++)
        {
            // Adding 0 makes -0 and 0 the same.
            double[] vector = [.. rows.Slice(n * features, features).ToArray().Select(value => value + 0.0)];
            string key = string.Join(' ', vector.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
            if (!known.TryGetValue(key, out index[n]))
            {
                index[n] = vectors.Count;
                known.Add(key, index[n]);
                vectors.Add(vector);
            }
        }

        return (index, [.. vectors]);
    }

    /// <summary>Whether a declaration lists so many vectors.</summary>
    public static bool CanList(double[][] vectors) => vectors.Length <= MostStimuli && (long)vectors.Length * vectors[0].Length <= MostNumbers;

    /// <exception cref="ArgumentException">There are too many vectors for a list.</exception>
    public static void RequireListed(double[][] vectors)
    {
        if (!CanList(vectors))
        {
            throw new ArgumentException(
                $"The inputs are neither one-hot nor small enough to list: {vectors.Length} different columns of {vectors[0].Length} features that are not "
                + $"one-hot; at most {MostStimuli} columns and {MostNumbers} numbers are listed. Without a selector for them gates come with the data.");
        }
    }
}
