using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Maps;

/// <summary>Plans the products of an epoch by statistics, for one layout of maps.</summary>
internal abstract class MapPlanner
{
    private readonly Dictionary<MapId, MapMember> _members;
    private readonly HashSet<MapId> _intoOutputs;
    private readonly NameTable _names = new();

    protected MapPlanner(NetworkPlan network, StatisticsPlan statistics)
    {
        Network = network;
        Statistics = statistics;
        _members = MapMembers.Of(network.Modules, statistics);
        _intoOutputs = [.. statistics.Outputs.SelectMany(output => output.Maps.AsEnumerable())];
        foreach (string name in _members.Values.Select(member => member.Member).Distinct()
            .Concat(statistics.Outputs.SelectMany(output => new[] { output.Stack, output.Residual })))
        {
            _names.NameFor(name, name);
        }
    }

    protected NetworkPlan Network { get; }

    protected StatisticsPlan Statistics { get; }

    /// <summary>Maps that are not a weight matrix into a hidden module, which nobody computes.</summary>
    protected IEnumerable<MapPlan> Computed => Statistics.Maps.Where(map => !map.IsWeight || IsIntoOutput(map));

    public MapProgram Plan() => new()
    {
        Layout = Statistics.Layout,
        Stacks = Statistics.Outputs.Select(output => new MapStack(output.Stack, output.Layer,
            output.Maps.Select(map => new StackedMap(_members[map], Statistics.Map(map).Input)).ToEquatableArray())).ToEquatableArray(),
        Maps = Gathered(Computed.Where(map => !IsIntoOutput(map)).Select(MapMatrix)),
        Errors = Gathered(ErrorMatrices()),
        TransposedWeights = Network.Weights.Where(IsTransposed).Select(member => member.Name).ToEquatableArray(),
        ComposeMaps = new ProgramMethod("ComposeMaps", LoopRoller.Roll([.. Computed.Select(Compose)])),
        Descend = new ProgramMethod("Descend", LoopRoller.Roll([.. Backward()])),
        Places = Statistics.Maps.Select(map => new PlacedMap(map.Id, _members[map.Id])).ToKeyedArray(placed => placed.Map),
    };

    /// <summary>Whether the weights of an edge are stored source x target.</summary>
    protected abstract bool IsTransposed(WeightMember member);

    /// <summary>The matrix of a map beside the stacks.</summary>
    protected abstract (MapMember Place, string Rows, string Columns) MapMatrix(MapPlan map);

    /// <summary>Matrices of errors beside the stacks.</summary>
    protected abstract IEnumerable<(MapMember Place, string Rows, string Columns)> ErrorMatrices();

    /// <summary>A map as the sum of its products.</summary>
    protected abstract CallGroup Compose(MapPlan map);

    /// <summary>The error carried back over the edges of a source, and its weights' step.</summary>
    protected abstract IEnumerable<KernelCall> BackOver(IReadOnlyList<(MapPlan Map, TermPlan Term)> edge);

    /// <summary>What is done over an edge, as a formula.</summary>
    protected abstract string StepOverEdge(IReadOnlyCollection<KernelCall> calls);

    /// <summary>The step of weights from inputs, as a formula.</summary>
    protected virtual string StepFromInputs(IReadOnlyCollection<MapPlan> maps) => "d += c B";

    /// <summary>The step of weights from an input.</summary>
    protected abstract KernelCall MoveDirect(MapPlan map, TermPlan term);

    /// <summary>Maps whose weights have moved already when their module's turn comes.</summary>
    protected virtual bool HasMoved(MapPlan map) => false;

    /// <summary>Eq. 3 module by module from the outputs on, edge by edge: all that is carried over an edge, then its step.</summary>
    private IEnumerable<CallGroup> Backward()
    {
        foreach (IGrouping<ModuleId, MapPlan> module in Statistics.Maps.GroupBy(map => map.Module).Reverse())
        {
            (MapPlan Map, TermPlan Term)[] terms = [.. module.SelectMany(map => map.Terms.Select(term => (map, term)))];
            foreach (IGrouping<string, (MapPlan Map, TermPlan Term)> edge in terms.Where(term => term.Term.Map is not null).GroupBy(term => term.Term.Weight))
            {
                KernelCall[] calls = [.. BackOver([.. edge])];
                yield return new CallGroup(["back over ", Weight(edge.First().Term), ": " + StepOverEdge(calls)], calls.ToEquatableArray());
            }

            (MapPlan Map, TermPlan Term)[] direct = [.. terms.Where(term => term.Term.Map is null && !HasMoved(term.Map))];
            if (direct.Length > 0)
            {
                yield return new CallGroup(
                    [.. direct.SelectMany((term, i) => new FormulaPart[] { i == 0 ? "" : ", ", Weight(term.Term) }),
                        ", from inputs: " + StepFromInputs([.. direct.Select(term => term.Map)])],
                    direct.Select(term => MoveDirect(term.Map, term.Term)).ToEquatableArray());
            }
        }
    }

    protected bool IsIntoOutput(MapPlan map) => _intoOutputs.Contains(map.Id);

    protected static Operand Weight(TermPlan term) => new("w", term.Member, term.Position);

    /// <summary>Where the step of weights is added: to the weights themselves, or where steps are summed up first.</summary>
    protected static Operand Step(TermPlan term) => Weight(term) with { Owner = "d" };

    protected MapMember PlaceOf(MapPlan map) => _members[map.Id];

    /// <summary>A second matrix for a map, under another name.</summary>
    protected MapMember PlaceOf(string prefix, MapPlan map) =>
        PlaceOf(map) with { Member = _names.NameFor(prefix + PlaceOf(map).Member, prefix + PlaceOf(map).Member) };

    protected static Operand In(string owner, MapMember place) => new(owner, place.Member, place.Position);

    protected static string LayerOf(MapPlan map) => map.Module.Layer;

    protected static KernelCall Call(string kernel, Operand a, Operand b, Operand c, string factor = "") => new(kernel, [a, b, c], factor);

    protected static KernelCall Call(string kernel, Operand a, Operand b, string factor = "") => new(kernel, [a, b], factor);

    /// <summary>A map as a sum of products: what a comment says of it, by the names of weights and other maps.</summary>
    protected CallGroup Composed(MapPlan map, string suffix, IEnumerable<KernelCall> calls)
    {
        List<FormulaPart> formula = [In("f", PlaceOf(map)), " ="];
        foreach (TermPlan term in map.Terms)
        {
            formula.Add(formula.Count == 2 ? " " : " + ");
            formula.Add(Weight(term));
            if (term.Map is { } id)
            {
                MapPlan source = Statistics.Map(id);
                formula.Add(" ");
                formula.Add(source.IsWeight ? Weight(source.Terms[0]) : In("f", PlaceOf(source)));
            }
        }

        return new CallGroup([.. formula, suffix], calls.ToEquatableArray());
    }

    /// <summary>Matrices of the copies of a bank in one array.</summary>
    private static EquatableArray<MapBuffer> Gathered(IEnumerable<(MapMember Place, string Rows, string Columns)> matrices) => matrices
        .GroupBy(matrix => matrix.Place.Member, StringComparer.Ordinal)
        .Select(array => new MapBuffer(
            array.Key, array.First().Place.Copy is null ? 0 : array.Max(matrix => matrix.Place.Copy!.Value) + 1, array.First().Rows, array.First().Columns))
        .ToEquatableArray();
}
