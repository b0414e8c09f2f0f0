namespace GateDsl;

/// <summary>A sum over datapoints, row by row.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Values">Rows x columns.</param>
internal sealed record SumMatrix(int Rows, int Columns, double[] Values)
{
    /// <summary>The distinct datapoints of an output as matrices.</summary>
    public static IEnumerable<(string Name, SumMatrix Matrix)> Of(string output, MergedDatapoints distinct)
    {
        int[] offsets = OutputSums.OffsetsOf(distinct.Widths);
        int inputs = distinct.Widths.Length;
        double[] features = new double[distinct.Rows.Length * inputs];
        Array.Fill(features, -1);
        for (int d = 0; d < distinct.Rows.Length; d++)
        {
            foreach (int feature in distinct.Rows[d])
            {
                int input = OutputSums.InputOf(offsets, feature);
                features[(d * inputs) + input] = feature - offsets[input];
            }
        }

        yield return (SumNames.Counts(output), new SumMatrix(distinct.Rows.Length, 1, Array.ConvertAll(distinct.Counts, count => (double)count)));
        yield return (SumNames.Features(output), new SumMatrix(distinct.Rows.Length, inputs, features));
        yield return (SumNames.Spread(output), new SumMatrix(1, 1, [distinct.Least]));
        yield return (SumNames.Targets(output), new SumMatrix(distinct.Rows.Length, distinct.Units, [.. distinct.Sums.SelectMany(sum => sum)]));
    }
}
