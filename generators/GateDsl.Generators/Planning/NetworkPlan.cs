using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Racing;

namespace GateDsl.Generators.Planning;

/// <summary>
/// What the generated code does: banks written out as modules in an order in which every module follows its sources, one weight matrix per
/// edge, the datapoints on which each edge carries. Made from a <see cref="NetworkModel"/>; emitters only print it.
/// </summary>
internal sealed record NetworkPlan
{
    public required TypeModel Type { get; init; }

    /// <summary>The network is the ReLU twin: a class nested in the declared one, whose data sets it shares.</summary>
    public required bool IsTwin { get; init; }

    /// <summary>"float" or "double".</summary>
    public required string Scalar { get; init; }

    /// <summary>Inputs and selectors in declaration order.</summary>
    public required KeyedArray<ModuleId, InputPlan> Inputs { get; init; }

    /// <summary>Gate inputs in declaration order.</summary>
    public required KeyedArray<ModuleId, InputPlan> GateInputs { get; init; }

    /// <summary>Output layers in declaration order: what Dataset.Create takes targets for and what Predict fills.</summary>
    public required KeyedArray<string, OutputPlan> Outputs { get; init; }

    /// <summary>Hidden modules and output modules, each after its sources.</summary>
    public required KeyedArray<ModuleId, ModulePlan> Modules { get; init; }

    /// <summary>The public members that show the weights, by target in declaration order, then by edge.</summary>
    public required EquatableArray<WeightMember> Weights { get; init; }

    /// <summary>How Eq. 3 is evaluated from correlations; null where it cannot be.</summary>
    public required StatisticsPlan? Statistics { get; init; }

    /// <summary>Why <see cref="Statistics"/> is null, as a sentence.</summary>
    public required string? NoStatistics { get; init; }

    /// <summary>The distinct gates of modules, edges and maps: the sets of datapoints that a data set tells apart.</summary>
    public required KeyedArray<Gate, GatePlan> Gates { get; init; }

    public string GateName(Gate gate) => Gates.Find(gate).Name;

    public LossModel LossOf(ModulePlan output) => Outputs.Find(output.Layer).Loss;

    /// <summary>Whether a layer is a bank of modules: then it has a first copy.</summary>
    public bool IsBank(string layer) => Modules.Has(new ModuleId(layer, 0));

    public string ClassName => IsTwin ? GeneratedNames.ReluTwin : Type.Name;

    /// <summary>Some module has biases, as weights from the input that is 1 at every datapoint.</summary>
    public bool HasBiases => Weights.Any(member => member.Source == GeneratedNames.Bias);

    /// <summary>
    /// A unit with a bias sees a constant that the other inputs do not show it: the features of a one-hot input, which sum to 1, would.
    /// </summary>
    public bool IsConstantNews =>
        HasBiases && Inputs.All(input => input.Name == GeneratedNames.Bias || input.Kind != LayerKindModel.OneHotInput);

    public IEnumerable<ModulePlan> HiddenModules => Modules.Where(module => !module.IsOutput);

    public IEnumerable<ModulePlan> OutputModules => Modules.Where(module => module.IsOutput);

    /// <summary>Where pathways begin and end.</summary>
    public PathwayEnds Ends => PathwayEnds.Of(this);

    /// <summary>Hidden layers on the longest path.</summary>
    public required int Depth { get; init; }

    /// <summary>Weights of the network.</summary>
    public long Parameters => Modules.Sum(module => module.Edges.Sum(edge => (long)edge.Targets * edge.Sources));
}

/// <summary>A gate under the name that generated code gives it.</summary>
internal sealed record GatePlan(string Name, Gate Gate);

/// <summary>An input layer or a selector.</summary>
internal sealed record InputPlan(string Name, LayerKindModel Kind, int Units)
{
    public ModuleId Id => new(Name, null);

    /// <summary>What a one-hot input stands for.</summary>
    public RoleModel Role { get; init; }

    /// <summary>Given as one index per datapoint.</summary>
    public bool IsIndex => Kind is LayerKindModel.OneHotInput or LayerKindModel.Selector;
}

