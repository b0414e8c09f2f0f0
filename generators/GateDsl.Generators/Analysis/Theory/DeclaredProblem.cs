using GateDsl.Gating;
using GateDsl.Generators.Analysis.Gating;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
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
        private readonly ModulePlan[] _outputs = [.. race.Narrow.OutputModules.Where(output => !output.Gate.IsNever)];
        private readonly InputPlan[] _inputs = [.. race.Narrow.Inputs.Where(input => input.Kind != LayerKindModel.Selector)];
        private string? _unknown;

        public (DeclaredProblem? Problem, string Why) Build()
        {
            ModuleId[] ids = [.. race.Narrow.HiddenModules.Select(module => module.Id)];
            string[] modules = [.. ids.Select(id => id.ToString())];
            Pathway[] pathways = [.. race.Pathways.SelectMany(pathway => PathwaysOf(pathway, modules))];
            ReductionProblem problem = new()
            {
                Count = data.Count,
                Inputs = [.. _inputs.Select(input => new InputBlock(input.Name, input.Units, data.Rows(input.Name, input.Units)))],
                Outputs = [.. _outputs.Select(output => new OutputBlock(output.Name, output.Units, data.Targets, On(output.Gate)))],
                Modules = modules,
                Pathways = pathways,
            };
            return _unknown is null ? (new DeclaredProblem(race, ids, problem), "") : (null, _unknown);
        }

        private IEnumerable<Pathway> PathwaysOf(PathwayPlan pathway, string[] modules)
        {
            if (pathway.Modules.Count == 0)
            {
                return pathway.Blocks.Select(block =>
                    new Pathway("", [], [new(InputAt(block.Input), On(block.Gate))], [new(OutputAt(block.Output), null)]));
            }

            Gate between = pathway.BetweenGates.Aggregate(Gate.Always, (all, gate) => all.And(gate));
            return
            [
                new Pathway(
                    pathway.Name,
                    [.. pathway.Modules.Select(module => Array.IndexOf(modules, module))],
                    [.. pathway.CarryingInputs.Select(input => new GatedBlock(InputAt(input.Name), On(input.Gate.And(between))))],
                    [.. pathway.CarryingOutputs.Select(output => new GatedBlock(OutputAt(output.Name), On(output.Gate)))]),
            ];
        }

        private bool[]? On(Gate gate)
        {
            TabulatedGate table = tables.Of(gate);
            _unknown ??= table.Unknown;
            return table.Pattern is { } pattern && !gate.IsAlways ? [.. places.Select(place => pattern[place])] : null;
        }

        private int InputAt(string name) => Array.FindIndex(_inputs, input => input.Name == name);

        private int OutputAt(string name) => Array.FindIndex(_outputs, output => output.Name == name);
    }
}
