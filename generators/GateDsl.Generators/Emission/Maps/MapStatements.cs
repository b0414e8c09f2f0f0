using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission.Maps;

/// <summary>
/// The products that an epoch by statistics is made of, for one layout of maps: forward along the paths, and back over each edge. Matrices are
/// packed, their rows start at multiples of 32 bytes.
/// </summary>
internal abstract class MapStatements(NetworkPlan plan, StatisticsPlan statistics)
{
    private readonly Dictionary<string, OutputMapsPlan> _outputOf = statistics.Outputs
        .SelectMany(output => output.Maps.Select(map => (map, output))).ToDictionary(pair => pair.map, pair => pair.output, StringComparer.Ordinal);

    public static MapStatements Of(NetworkPlan plan, StatisticsPlan statistics) => statistics.Layout == MapLayout.FeatureRows
        ? new FeatureRows(plan, statistics)
        : new UnitRows(plan, statistics);

    /// <summary>Rows of packed matrices start at multiples of 32 bytes.</summary>
    public static int Stride(string scalar, int columns)
    {
        int lanes = scalar == "float" ? 8 : 4;
        return (columns + lanes - 1) / lanes * lanes;
    }

    /// <summary>The runtime's class for what an output module has still to learn.</summary>
    public abstract string Residual { get; }

    /// <summary>How maps stand and how their products run, for the head of the file.</summary>
    public abstract string Description { get; }

    /// <summary>How the errors of all maps and the loss are found.</summary>
    public abstract string ErrorsSummary { get; }

    /// <summary>What is kept of the data.</summary>
    public abstract string CorrelationsSummary { get; }

    /// <summary>The gatherer's method that finds it.</summary>
    public abstract string Gathering { get; }

    /// <summary>How the comment on weights describes them.</summary>
    public abstract string WeightsDescription { get; }

    /// <summary>Whether the weights of an edge are stored source x target.</summary>
    public abstract bool IsTransposed(WeightMember member);

    /// <summary>Rows and row length of the matrix of all maps into an output.</summary>
    public abstract (int Rows, int Stride) StackExtent(OutputMapsPlan output);

    /// <summary>The map of paths that end at an output, within the stack of that output's maps.</summary>
    public abstract Place InStack(OutputMapsPlan output, string map, string owner);

    /// <summary>What carries blocks between a stack and the matrix of a pathway: nothing, or Transposed.</summary>
    public abstract string BlockSuffix { get; }

    /// <summary>Matrices of maps beside the stacks: name and number of entries.</summary>
    public abstract IEnumerable<(string Name, string Entries)> MapMatrices();

    /// <summary>Matrices of errors beside the stacks.</summary>
    public abstract IEnumerable<(string Name, string Entries)> ErrorMatrices();

    /// <summary>The products along paths, from the inputs on; comments start with //.</summary>
    public abstract List<string> Forward();

    /// <summary>Eq. 3 over whole maps, module by module from the outputs on.</summary>
    public abstract List<string> Backward();

    protected string Scalar => plan.Scalar;

    protected NetworkPlan Plan => plan;

    protected StatisticsPlan Statistics => statistics;

    protected bool IsIntoOutput(MapPlan map) => _outputOf.ContainsKey(map.Name);

    protected OutputMapsPlan OutputOf(MapPlan map) => _outputOf[map.Name];

    protected IEnumerable<string> MapsIntoOutputs => _outputOf.Keys;

    protected int Packed(int columns) => Stride(plan.Scalar, columns);

    /// <summary>Maps that are not a weight matrix into a hidden module, which nobody computes.</summary>
    protected IEnumerable<MapPlan> Computed => statistics.Maps.Where(map => !map.IsWeight || IsIntoOutput(map));

    protected static string Weight(TermPlan term) => $"w.{Literals.Identifier(term.Weight)}";

    /// <summary>A map as a sum of products: what a comment says of it.</summary>
    protected string SumOf(MapPlan map) => string.Join(" + ", map.Terms.Select(term => term.Map is null ? term.Weight : $"{term.Weight} {NameOf(statistics.Map(term.Map))}"));

    /// <summary>Multiplications and additions of the products of maps, for comments.</summary>
    protected static string Counted(params IEnumerable<MapPlan> maps) =>
        Literals.Grouped(maps.Sum(map => map.Terms.Sum(term => 2L * map.Rows * map.Columns * (term.Map is null ? 1 : term.Inner))));

    /// <summary>How comments call a map: by its own name, or by that of the weights which it is.</summary>
    private static string NameOf(MapPlan map) => map.IsWeight ? map.Terms[0].Weight : map.Name;
}

/// <summary>Where the values of a map, or its errors, stand.</summary>
/// <param name="Span">The matrix.</param>
/// <param name="Stride">How far apart its rows start.</param>
internal readonly record struct Place(string Span, int Stride);