/// <summary>An output layer, or a bank of outputs, whose copies share one row of targets.</summary>
internal sealed record OutputPlan(string Name, int Units)
{
    /// <summary>What it is trained by.</summary>
    public LossModel Loss { get; init; }
}

/// <summary>A layer, or one copy of a bank.</summary>
/// <param name="Id">Which layer and copy.</param>
/// <param name="Identifier">As part of an identifier: Common, Pairs0.</param>
/// <param name="Units">Units of the module.</param>
/// <param name="IsOutput">An output module; else hidden.</param>
/// <param name="IsSelfGated">Each unit is gated by its own pre-activation.</param>
/// <param name="Gate">Where the module is on.</param>
/// <param name="Edges">Edges into the module.</param>
internal sealed record ModulePlan(
    ModuleId Id, string Identifier, int Units, bool IsOutput, bool IsSelfGated, Gate Gate, EquatableArray<EdgePlan> Edges)
{
    /// <summary>What a self-gated unit is multiplied with where it is off.</summary>
    public double Slope { get; init; }

    /// <summary>Numbers of gate inputs that multiply the module; where several do, their product is kept under its name.</summary>
    public EquatableArray<NumberGate> Factors { get; init; } = [];

    /// <summary>A self-gated unit that passes nothing where it is off.</summary>
    public bool IsRectified => IsSelfGated && Slope == 0;

    public string Layer => Id.Layer;

    public int? Copy => Id.Copy;

    /// <summary>As users and generated code write it: Common, Pairs[0].</summary>
    public string Name => Id.ToString();
}

/// <summary>One weight matrix.</summary>
/// <param name="Member">Name of the public member: ItemToPairs.</param>
/// <param name="Position">Where the matrix stands in the member: empty, [k] or [i, j].</param>
/// <param name="Id">The modules that it joins; the source may be an input.</param>
/// <param name="SourceKind">What the source is.</param>
/// <param name="Targets">Rows: units of the target.</param>
/// <param name="Sources">Columns: units of the source.</param>
/// <param name="When">The gate of the edge itself.</param>
/// <param name="On">Where the edge carries: source, target and the edge itself are on.</param>
internal sealed record EdgePlan(
    string Member, EquatableArray<int> Position, EdgeId Id, LayerKindModel SourceKind, int Targets, int Sources, Gate When, Gate On)
{
    /// <summary>Name of the source: an input, or a module as <see cref="ModulePlan.Name"/>.</summary>
    public string Source => Id.Source.ToString();

    /// <summary>As users write it: ItemToCommon, ItemToPairs[0], CodeToMix[0, 2].</summary>
    public string Weight => Position.Count == 0 ? Member : $"{Member}[{string.Join(", ", Position)}]";

    /// <summary>As the compiled part finds the matrix: ItemToCommon, ItemToPairs[0], CodeToMix[0][2].</summary>
    public string Matrix => Member + string.Concat(Position.Select(copy => $"[{copy}]"));

    public bool FromInput => SourceKind is LayerKindModel.DenseInput or LayerKindModel.OneHotInput;
}

/// <summary>How a member holds its matrices.</summary>
internal enum WeightShape
{
    /// <summary>One matrix.</summary>
    Matrix,

    /// <summary>One matrix per copy: [k].</summary>
    Bank,

    /// <summary>One matrix per pair of copies that can be on together: [source copy, target copy].</summary>
    Grid,
}

/// <summary>A public member that shows the weights of all edges between two declared layers.</summary>
/// <param name="Name">{Source}To{Target}.</param>
/// <param name="Shape">One matrix, a bank or a grid of matrices.</param>
/// <param name="Source">Name of the source layer.</param>
/// <param name="Target">Name of the target layer.</param>
/// <param name="Targets">Rows of each matrix.</param>
/// <param name="Sources">Columns of each matrix.</param>
/// <param name="Extent">Extent of the bank or grid: empty, copies, or source copies and target copies.</param>
/// <param name="Positions">The matrices there are, each by its position.</param>
internal sealed record WeightMember(
    string Name,
    WeightShape Shape,
    string Source,
    string Target,
    int Targets,
    int Sources,
    EquatableArray<int> Extent,
    EquatableArray<EquatableArray<int>> Positions);
