using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>From what the user said to what the code does: banks become modules, wiring becomes one weight matrix per edge.</summary>
internal static class NetworkPlanner
{
    public static NetworkPlan Plan(NetworkModel model) => Plan(model, isTwin: false);

    /// <summary>The ReLU twin, planned by the same road: the network whose hidden layers are all self-gated. Null: none was asked for.</summary>
    public static NetworkPlan? PlanTwin(NetworkModel model) =>
        model.Twin is { } shape ? Plan(TwinModel.Of(model, shape), isTwin: true) : null;

    private static NetworkPlan Plan(NetworkModel declared, bool isTwin)
    {
        NetworkModel model = BiasEdges.Expand(declared);
        Dictionary<string, Copy[]> copies = BankCopies.ByLayer(model);
        List<ModulePlan> modules = ModulePlanner.Plan(model, copies);
        List<WeightMember> weights = [];
        ILookup<string, EquatableArray<int>> positions = modules.SelectMany(module => module.Edges)
            .ToLookup(edge => edge.Member, edge => edge.Position);
        foreach (LayerModel layer in model.Layers)
        {
            weights.AddRange(layer.Edges.Select(edge => MemberOf(model, layer, edge, copies, positions)));
        }

        (StatisticsPlan? statistics, string? noStatistics) = WhyByBatchOnly(model) is { } whyNot ? whyNot : StatisticsPlanner.Plan(modules);
        return new NetworkPlan
        {
            Type = model.Type,
            IsTwin = isTwin,
            Scalar = model.IsDouble ? "double" : "float",
            Inputs = model.Layers.Where(layer => layer.IsInput || layer.Kind == LayerKindModel.Selector)
                .Select(layer => new InputPlan(layer.Name, layer.Kind, layer.Units) { Role = layer.Role }).ToKeyedArray(input => input.Id),
            GateInputs = model.Layers.Where(layer => layer.Kind == LayerKindModel.GateInput)
                .Select(layer => new InputPlan(layer.Name, layer.Kind, layer.Units)).ToKeyedArray(input => input.Id),
            Outputs = model.Layers.Where(layer => layer.Kind == LayerKindModel.Output)
                .Select(layer => new OutputPlan(layer.Name, layer.Units) { Loss = layer.Loss }).ToKeyedArray(output => output.Name),
            Modules = modules.ToKeyedArray(module => module.Id),
            Weights = weights.ToEquatableArray(),
            Statistics = statistics,
            NoStatistics = noStatistics,
            Gates = GatesOf(model.Type.Name, modules, statistics),
            Depth = DepthOf(modules),
        };
    }

    /// <summary>What the errors of a network need that correlations do not have; null: nothing.</summary>
    private static string? WhyByBatchOnly(NetworkModel model) =>
        model.Layers.FirstOrDefault(layer => layer.Loss != LossModel.Squared) is { } output
            ? $"{output.Name} is trained by {output.Loss}: its errors depend on every datapoint, not on correlations alone."
            : null;

    private static WeightMember MemberOf(
        NetworkModel model, LayerModel layer, EdgeModel edge, Dictionary<string, Copy[]> copies, ILookup<string, EquatableArray<int>> positions)
    {
        LayerModel source = model.Layer(edge.Source);
        WeightShape shape = BankCopies.ConnectEveryPair(source, layer) ? WeightShape.Grid
            : source.Bank is not null || layer.Bank is not null ? WeightShape.Bank
            : WeightShape.Matrix;
        EquatableArray<int> extent = shape switch
        {
            WeightShape.Grid => [copies[source.Name].Length, copies[layer.Name].Length],
            WeightShape.Bank => [Math.Max(copies[source.Name].Length, copies[layer.Name].Length)],
            _ => [],
        };
        string name = GeneratedNames.Weight(source.Name, layer.Name);
        return new WeightMember(name, shape, source.Name, layer.Name, layer.Units, source.Units, extent, positions[name].ToEquatableArray());
    }

    private static KeyedArray<Gate, GatePlan> GatesOf(string type, List<ModulePlan> modules, StatisticsPlan? statistics)
    {
        NameTable names = new([.. GeneratedNames.BesideGates, .. ReservedNames.Inherited, type]);
        return modules.SelectMany(module => module.Edges.Select(edge => edge.On).Prepend(module.Gate))
            .Concat(statistics is null ? [] : statistics.Maps.Select(map => map.Gate))
            .Append(Gate.Always)
            .Where(gate => !gate.IsNever).Distinct()
            .OrderBy(gate => gate.Identity, StringComparer.Ordinal)
            .Select(gate => new GatePlan(names.NameFor(gate.Identity, gate.Identifier), gate)).ToKeyedArray(plan => plan.Gate);
    }

    /// <summary>Hidden modules on the longest path.</summary>
    private static int DepthOf(List<ModulePlan> modules)
    {
        Dictionary<ModuleId, ModulePlan> byId = modules.ToDictionary(module => module.Id);
        Graph<ModulePlan> graph = new(modules, module => module.Edges.Where(edge => !edge.FromInput).Select(edge => byId[edge.Id.Source]));
        return graph.LongestPath(module => !module.IsOutput, module => module.IsOutput);
    }
}
