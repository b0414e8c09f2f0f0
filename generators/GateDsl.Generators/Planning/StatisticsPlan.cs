using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>
/// How a step is taken from correlations (Eq. 3-4). Paths that start at the same input and meet in a module with the same gate share one
/// map, the sum of their products of weights; so the work grows with the distinct effective correlations, not with the number of paths.
/// </summary>
internal sealed record StatisticsPlan
{
    /// <summary>Maps from inputs to modules, each after the maps it is made from.</summary>
    public required KeyedArray<MapId, MapPlan> Maps { get; init; }

    /// <summary>One for every output module that a path reaches.</summary>
    public required EquatableArray<OutputMapsPlan> Outputs { get; init; }

    /// <summary>How maps stand in memory.</summary>
    public required MapLayout Layout { get; init; }

    /// <summary>Dense inputs at which a map starts: their correlations may have a better basis.</summary>
    public required EquatableArray<string> DenseInputs { get; init; }

    /// <summary>Output modules that are on somewhere and that no path reaches: they predict 0.</summary>
    public required EquatableArray<ModuleId> Unreached { get; init; }

    /// <summary>Multiplications and additions of one epoch, counted.</summary>
    public required long Work { get; init; }

    /// <summary>
    /// Multiplications and additions for each datapoint of gathering the effective correlations; where inputs are one-hot equal datapoints are
    /// found by their indices, and only their targets are added up.
    /// </summary>
    public long GatheringWork => Outputs.Sum(output =>
    {
        if (Layout == MapLayout.FeatureRows)
        {
            return output.Units + output.Maps.Count;
        }

        long columns = output.Maps.Sum(map => (long)Map(map).Columns);
        return columns * ((2 * output.Units) + columns);
    });

    public MapPlan Map(MapId id) => Maps.Find(id);
}

/// <summary>How the map from an input to a module stands in memory, and with it the products of an epoch.</summary>
internal enum MapLayout
{
    /// <summary>A row for every unit of the module, units x features.</summary>
    UnitRows,

    /// <summary>A row for every feature of the input, features x units. A one-hot input then picks whole rows.</summary>
    FeatureRows,
}

/// <summary>An input as paths see it: zero where they are off, and multiplied by the numbers that gate them.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Gate">Where the paths are on.</param>
/// <param name="Factors">The numbers, ordered; one that multiplies several modules of the paths stands here as often.</param>
internal sealed record EffectiveInputPlan(string Input, Gate Gate, EquatableArray<NumberGate> Factors)
{
    /// <summary>Told apart from every other.</summary>
    public string Identity => string.Join(" ", Factors.Select(factor => $"{factor.Input}#{factor.Number}").Prepend(Gate.Identity).Prepend(Input));

    /// <summary>The gate as an identifier, and the numbers that multiply more than once: Open_0, Open_0_Open_0_Power_2.</summary>
    public string GateIdentifier => Gate.Identifier + Powers;

    /// <summary>The numbers that multiply more than once, as the end of an identifier; mostly empty.</summary>
    public string Powers => string.Concat(Factors.GroupBy(factor => factor).Where(equal => equal.Count() > 1)
        .Select(equal => $"_{equal.Key.Input}_{equal.Key.Number}_Power_{equal.Count()}"));

    /// <summary>As it is given.</summary>
    public static EffectiveInputPlan Of(string input) => new(input, Gate.Always, []);

    /// <summary>As the paths over one more module see it.</summary>
    /// <param name="on">Where these are on.</param>
    /// <param name="factors">The numbers that multiply the module.</param>
    public EffectiveInputPlan Over(Gate on, EquatableArray<NumberGate> factors) => new(
        Input, Gate.And(on),
            Factors.Concat(factors).OrderBy(factor => factor.Input, StringComparer.Ordinal).ThenBy(factor => factor.Number).ToEquatableArray());
}

/// <summary>The sum of the products of weights over all paths from an input to a module that share a gate.</summary>
/// <param name="Name">As an identifier: Common_Item.</param>
/// <param name="Module">Where they end.</param>
/// <param name="Seen">What these paths see up to the module.</param>
/// <param name="Rows">Units of the module.</param>
/// <param name="Columns">Units of the input.</param>
/// <param name="Terms">What it is the sum of.</param>
internal sealed record MapPlan(string Name, ModuleId Module, EffectiveInputPlan Seen, int Rows, int Columns, EquatableArray<TermPlan> Terms)
{
    public MapId Id => new(Module, Name);

    public string Input => Seen.Input;

    /// <summary>Where all these paths are on up to the module.</summary>
    public Gate Gate => Seen.Gate;

    /// <summary>The map is one weight matrix: nothing to compute, and its error is the step of the weights.</summary>
    public bool IsWeight => Terms.Count == 1 && Terms[0].Map is null;
}

/// <summary>A weight matrix from an input (<paramref name="Map"/> null), or times the map of its source module.</summary>
/// <param name="Weight">As generated code writes it: ItemToPairs[0].</param>
/// <param name="Map">The map that the weight is multiplied with; null: the weight starts at the input.</param>
/// <param name="Inner">Units between the weight and the map.</param>
/// <param name="Member">Name of the member that has the weight: ItemToPairs.</param>
/// <param name="Position">Where it stands in the member: none, [k] or [i][j].</param>
internal sealed record TermPlan(string Weight, MapId? Map, int Inner, string Member, EquatableArray<int> Position);

/// <summary>The maps that end in an output module: together they are what the network computes there.</summary>
/// <param name="Module">The output module.</param>
/// <param name="Layer">Name of the declared output layer.</param>
/// <param name="Identifier">The module as part of an identifier.</param>
/// <param name="Units">Units of the output.</param>
/// <param name="Gate">Where the output module is on.</param>
/// <param name="Maps">Its maps.</param>
/// <param name="Residual">Name of the residual that its loss is measured by, apart from those of all maps.</param>
/// <param name="Stack">Name of the matrix of its maps side by side, apart from those of all maps.</param>
internal sealed record OutputMapsPlan(
    ModuleId Module, string Layer, string Identifier, int Units, Gate Gate, EquatableArray<MapId> Maps, string Residual, string Stack);
