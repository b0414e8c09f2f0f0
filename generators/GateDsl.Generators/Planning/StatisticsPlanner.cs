using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>Follows every path from the inputs and merges those that share input, module and gate.</summary>
internal static class StatisticsPlanner
{
    private const int MostMaps = 512;
    private const int MostCorrelations = 512;
    private const long MostEntries = 1L << 26;
    private const int MostColumns = 8_192;

    public static (StatisticsPlan? Plan, string? WhyNot) Plan(IReadOnlyList<ModulePlan> modules)
    {
        if (modules.FirstOrDefault(module => module.IsSelfGated) is { } selfGated)
        {
            return (null, $"{selfGated.Layer} is self-gated: which units are on changes while the network trains, so its correlations do too.");
        }

        NameTable names = new();
        List<MapPlan> maps = [];
        Dictionary<string, List<MapPlan>> into = new(StringComparer.Ordinal);
        foreach (ModulePlan module in modules)
        {
            List<MapPlan> found = MapsInto(module, into, names);
            into[module.Name] = found;
            maps.AddRange(found);
            if (maps.Count > MostMaps)
            {
                return (null, $"The paths have more than {MostMaps} distinct combinations of input, module and gate.");
            }
        }

        List<OutputMapsPlan> outputs = [.. modules.Where(module => module.IsOutput && into[module.Name].Count > 0).Select(module =>
            new OutputMapsPlan(
                module.Name, module.Layer, module.Identifier, module.Units, module.Gate, into[module.Name].Select(map => map.Name).ToEquatableArray(),
                names.NameFor($"residual {module.Name}", $"R_{module.Identifier}")))];
        maps = ThatReachAnOutput(maps, outputs);
        CorrelationTable correlations = new();
        foreach (OutputMapsPlan output in outputs)
        {
            List<MapPlan> ending = into[output.Module];
            correlations.Add(output, ending);
            if (correlations.Count > MostCorrelations || correlations.Entries > MostEntries)
            {
                return (null, $"The paths have more than {MostCorrelations} distinct effective correlations or these more than {MostEntries} entries.");
            }

            if (ending.Sum(map => (long)map.Columns) > MostColumns)
            {
                return (null, $"The effective inputs of {output.Module} have more than {MostColumns} features together.");
            }
        }

        StatisticsPlan plan = new()
        {
            Maps = maps.ToEquatableArray(),
            Outputs = outputs.ToEquatableArray(),
            InputCorrelations = correlations.Inputs.ToEquatableArray(),
            OutputCorrelations = correlations.Outputs.ToEquatableArray(),
            Work = 0,
        };
        return (plan with { Work = StatisticsWork.OfEpoch(plan) }, null);
    }

    private static List<MapPlan> MapsInto(ModulePlan module, Dictionary<string, List<MapPlan>> into, NameTable names)
    {
        // Paths are told apart by what they read and where they are on, nothing else.
        List<(Gate Gate, string Input, int Columns, TermPlan Term)> arriving = [];
        foreach (EdgePlan edge in module.Edges)
        {
            if (edge.FromInput)
            {
                arriving.Add((edge.On, edge.Source, edge.Sources, new TermPlan(edge.Matrix, null, edge.Sources)));
                continue;
            }

            foreach (MapPlan map in into[edge.Source])
            {
                arriving.Add((map.Gate.And(edge.On), map.Input, map.Columns, new TermPlan(edge.Matrix, map.Name, edge.Sources)));
            }
        }

        List<MapPlan> maps = [];
        foreach (var group in arriving.Where(path => !path.Gate.IsNever).GroupBy(path => (path.Gate, path.Input)))
        {
            (Gate gate, string input) = group.Key;
            string suffix = gate == module.Gate ? "" : "_" + gate.Identifier;
            string name = names.NameFor($"{module.Name} {input} {gate.Identity}", $"{module.Identifier}_{input}{suffix}");
            maps.Add(new MapPlan(
                name, module.Name, input, module.Units, group.First().Columns, gate, group.Select(path => path.Term).ToEquatableArray()));
        }

        return maps;
    }

    /// <summary>A map that ends in no output is neither needed nor ever moved.</summary>
    private static List<MapPlan> ThatReachAnOutput(List<MapPlan> maps, List<OutputMapsPlan> outputs)
    {
        HashSet<string> needed = [.. outputs.SelectMany(output => output.Maps.AsEnumerable())];
        foreach (MapPlan map in Enumerable.Reverse(maps))
        {
            if (needed.Contains(map.Name))
            {
                needed.UnionWith(map.Terms.Where(term => term.Map is not null).Select(term => term.Map!));
            }
        }

        return [.. maps.Where(map => needed.Contains(map.Name))];
    }

    /// <summary>Collects the distinct effective correlations.</summary>
    private sealed class CorrelationTable
    {
        private readonly NameTable _names = new();
        private readonly HashSet<string> _known = [];

        public List<InputCorrelationPlan> Inputs { get; } = [];

        public List<OutputCorrelationPlan> Outputs { get; } = [];

        public int Count => Inputs.Count + Outputs.Count;

        public long Entries => Inputs.Sum(sx => (long)sx.Rows * sx.Columns) + Outputs.Sum(syx => (long)syx.Rows * syx.Columns);

        public void Add(OutputMapsPlan output, List<MapPlan> maps)
        {
            for (int p = 0; p < maps.Count; p++)
            {
                MapPlan map = maps[p];
                if (_known.Add($"y {output.Layer} {map.Input} {map.Gate.Identity}"))
                {
                    string name = _names.NameFor($"y {output.Layer} {map.Input} {map.Gate.Identity}", $"{output.Layer}_{map.Input}_{map.Gate.Identifier}");
                    Outputs.Add(new OutputCorrelationPlan(name, map.Gate, output.Layer, map.Input, output.Units, map.Columns));
                }

                for (int j = 0; j <= p; j++)
                {
                    Add(maps[j], map);
                }
            }
        }

        private void Add(MapPlan left, MapPlan right)
        {
            // Sx(j, p) and Sx(p, j) are transposes of each other: one of them is kept.
            Gate gate = left.Gate.And(right.Gate);
            (MapPlan first, MapPlan second) = string.CompareOrdinal(left.Input, right.Input) <= 0 ? (left, right) : (right, left);
            string identity = $"x {first.Input} {second.Input} {gate.Identity}";
            if (!gate.IsNever && _known.Add(identity))
            {
                string name = _names.NameFor(identity, $"{first.Input}_{second.Input}_{gate.Identifier}");
                Inputs.Add(new InputCorrelationPlan(name, gate, first.Input, first.Gate, second.Input, second.Gate, first.Columns, second.Columns));
            }
        }
    }
}
