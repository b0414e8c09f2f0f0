using GateDsl.Gating;
using GateDsl.Generators.Analysis.Gating;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Members;
using GateDsl.Generators.Planning.Racing;
using GateDsl.Theory.EffectiveData;

namespace GateDsl.Generators.Analysis.Theory;

/// <summary>A declared network on the data of its task, as the engines of the theory see it.</summary>
/// <param name="Race">The plan of its race.</param>
/// <param name="Modules">The hidden modules, in the order of the problem's.</param>
/// <param name="Problem">The network on the data; its pathways with modules stand in the order of the plan, paths without one come first.</param>
internal sealed record DeclaredProblem(RacePlan Race, IReadOnlyList<ModuleId> Modules, ReductionProblem Problem)
{
    /// <summary>Numbers in the targets beyond which a class is not evaluated while it is typed.</summary>
    public const long MostTargets = 10_000;

    /// <summary>Pathways beyond which it is not.</summary>
    public const int MostPathways = 32;

    /// <summary>The problem, or why there is none, as a clause.</summary>
    public static (DeclaredProblem? Problem, string Why) Of(NetworkModel model, TaskModel task)
    {
        if (TaskDatapoints.SizeOf(task) is var size and > MostTargets)
        {
            return (null, $"the task has {size:#,0} target numbers, and up to {MostTargets:#,0} are looked at");
        }

        if (model.Layers.Any(layer => layer.SelfGated))
        {
            return (null, "a self-gated layer has no gate of its own before training");
        }

        (RacePlan? race, string? noRace) = RacePlanner.Plan(NetworkPlanner.Plan(model));
        if (race is null)
        {
            return (null, noRace!);
        }

        if (race.Pathways.Count > MostPathways)
        {
            return (null, $"it has {race.Pathways.Count} pathways, and up to {MostPathways} are looked at");
        }

        TaskDatapoints data = TaskDatapoints.Of(model, task);
        Domain? domain = DeclaredDomain.Of(model);
        if (domain is null)
        {
            return (null, $"the domain has {DeclaredDomain.SizeOf(model):#,0} datapoints, and up to {Limits.Domain:#,0} are tabulated");
        }

        return new Builder(race, data, new GateTables(model, domain), data.PlacesIn(domain)).Build();
    }

    private sealed class Builder(RacePlan race, TaskDatapoints data, GateTables tables, int[] places)
    {
        private readonly PathwayEnds _ends = race.Narrow.Ends;
        private readonly KeyedArray<ModuleId, ModulePlan> _modules = race.Narrow.HiddenModules.ToKeyedArray(module => module.Id);
        private string? _unknown;

        public (DeclaredProblem? Problem, string Why) Build()
        {
            Pathway[] pathways = [.. race.Pathways.SelectMany(PathwaysOf)];
            ReductionProblem problem = new()
            {
                Count = data.Count,
                Inputs = [.. _ends.Inputs.Select(input => new InputBlock(input.Name, input.Units, data.Rows(input.Name, input.Units)))],
                Outputs = [.. _ends.Outputs.Select(output => new OutputBlock(output.Name, output.Units, data.Targets, On(output.Gate)))],
                Modules = [.. _modules.Select(module => module.Name)],
                Pathways = pathways,
            };
            return _unknown is null ? (new DeclaredProblem(race, [.. _modules.Select(module => module.Id)], problem), "") : (null, _unknown);
        }

        private IEnumerable<Pathway> PathwaysOf(PathwayPlan pathway)
        {
            if (pathway.Modules.Count == 0)
            {
                return pathway.Blocks.Select(block =>
                    new Pathway("", [], [new(_ends.Inputs.PlaceOf(block.Input), On(block.Gate))], [new(_ends.Outputs.PlaceOf(block.Output), null)]));
            }

            Gate between = pathway.BetweenGates.Aggregate(Gate.Always, (all, gate) => all.And(gate));
            return
            [
                new Pathway(
                    pathway.Name,
                    [.. pathway.Modules.Select(module => _modules.PlaceOf(module))],
                    [.. pathway.CarryingInputs.Select(input => new GatedBlock(_ends.Inputs.PlaceOf(input.Name), On(input.Gate.And(between))))],
                    [.. pathway.CarryingOutputs.Select(output => new GatedBlock(_ends.Outputs.PlaceOf(output.Name), On(output.Gate)))]),
            ];
        }

        private bool[]? On(Gate gate)
        {
            TabulatedGate table = tables.Of(gate);
            _unknown ??= table.Unknown;
            return table.Pattern is { } pattern && !gate.IsAlways ? [.. places.Select(place => pattern[place])] : null;
        }
    }
}
