using System.Globalization;

namespace GateDsl;

/// <summary>The datapoints of test data by the values of some of its one-hot inputs and selectors: by pair of item and context, by route.</summary>
internal sealed class TestGroups
{
    private readonly BatchWindow _window;

    private TestGroups(BatchWindow window, string[] names, int[][] rows) => (_window, Names, Rows) = (window, names, rows);

    /// <summary>Names of the groups, <c>Item=0,Context=2</c>, by rising values.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The datapoints of each group.</summary>
    public IReadOnlyList<int[]> Rows { get; }

    /// <summary>The groups that options ask for; null: none.</summary>
    /// <param name="options">The options.</param>
    /// <param name="test">The test data; null: there are none.</param>
    /// <exception cref="ArgumentException">There are no test data, or a name is none of the data set's indices, or is given twice.</exception>
    public static TestGroups? Of(TrainingOptions options, BatchData? test)
    {
        if (options.TestBy.Count == 0)
        {
            return null;
        }

        if (test is null)
        {
            throw new ArgumentException(
                $"{nameof(TrainingOptions)}.{nameof(options.TestBy)} splits the loss on test data, and there are none.", nameof(options.TestBy));
        }

        BatchWindow all = test.Batches(1);
        if (options.TestBy.Distinct(StringComparer.Ordinal).Count() != options.TestBy.Count)
        {
            throw new ArgumentException($"{nameof(TrainingOptions)}.{nameof(options.TestBy)} names an index twice.", nameof(options.TestBy));
        }

        int[][] indices = [.. options.TestBy.Select(name => all.IndicesOf(name) ?? throw new ArgumentException(
            $"{nameof(TrainingOptions)}.{nameof(options.TestBy)}: {name} is none of the one-hot inputs and selectors"
            + (all.IndexNames.Count == 0 ? "; there are none." : $" {string.Join(", ", all.IndexNames)}."), nameof(options.TestBy)))];
        SortedDictionary<int[], List<int>> groups = new(Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        for (int n = 0; n < test.Count; n++)
        {
            int[] values = [.. indices.Select(index => index[n])];
            if (!groups.TryGetValue(values, out List<int>? rows))
            {
                groups[values] = rows = [];
            }

            rows.Add(n);
        }

        return new TestGroups(
            test.Batches(Math.Max(1, groups.Values.Select(rows => rows.Count).DefaultIfEmpty(0).Max())),
            [.. groups.Keys.Select(
                values => string.Join(',', options.TestBy.Zip(values, (name, value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value}"))))],
            [.. groups.Values.Select(rows => rows.ToArray())]);
    }

    /// <summary>Shows the groups one after the other as a data set of their own, and reads something of each.</summary>
    /// <param name="read">What is read; the data set changes with the next group.</param>
    public T[] Select<TData, T>(Func<TData, T> read)
        where TData : BatchData
    {
        T[] found = new T[Rows.Count];
        for (int group = 0; group < found.Length; group++)
        {
            _window.Fill(Rows[group]);
            found[group] = read((TData)_window.Data!);
        }

        return found;
    }

    /// <summary>Series of the groups by their names.</summary>
    public static IReadOnlyDictionary<string, double[]> ByName(IReadOnlyList<string> names, IReadOnlyList<double[]> series)
    {
        Dictionary<string, double[]> byName = [];
        for (int group = 0; group < names.Count; group++)
        {
            byName.Add(names[group], series[group]);
        }

        return byName;
    }
}
