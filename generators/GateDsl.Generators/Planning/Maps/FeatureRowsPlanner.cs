using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Maps;

/// <summary>
/// Maps with a row for every feature: F^T is features x units, and the products run along the units of the module. Where inputs are one-hot, what
/// is left to learn is then found by adding whole rows, E^T too. Weights stand so that every product reads along rows: those that leave hidden
/// modules or enter outputs source x target, those from inputs into hidden modules target x source.
/// </summary>
internal sealed class FeatureRowsPlanner(NetworkPlan network, StatisticsPlan statistics) : MapPlanner(network, statistics)
{
    private readonly HashSet<MapId> _reached = [.. statistics.Outputs.SelectMany(output => output.Maps.AsEnumerable())];
    private readonly HashSet<MapId> _transposed = [];

    protected override string StepOverEdge(IReadOnlyCollection<KernelCall> calls) =>
        $"B_source{CarriedBack.Into("W^T B", [.. calls.Where(call => call.Kernel is "SetProduct" or "AddProduct" && call.Factor.Length == 0).Select(call => call.Kernel == "SetProduct")])}, "
        + "d += c F_source B^T, as w is W^T and d D^T";

    protected override string StepFromInputs(IReadOnlyCollection<MapPlan> maps) =>
        maps.Any(IsIntoOutput) ? "d += c B^T, as d is D^T" : base.StepFromInputs(maps);

    protected override bool IsTransposed(WeightMember member) =>
        !Network.Inputs.Has(new ModuleId(member.Source, null)) || Network.Outputs.Has(member.Target);

    protected override (MapMember Place, string Rows, string Columns) MapMatrix(MapPlan map) => (PlaceOf(map), map.Input, LayerOf(map));

    protected override IEnumerable<(MapMember Place, string Rows, string Columns)> ErrorMatrices()
    {
        foreach (MapPlan map in Statistics.Maps)
        {
            if (!IsIntoOutput(map))
            {
                yield return (PlaceOf(map), LayerOf(map), map.Input);
            }

            if (map.Terms.Any(term => term.Map is not null))
            {
                (string rows, string columns) = IsIntoOutput(map) ? (LayerOf(map), map.Input) : (map.Input, LayerOf(map));
                yield return (OtherLayout(map), rows, columns);
            }
        }
    }

    protected override CallGroup Compose(MapPlan map)
    {
        List<KernelCall> calls = [];
        foreach (TermPlan term in map.Terms.OrderBy(term => term.Map is not null))
        {
            calls.Add(term.Map is { } source ? Product(Statistics.Map(source), map, term, calls.Count == 0) : Direct(map, term));
        }

        return Composed(map, ", transposed", calls);
    }

    /// <summary>The error of a map in the other layout too: one is a factor of what is carried back, the other of the weights' step.</summary>
    protected override IEnumerable<KernelCall> BackOver(IReadOnlyList<(MapPlan Map, TermPlan Term)> edge)
    {
        foreach ((MapPlan map, _) in edge.Where(step => _transposed.Add(step.Map.Id)))
        {
            (Operand from, Operand to) = IsIntoOutput(map) ? (ErrorRows(map), ErrorUnits(map)) : (ErrorUnits(map), ErrorRows(map));
            yield return Call("Transpose", from, to);
        }

        foreach ((MapPlan map, TermPlan term) in edge)
        {
            MapPlan source = Statistics.Map(term.Map!.Value);
            yield return Call(_reached.Add(source.Id) ? "SetProduct" : "AddProduct", Weight(term), ErrorUnits(map), ErrorUnits(source));
        }

        foreach ((MapPlan map, TermPlan term) in edge)
        {
            MapPlan source = Statistics.Map(term.Map!.Value);
            yield return Call(IsFirstEdge(source) ? "AddProduct" : "AddProductFromTransposed", Values(source), ErrorRows(map), Step(term), "c");
        }
    }

    protected override KernelCall MoveDirect(MapPlan map, TermPlan term) => Call("Add", IsIntoOutput(map) ? ErrorRows(map) : ErrorUnits(map), Step(term), "c");

    /// <summary>An edge from the input: its weights stand as the map does where it ends at an output, else the other way.</summary>
    private KernelCall Direct(MapPlan map, TermPlan term) => Call(IsIntoOutput(map) ? "Copy" : "Transpose", Weight(term), Values(map));

    /// <summary>(W F)^T = F^T W^T: F is the weights of the first edge, units x features, or a map, features x units.</summary>
    private KernelCall Product(MapPlan source, MapPlan map, TermPlan term, bool isFirst) =>
        Call((isFirst ? "SetProduct" : "AddProduct") + (IsFirstEdge(source) ? "FromTransposed" : ""), Values(source), Weight(term), Values(map));

    /// <summary>The map is the weights of an edge from an input into a hidden module.</summary>
    private bool IsFirstEdge(MapPlan map) => map.IsWeight && !IsIntoOutput(map);

    private Operand Values(MapPlan map) => IsFirstEdge(map) ? Weight(map.Terms[0]) : In("f", PlaceOf(map));

    /// <summary>
    /// The second matrix of a map's error: errors of maps into outputs are found with a row for every feature, others with one for every unit.
    /// </summary>
    private MapMember OtherLayout(MapPlan map) => PlaceOf(IsIntoOutput(map) ? "UnitRows_" : "FeatureRows_", map);

    /// <summary>The error of a map, features x units.</summary>
    private Operand ErrorRows(MapPlan map) => In("b", IsIntoOutput(map) ? PlaceOf(map) : OtherLayout(map));

    /// <summary>The error of a map, units x features.</summary>
    private Operand ErrorUnits(MapPlan map) => In("b", IsIntoOutput(map) ? OtherLayout(map) : PlaceOf(map));
}
