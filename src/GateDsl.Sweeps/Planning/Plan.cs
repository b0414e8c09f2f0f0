namespace GateDsl.Sweeps;

/// <summary>
/// Every run of a sweep, in order: the grid of all values, or some of its points, with all seeds. The last parameter changes fastest, and the seed
/// faster still.
/// </summary>
/// <param name="Experiment">What runs.</param>
/// <param name="Values">By parameter, each with at least one.</param>
/// <param name="Seeds">At least one.</param>
/// <param name="Points">The points of the grid that are planned; null: all.</param>
/// <param name="Fingerprint">Of program, version, experiment, values, points and seeds.</param>
internal sealed record Plan(Experiment Experiment, IReadOnlyList<object[]> Values, SeedList Seeds, PointList? Points, string Fingerprint)
{
    /// <summary>Number of runs.</summary>
    public int Count { get; } = CountOf(Values, Seeds, Points);

    /// <summary>Number of runs, where the grid is one that fits.</summary>
    public static int CountOf(IReadOnlyList<object[]> values, SeedList seeds, PointList? points)
    {
        double count = values.Aggregate((double)seeds.Count, (product, list) => product * list.Length);
        return count > int.MaxValue ? throw new WrongUseException(FormattableString.Invariant($"The plan has {count:G3} runs, more than {int.MaxValue}."))
            : points is null ? (int)count
            : points.Count * seeds.Count;
    }

    /// <summary>Where a run is.</summary>
    public Point PointOf(int run)
    {
        object[] values = new object[Values.Count];
        int rest = run / Seeds.Count;
        rest = Points is null ? rest : Points[rest];
        for (int i = values.Length - 1; i >= 0; i--)
        {
            values[i] = Values[i][rest % Values[i].Length];
            rest /= Values[i].Length;
        }

        return new Point(Experiment.Parameters, values);
    }

    /// <summary>The seed of a run.</summary>
    public ulong SeedOf(int run) => Seeds[run % Seeds.Count];

    /// <summary>A run in words.</summary>
    public string Describe(int run) => $"run {run} ({PointOf(run)} seed={SeedOf(run)})".Replace("( ", "(");
}
