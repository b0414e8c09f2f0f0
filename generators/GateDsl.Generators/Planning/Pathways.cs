namespace GateDsl.Generators.Planning;

/// <summary>A pathway: all paths through the same sequence of modules.</summary>
/// <param name="Inputs">The inputs they start at.</param>
/// <param name="Modules">The hidden modules they pass.</param>
/// <param name="Outputs">The output modules they end at.</param>
/// <param name="Gate">Where the modules are all on.</param>
internal sealed record ModuleChain(
    IReadOnlyList<ModuleId> Inputs, IReadOnlyList<ModulePlan> Modules, IReadOnlyList<ModulePlan> Outputs, Gate Gate)
{
    /// <summary>The modules joined by '>': the name under which the race logs the pathway.</summary>
    public string Name => string.Join(">", Modules.Select(module => module.Id));

    /// <summary>An output that is off where the rest is on says so.</summary>
    public override string ToString()
    {
        string modules = string.Concat(Modules.Select(module => $"{module.Id} > "));
        Gate[] gates = [.. Outputs.Select(output => Gate.And(output.Gate)).Distinct()];
        IEnumerable<string> outputs =
            Outputs.Select(output => gates.Length == 1 || Gate.And(output.Gate) == Gate ? $"{output.Id}" : $"{output.Id} ({output.Gate.InWords})");
        return $"{string.Join(" + ", Inputs)} > {modules}{string.Join(" + ", outputs)}: {(gates.Length == 1 ? gates[0] : Gate).InWords}";
    }
}

/// <summary>Lists the pathways of a network.</summary>
internal static class Pathways
{
    /// <summary>Chains that are followed, far more than anybody lists pathways; bounds the time that a graph with exponentially many takes.</summary>
    private const int MostSteps = 100_000;

    public static IEnumerable<ModuleChain> Of(NetworkPlan plan)
    {
        ILookup<ModuleId, ModulePlan> readers = plan.Modules
            .SelectMany(module => module.Edges.Where(edge => !edge.FromInput).Select(edge => (edge.Id.Source, module)))
            .ToLookup(pair => pair.Source, pair => pair.module);

        // Straight from inputs to outputs: the paths through no module at all.
        ModulePlan[] direct = [.. plan.OutputModules.Where(output => InputsOf(output).Count > 0)];
        if (direct.Length > 0)
        {
            HashSet<ModuleId> inputs = [.. direct.SelectMany(InputsOf)];
            Gate gate = direct.Length == 1 ? direct[0].Gate : Gate.Always;
            yield return new ModuleChain([.. plan.Inputs.Select(input => input.Id).Where(inputs.Contains)], [], direct, gate);
        }

        OutputReach reach = new(readers);
        Stack<(List<ModulePlan> Chain, Gate Gate)> open = new(plan.HiddenModules
            .Where(module => InputsOf(module).Count > 0 && reach.IsOpen(module.Id, module.Gate)).Reverse()
            .Select(module => (new List<ModulePlan> { module }, module.Gate)));
        for (int steps = 0; open.Count > 0 && steps < MostSteps; steps++)
        {
            (List<ModulePlan> chain, Gate gate) = open.Pop();
            ModuleId last = chain[chain.Count - 1].Id;
            ModulePlan[] outputs = [.. readers[last].Where(reader => reader.IsOutput && !reader.Gate.And(gate).IsNever)];
            if (outputs.Length > 0)
            {
                yield return new ModuleChain(InputsOf(chain[0]), chain, outputs, gate);
            }

            foreach (ModulePlan next in readers[last].Where(reader => !reader.IsOutput).Reverse())
            {
                Gate both = gate.And(next.Gate);
                if (!both.IsNever && reach.IsOpen(next.Id, both))
                {
                    open.Push(([.. chain, next], both));
                }
            }
        }
    }

    private static IReadOnlyList<ModuleId> InputsOf(ModulePlan module) =>
        [.. module.Edges.Where(edge => edge.FromInput).Select(edge => edge.Id.Source)];
}
