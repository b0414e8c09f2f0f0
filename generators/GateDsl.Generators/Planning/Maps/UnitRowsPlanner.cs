using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Maps;

/// <summary>Maps with a row for every unit, as weights stand: F is units x features, and the products run along the features of inputs.</summary>
internal sealed class UnitRowsPlanner(NetworkPlan network, StatisticsPlan statistics) : MapPlanner(network, statistics)
{
    private readonly HashSet<MapId> _reached = [.. statistics.Outputs.SelectMany(output => output.Maps.AsEnumerable())];
    private readonly HashSet<MapId> _moved = [];

    protected override string StepOverEdge(IReadOnlyCollection<KernelCall> calls)
    {
        bool[] sets = [.. calls.Where(call => call.Kernel is "SetProductFromTransposed" or "AddProductFromTransposed" && call.Factor.Length == 0)
            .Select(call => call.Kernel == "SetProductFromTransposed")];
        return sets.Length == 0
            ? "Step = B F_source^T, d_source += c W^T B, d += c Step"
            : $"B_source{CarriedBack.Into("W^T B", sets)}, d += c B F_source^T";
    }

    protected override bool IsTransposed(WeightMember member) => false;

    protected override bool HasMoved(MapPlan map) => _moved.Contains(map.Id);

    protected override (MapMember Place, string Rows, string Columns) MapMatrix(MapPlan map) => (PlaceOf(map), LayerOf(map), map.Input);

    protected override IEnumerable<(MapMember Place, string Rows, string Columns)> ErrorMatrices()
    {
        foreach (MapPlan map in Statistics.Maps.Where(map => !IsIntoOutput(map)))
        {
            yield return (PlaceOf(map), LayerOf(map), map.Input);
        }

        foreach (MapPlan map in Statistics.Maps)
        {
            foreach (TermPlan term in map.Terms.Where(term => term.Map is { } id && IsMovedFirst(Statistics.Map(id), map, term)))
            {
                yield return (PlaceOf("Step_", map), LayerOf(map), term.Map!.Value.Module.Layer);
            }
        }
    }

    protected override CallGroup Compose(MapPlan map)
    {
        List<KernelCall> calls = [];
        foreach (TermPlan term in map.Terms.OrderBy(term => term.Map is not null))
        {
            calls.Add(term.Map is { } source
                ? Call(calls.Count == 0 ? "SetProduct" : "AddProduct", Weight(term), Values(Statistics.Map(source)), Values(map))
                : Call(calls.Count == 0 ? "Copy" : "Add", Weight(term), Values(map)));
        }

        return Composed(map, "", calls);
    }

    protected override IEnumerable<KernelCall> BackOver(IReadOnlyList<(MapPlan Map, TermPlan Term)> edge)
    {
        List<KernelCall> steps = [];
        foreach ((MapPlan map, TermPlan term) in edge)
        {
            MapPlan source = Statistics.Map(term.Map!.Value);
            if (IsMovedFirst(source, map, term))
            {
                Operand step = In("b", PlaceOf("Step_", map));
                yield return Call("SetProductWithTransposed", Error(map), Values(source), step);
                yield return Call("AddProductFromTransposed", Weight(term), Error(map), Step(source.Terms[0]), "c");
                steps.Add(Call("Add", step, Step(term), "c"));
                _moved.Add(source.Id);
                continue;
            }

            string kernel = _reached.Add(source.Id) ? "SetProductFromTransposed" : "AddProductFromTransposed";
            yield return Call(kernel, Weight(term), Error(map), Error(source));
            steps.Add(Call("AddProductWithTransposed", Error(map), Values(source), Step(term), "c"));
        }

        foreach (KernelCall step in steps)
        {
            yield return step;
        }
    }

    protected override KernelCall MoveDirect(MapPlan map, TermPlan term) => Call("Add", Error(map), Step(term), "c");

    /// <summary>
    /// The larger of two matrices in series should be read and written once: where the first is larger, it moves before the second, whose step
    /// is kept meanwhile. Only where nothing else reads the first.
    /// </summary>
    private bool IsMovedFirst(MapPlan source, MapPlan map, TermPlan term) =>
        source.IsWeight && !IsIntoOutput(source) && map.Terms.Count == 1 && (long)source.Rows * source.Columns > (long)map.Rows * term.Inner
        && Statistics.Maps.Sum(other => other.Terms.Count(one => one.Map == source.Id)) == 1
        && Statistics.Maps.Sum(other => other.Terms.Count(one => one.Weight == term.Weight)) == 1;

    /// <summary>The values of a map: in the stack of its output, a weight matrix itself, or computed.</summary>
    private Operand Values(MapPlan map) => map.IsWeight && !IsIntoOutput(map) ? Weight(map.Terms[0]) : In("f", PlaceOf(map));

    private Operand Error(MapPlan map) => In("b", PlaceOf(map));
}
