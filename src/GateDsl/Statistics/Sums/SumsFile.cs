using System.Text;

namespace GateDsl;

/// <summary>Files of statistics: every sum under its name, and the network that they are of.</summary>
internal static class SumsFile
{
    private const string Network = "Network";

    /// <summary>No array of numbers is packed more tightly: what claims to be larger than this many times its file is not read.</summary>
    private const long MostPacked = 1032;

    /// <summary>Whole numbers are exact up to here.</summary>
    private const long MostDatapoints = 1L << 53;

    /// <summary>Arrays that may be there beside the ones of this network: a file of another one is told by its name, not by how much it holds.</summary>
    private const int MostUnknown = 10_000;

    /// <summary>Longest name of a network that is read.</summary>
    private const int LongestName = 4_096;

    public static void Save(string path, string network, StatisticSums sums) => ArrayFile.Write(path,
    [
        StoredArray.Of(Network, Encoding.UTF8.GetBytes(network)),
        .. sums.ToMatrices().Select(sum => StoredArray.Of(sum.Name, sum.Matrix.Values, sum.Matrix.Rows, sum.Matrix.Columns)),
    ]);

    /// <param name="path">The file.</param>
    /// <param name="network">The network that it must be of.</param>
    /// <param name="none">The sums of no datapoints.</param>
    /// <param name="possible">Sums that may be missing.</param>
    /// <exception cref="InvalidDataException">It is of another network, or names the sum that is missing, unknown, of another shape, or impossible.</exception>
    public static StatisticSums Load(
        string path, string network, StatisticSums none, IReadOnlyDictionary<string, PairSum> possible)
    {
        Dictionary<string, (int Rows, int Columns)> expected = new(StringComparer.Ordinal);
        foreach ((string name, SumMatrix matrix) in none.ToMatrices())
        {
            expected.Add(name, (matrix.Rows, matrix.Columns));
        }

        return ArrayFile.Read(path, expected.Count + possible.Count + MostUnknown, arrays =>
        {
            CheckNetwork(arrays, network);
            if (arrays.Keys.FirstOrDefault(name => name != Network && !expected.ContainsKey(name) && !possible.ContainsKey(name)) is { } unknown)
            {
                throw new InvalidDataException($"{unknown} is no sum over datapoints of {network}");
            }

            if (expected.Keys.FirstOrDefault(name => !arrays.ContainsKey(name)) is { } missing)
            {
                throw new InvalidDataException($"{missing} is missing");
            }

            StatisticSums sums = new();
            foreach ((string name, SumMatrix sum) in none.Matrices)
            {
                sums.Set(name, sum.Rows, sum.Columns, Read(arrays[name], sum.Rows, sum.Columns));
            }

            RequireNumbers("A count of datapoints", sums.Counts, 0, MostDatapoints);
            foreach ((string name, PairSum pair) in possible)
            {
                if (arrays.TryGetValue(name, out FoundArray? array))
                {
                    sums.Set(name, pair.Rows, pair.Columns, Read(array, pair.Rows, pair.Columns));
                }
                else if (pair.IsIn(sums))
                {
                    throw new InvalidDataException($"{name} is missing");
                }
            }

            foreach ((string output, MergedDatapoints shape) in none.Distinct)
            {
                sums.Set(output, ReadDistinct(arrays, output, shape, new FileInfo(path).Length));
            }

            return sums;
        });
    }

    private static void CheckNetwork(IReadOnlyDictionary<string, FoundArray> arrays, string network)
    {
        if (!arrays.TryGetValue(Network, out FoundArray? array) || array.Type != ElementType.Byte || array.Shape is not [>= 0 and <= LongestName])
        {
            throw new InvalidDataException("it does not say of which network its statistics are: it was not written by Statistics.Save");
        }

        byte[] name = new byte[array.Shape[0]];
        array.ReadBytes(name);
        if (Encoding.UTF8.GetString(name) is var found && found != network)
        {
            throw new InvalidDataException($"it holds statistics of {found}, and this network is {network}");
        }
    }

    private static MergedDatapoints ReadDistinct(IReadOnlyDictionary<string, FoundArray> arrays, string output, MergedDatapoints shape, long bytes)
    {
        FoundArray found = arrays[SumNames.Counts(output)];
        int inputs = shape.Widths.Length;
        if (found.Shape is not [>= 0 and var distinct, 1] || distinct > int.MaxValue || distinct * (inputs + shape.Units + 1) > bytes * MostPacked)
        {
            throw new InvalidDataException(
                $"{found.Name} is {found.ShapeWords}; expected a number for each distinct datapoint, and no more than the file holds");
        }

        int rows = (int)distinct;
        double[] counts = Read(found, rows, 1);
        double[] features = Read(arrays[SumNames.Features(output)], rows, inputs);
        double[] targets = Read(arrays[SumNames.Targets(output)], rows, shape.Units);
        double spread = Read(arrays[SumNames.Spread(output)], 1, 1)[0];
        RequireNumbers(found.Name, counts, 1, MostDatapoints);
        int[] offsets = OutputSums.OffsetsOf(shape.Widths);
        for (int p = 0; p < inputs; p++)
        {
            RequireNumbers($"Column {p} of {SumNames.Features(output)}", Enumerable.Range(0, rows).Select(d => features[(d * inputs) + p]), -1,
                shape.Widths[p] - 1);
        }

        return MergedDatapoints.Add([new MergedDatapoints(
            shape.Units, shape.Widths,
            [.. Enumerable.Range(0, rows).Select(d => Enumerable.Range(0, inputs)
                .Where(p => features[(d * inputs) + p] >= 0).Select(p => offsets[p] + (int)features[(d * inputs) + p]).ToArray())],
            [.. Enumerable.Range(0, rows).Select(d => targets.AsSpan(d * shape.Units, shape.Units).ToArray())],
            Array.ConvertAll(counts, count => (long)count), spread)]);
    }

    private static double[] Read(FoundArray array, int rows, int columns)
    {
        if (array.Shape is not [long foundRows, long foundColumns] || foundRows != rows || foundColumns != columns)
        {
            throw new InvalidDataException($"{array.Name} is {array.ShapeWords}; expected {rows} x {columns}");
        }

        double[] values = array.ReadMatrix<double>(rows, columns);
        int first = Array.FindIndex(values, value => !double.IsFinite(value));
        return first < 0
            ? values
            : throw new InvalidDataException($"{array.Name} is {values[first]} at [{first / columns}, {first % columns}]; it must be finite");
    }

    private static void RequireNumbers(string name, IEnumerable<double> values, long least, long most)
    {
        foreach (double value in values)
        {
            if (!(value >= least && value <= most) || value != Math.Floor(value))
            {
                throw new InvalidDataException($"{name} has {value}; expected whole numbers from {least} to {most}");
            }
        }
    }
}
