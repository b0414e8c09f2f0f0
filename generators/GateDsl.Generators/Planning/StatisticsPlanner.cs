using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>Follows every path from the inputs and merges those that share input, module and gate.</summary>
internal static class StatisticsPlanner
{
    private const int MostMaps = 512;
    private const int MostColumns = 8_192;

    public static Planned<StatisticsPlan> Plan(IReadOnlyList<ModulePlan> modules)
    {
        if (modules.FirstOrDefault(module => module.IsSelfGated) is { } selfGated)
        {
            return $"{selfGated.Layer} is self-gated: which units are on changes while the network trains, so its correlations do too.";
        }

        NameTable names = new();
        List<MapPlan> maps = [];
        Dictionary<ModuleId, List<MapPlan>> into = [];
        foreach (ModulePlan module in modules)
        {
            List<MapPlan> found = MapsInto(module, into, names);
            into[module.Id] = found;
            maps.AddRange(found);
            if (maps.Count > MostMaps)
            {
                return $"The paths have more than {MostMaps} distinct combinations of input, module and gate.";
            }
        }

        List<OutputMapsPlan> outputs = [.. modules.Where(module => module.IsOutput && into[module.Id].Count > 0).Select(module =>
            new OutputMapsPlan(
                module.Id, module.Layer, module.Identifier, module.Units, module.Gate, into[module.Id].Select(map => map.Id).ToEquatableArray(),
                names.NameFor($"residual {module.Name}", $"R_{module.Identifier}"), names.NameFor($"stack {module.Name}", $"Into_{module.Identifier}")))];
        maps = ThatReachAnOutput(maps, outputs);
        foreach (OutputMapsPlan output in outputs)
        {
            List<MapPlan> ending = into[output.Module];
            if (ending.Sum(map => (long)map.Columns) > MostColumns)
            {
                return $"The effective inputs of {output.Module} have more than {MostColumns} features together.";
            }
        }

        StatisticsPlan plan = new()
        {
            Maps = maps.ToKeyedArray(map => map.Id),
            Outputs = outputs.ToEquatableArray(),
            Layout = LayoutOf(modules, outputs),
            DenseInputs = DenseAmong(modules, maps),
            Unreached = modules.Where(module => module.IsOutput && !module.Gate.IsNever && into[module.Id].Count == 0)
                .Select(module => module.Id).ToEquatableArray(),
            Work = 0,
        };
        return plan with { Work = StatisticsWork.OfEpoch(plan) };
    }

    private static List<MapPlan> MapsInto(ModulePlan module, Dictionary<ModuleId, List<MapPlan>> into, NameTable names)
    {
        // Paths are told apart by what they see of an input, nothing else.
        List<(EffectiveInputPlan Seen, int Columns, TermPlan Term)> arriving = [];
        foreach (EdgePlan edge in module.Edges)
        {
            if (edge.FromInput)
            {
                EffectiveInputPlan seen = EffectiveInputPlan.Of(edge.Source).Over(edge.On, module.Factors);
                arriving.Add((seen, edge.Sources, new TermPlan(edge.Matrix, null, edge.Sources, edge.Member, edge.Position)));
                continue;
            }

            foreach (MapPlan map in into[edge.Id.Source])
            {
                TermPlan term = new(edge.Matrix, map.Id, edge.Sources, edge.Member, edge.Position);
                arriving.Add((map.Seen.Over(edge.On, module.Factors), map.Columns, term));
            }
        }

        List<MapPlan> maps = [];
        foreach (IGrouping<EffectiveInputPlan, (EffectiveInputPlan Seen, int Columns, TermPlan Term)> group in arriving.Where(path => !path.Seen.Gate.IsNever)
            .GroupBy(path => path.Seen))
        {
            EffectiveInputPlan seen = group.Key;
            string suffix = seen.GateIdentifier == EffectiveInputPlan.Of(seen.Input).Over(module.Gate, module.Factors).GateIdentifier
                ? ""
                : "_" + seen.GateIdentifier;
            string name = names.NameFor($"{module.Name} {seen.Identity}", $"{module.Identifier}_{seen.Input}{suffix}");
            maps.Add(new MapPlan(name, module.Id, seen, module.Units, group.First().Columns, group.Select(path => path.Term).ToEquatableArray()));
        }

        return maps;
    }

    /// <summary>
    /// By features where all inputs are one-hot and gates on or off: what is left to learn is then found by adding rows, without multiplying by
    /// zeros. Products run along the units of outputs there, so these have to fill registers.
    /// </summary>
    private static MapLayout LayoutOf(IReadOnlyList<ModulePlan> modules, List<OutputMapsPlan> outputs) =>
        modules.All(module => module.Factors.Count == 0 && module.Edges.All(edge => edge.SourceKind != LayerKindModel.DenseInput))
            && outputs.All(output => FillsRegisters(output.Units))
            ? MapLayout.FeatureRows
            : MapLayout.UnitRows;

    private static EquatableArray<string> DenseAmong(IReadOnlyList<ModulePlan> modules, List<MapPlan> maps)
    {
        HashSet<string> dense =
            [.. modules.SelectMany(module => module.Edges).Where(edge => edge.SourceKind == LayerKindModel.DenseInput).Select(edge => edge.Source)];
        return maps.Select(map => map.Input).Distinct().Where(dense.Contains).ToEquatableArray();
    }

    /// <summary>At least two thirds of the lanes of 32 bytes of floats.</summary>
    private static bool FillsRegisters(int units) => 2 * ((units + 7) / 8 * 8) <= 3 * units;

    /// <summary>A map that ends in no output is neither needed nor ever moved.</summary>
    private static List<MapPlan> ThatReachAnOutput(List<MapPlan> maps, List<OutputMapsPlan> outputs)
    {
        HashSet<MapId> needed = [.. outputs.SelectMany(output => output.Maps.AsEnumerable())];
        foreach (MapPlan map in Enumerable.Reverse(maps))
        {
            if (needed.Contains(map.Id))
            {
                needed.UnionWith(map.Terms.Select(term => term.Map).OfType<MapId>());
            }
        }

        return [.. maps.Where(map => needed.Contains(map.Id))];
    }
}
