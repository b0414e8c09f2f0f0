using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>Stacks the inputs and outputs of every pathway and finds the map that each of their pairs is part of.</summary>
internal static class PathwayPlanner
{
    public static List<PathwayPlan> Of(NetworkPlan network, StatisticsPlan statistics, int most)
    {
        List<PathwayPlan> plans = [];
        foreach (ModuleChain pathway in Pathways.Of(network))
        {
            if (Plan(pathway, statistics) is { } plan)
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

    private static PathwayPlan? Plan(ModuleChain pathway, StatisticsPlan statistics)
    {
        ModulePlan[] modules = [.. pathway.Modules];
        IReadOnlyList<ModulePlan> outputs = pathway.Outputs;
        Gate between = Gate.Always;
        for (int k = 1; k < modules.Length; k++)
        {
            between = between.And(EdgeInto(modules[k], modules[k - 1].Name)!.On);
        }

        ModulePlan? last = modules.LastOrDefault();
        StackedLayer[] stackedInputs = [.. pathway.Inputs.Select(input => Stacked(input, modules.Length == 0 ? null : EdgeInto(modules[0], input)))];
        StackedLayer[] stackedOutputs = [.. outputs.Select(output => Stacked(output.Name, last is null ? null : EdgeInto(output, last.Name)))];
        List<PathwayBlock> blocks = [];
        foreach (StackedLayer output in stackedOutputs)
        {
            ModulePlan module = outputs.First(candidate => candidate.Name == output.Name);
            foreach (StackedLayer input in stackedInputs)
            {
                EdgePlan? into = EdgeInto(modules.FirstOrDefault() ?? module, input.Name);
                EdgePlan? outOf = last is null ? into : EdgeInto(module, last.Name);
                if (into is null || outOf is null || into.On.And(between).And(outOf.On) is not { IsNever: false } gate)
                {
                    continue;
                }

                MapPlan map = statistics.Maps.First(map => map.Module == module.Id && map.Input == input.Name && map.Gate == gate);
                blocks.Add(new PathwayBlock(input.Name, output.Name, map.Id, gate));
            }
        }

        if (blocks.Count == 0)
        {
            return null;
        }

        return new PathwayPlan(
            pathway.Name,
            modules.Select(module => module.Name).ToEquatableArray(),
            stackedInputs.ToEquatableArray(),
            stackedOutputs.ToEquatableArray(),
            blocks.ToEquatableArray(),
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

    private static StackedLayer Stacked(string name, EdgePlan? edge) => new(name, edge?.On ?? Gate.Always);
}
