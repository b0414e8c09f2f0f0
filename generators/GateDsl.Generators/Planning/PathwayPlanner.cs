using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>Stacks the inputs and outputs of every pathway and finds the map that each of their pairs is part of.</summary>
internal sealed class PathwayPlanner
{
    private readonly NetworkPlan _network;
    private readonly Dictionary<EdgeId, EdgePlan> _edges;
    private readonly Dictionary<(ModuleId Module, EffectiveInputPlan Seen), MapId> _maps;

    private PathwayPlanner(NetworkPlan network, StatisticsPlan statistics)
    {
        _network = network;
        _edges = network.Modules.SelectMany(module => module.Edges).ToDictionary(edge => edge.Id);
        _maps = statistics.Maps.ToDictionary(map => (map.Module, map.Seen), map => map.Id);
    }

    public static List<PathwayPlan> Of(NetworkPlan network, StatisticsPlan statistics, int most) =>
        [.. new PathwayPlanner(network, statistics).Plans().Take(most)];

    private IEnumerable<PathwayPlan> Plans() => Pathways.Of(_network).Select(Plan).OfType<PathwayPlan>();

    private PathwayPlan? Plan(ModuleChain pathway)
    {
        ModuleId[] modules = [.. pathway.Modules.Select(module => module.Id)];
        EdgePlan[] between = [.. modules.Skip(1).Zip(modules, (to, from) => EdgeBetween(from, to)!)];
        Gate inside = between.Aggregate(Gate.Always, (all, edge) => all.And(edge.On));
        ModuleId[] outputs = [.. pathway.Outputs.Select(output => output.Id)];
        List<PathwayBlock> blocks = [];
        foreach (ModuleId output in outputs)
        {
            foreach (ModuleId input in pathway.Inputs)
            {
                EdgePlan? into = EdgeBetween(input, modules.Length == 0 ? output : modules[0]);
                EdgePlan? outOf = modules.Length == 0 ? into : EdgeBetween(modules[modules.Length - 1], output);
                if (into is null || outOf is null || into.On.And(inside).And(outOf.On) is not { IsNever: false } gate)
                {
                    continue;
                }

                blocks.Add(new PathwayBlock(input, output, _maps[(output, new EffectiveInputPlan(input.Layer, gate, []))], gate));
            }
        }

        if (blocks.Count == 0)
        {
            return null;
        }

        return new PathwayPlan(
            pathway.Name,
            modules.ToEquatableArray(),
            pathway.Inputs.Select(input => new StackedLayer(input, modules.Length == 0 ? Gate.Always : GateBetween(input, modules[0])))
                .ToEquatableArray(),
            outputs.Select(output => new StackedLayer(output, modules.Length == 0 ? Gate.Always : GateBetween(modules[modules.Length - 1], output)))
                .ToEquatableArray(),
            blocks.ToKeyedArray(block => (block.Input, block.Output)),
            between.Select(edge => edge.On).ToEquatableArray(),
            EdgesOf(modules).ToEquatableArray());
    }

    private static IEnumerable<string> EdgesOf(ModuleId[] modules)
    {
        if (modules.Length == 0)
        {
            return ["Direct"];
        }

        IEnumerable<string> between = modules.Skip(1).Zip(modules, (to, from) => $"{from} to {to}");
        return between.Prepend($"into {modules[0]}").Append($"out of {modules[modules.Length - 1]}");
    }

    private EdgePlan? EdgeBetween(ModuleId source, ModuleId target) =>
        _edges.TryGetValue(new EdgeId(source, target), out EdgePlan? edge) ? edge : null;

    private Gate GateBetween(ModuleId source, ModuleId target) => EdgeBetween(source, target)?.On ?? Gate.Always;
}
