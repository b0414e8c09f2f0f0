using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>Stacks the inputs and outputs of every pathway and finds the map that each of their pairs is part of.</summary>
internal static class PathwayPlanner
{
    public static List<PathwayPlan> Of(NetworkPlan network, StatisticsPlan statistics, int most)
    {
        NameTable names = new();
        List<PathwayPlan> plans = [];
        foreach (ModuleChain pathway in Pathways.Of(network))
        {
            if (Plan(pathway, statistics, names) is { } plan)
            {
                plans.Add(plan);
            }

            if (plans.Count >= most)
            {
                break;
            }
        }

        return plans;
    }

    private static PathwayPlan? Plan(ModuleChain pathway, StatisticsPlan statistics, NameTable names)
    {
        ModulePlan[] modules = [.. pathway.Modules];
        IReadOnlyList<ModulePlan> outputs = pathway.Outputs;
        Gate between = Gate.Always;
        for (int k = 1; k < modules.Length; k++)
        {
            between = between.And(EdgeInto(modules[k], modules[k - 1].Name)!.On);
        }

        List<StackedLayer> stackedInputs = Stack(pathway.Inputs.Select(input => modules.Length == 0
            ? (input, outputs.SelectMany(output => output.Edges).First(edge => edge.Source == input).Sources, null)
            : (input, EdgeInto(modules[0], input)!.Sources, EdgeInto(modules[0], input))));
        List<StackedLayer> stackedOutputs = Stack(outputs.Select(output => (
            output.Name, output.Units, modules.Length == 0 ? null : EdgeInto(output, modules[modules.Length - 1].Name))));
        List<PathwayBlock> blocks = [];
        foreach (StackedLayer output in stackedOutputs)
        {
            ModulePlan module = outputs.First(candidate => candidate.Name == output.Name);
            foreach (StackedLayer input in stackedInputs)
            {
                EdgePlan? first = EdgeInto(modules.Length == 0 ? module : modules[0], input.Name);
                EdgePlan? last = modules.Length == 0 ? first : EdgeInto(module, modules[modules.Length - 1].Name);
                if (first is null || last is null || first.On.And(between).And(last.On) is not { IsNever: false } gate)
                {
                    continue;
                }

                MapPlan map = statistics.Maps.First(map => map.Module == output.Name && map.Input == input.Name && map.Gate == gate);
                blocks.Add(new PathwayBlock(
                    input.Name, output.Name, map.Name, output.Offset, input.Offset, output.Units, input.Units,
                    modules.Length == 0 ? first.Matrix : "", gate));
            }
        }

        if (blocks.Count == 0)
        {
            return null;
        }

        string identifier = modules.Length == 0 ? "Direct" : string.Join("_", modules.Select(module => module.Identifier));
        return new PathwayPlan(
            pathway.Name,
            names.NameFor($"> {pathway.Name}", identifier),
            modules.Select(module => module.Name).ToEquatableArray(),
            stackedInputs.ToEquatableArray(),
            stackedOutputs.ToEquatableArray(),
            blocks.ToEquatableArray(),
            modules.Skip(1).Select((module, k) => EdgeInto(module, modules[k].Name)!.Matrix).ToEquatableArray(),
            modules.Skip(1).Select((module, k) => EdgeInto(module, modules[k].Name)!.On).ToEquatableArray(),
            EdgesOf(modules).ToEquatableArray());
    }

    private static IEnumerable<string> EdgesOf(ModulePlan[] modules)
    {
        if (modules.Length == 0)
        {
            return ["Direct"];
        }

        IEnumerable<string> between = modules.Skip(1).Zip(modules, (to, from) => $"{from.Name} to {to.Name}");
        return between.Prepend($"into {modules[0].Name}").Append($"out of {modules[modules.Length - 1].Name}");
    }

    private static EdgePlan? EdgeInto(ModulePlan module, string source) => module.Edges.FirstOrDefault(edge => edge.Source == source);

    private static List<StackedLayer> Stack(IEnumerable<(string Name, int Units, EdgePlan? Edge)> layers)
    {
        List<StackedLayer> stacked = [];
        int offset = 0;
        foreach ((string name, int units, EdgePlan? edge) in layers)
        {
            stacked.Add(new StackedLayer(name, units, offset, edge?.Matrix ?? "", edge?.On ?? Gate.Always));
            offset += units;
        }

        return stacked;
    }
}
