using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Maps;

/// <summary>Where the matrix of a map is found: by its name, or as one copy's in an array.</summary>
/// <param name="Member">Name of the matrix or of the array.</param>
/// <param name="Copy">Which of the array; null: it is no array.</param>
internal sealed record MapMember(string Member, int? Copy)
{
    /// <summary>The name with the copy: Properties_Item_Pairs[0].</summary>
    public string Name => Copy is int copy ? $"{Member}[{copy}]" : Member;

    public EquatableArray<int> Position => Copy is int copy ? [copy] : [];
}

/// <summary>Gathers the maps that belong to the copies of a bank in arrays, so that their formula can be written once.</summary>
internal static class MapMembers
{
    public static Dictionary<MapId, MapMember> Of(IReadOnlyList<ModulePlan> modules, StatisticsPlan statistics)
    {
        Dictionary<ModuleId, ModulePlan> moduleOf = modules.ToDictionary(module => module.Id);
        Dictionary<MapId, MapMember> members = [];
        NameTable names = new(
            [.. statistics.Outputs.SelectMany(output => new[] { output.Stack, output.Residual, $"Residual_{output.Identifier}" }).Distinct()]);
        foreach (IGrouping<string, (MapPlan Map, string Array, int Copy)> array in statistics.Maps.Select(map => Placed(map, moduleOf[map.Module]))
            .Where(placed => placed.Copy >= 0).GroupBy(placed => placed.Array, StringComparer.Ordinal))
        {
            (MapPlan Map, string Array, int Copy)[] maps = [.. array];
            if (maps.Length > 1 && maps.Select(placed => placed.Copy).OrderBy(copy => copy).SequenceEqual(Enumerable.Range(0, maps.Length)))
            {
                string name = names.NameFor("maps " + array.Key, array.Key);
                foreach ((MapPlan map, _, int copy) in maps)
                {
                    members.Add(map.Id, new MapMember(name, copy));
                }
            }
        }

        foreach (MapPlan map in statistics.Maps.Where(map => !members.ContainsKey(map.Id)))
        {
            members.Add(map.Id, new MapMember(names.NameFor(map.Name, map.Name), null));
        }

        return members;
    }

    /// <summary>The array that the map may be part of: that of its module's copies, or of the copies of the one module that it passes before.</summary>
    private static (MapPlan Map, string Array, int Copy) Placed(MapPlan map, ModulePlan module)
    {
        if (module.Copy is int own)
        {
            return (map, $"{module.Layer}_{map.Input}{(map.Gate == module.Gate ? "" : "_Gated")}", own);
        }

        if (map.Terms.Count == 1 && map.Terms[0].Map is { Module: { Copy: int copy } before })
        {
            return (map, $"{module.Identifier}_{map.Input}_{before.Layer}", copy);
        }

        return (map, "", -1);
    }
}
