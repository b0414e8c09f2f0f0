using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Batch;

/// <summary>The gates of the copies of a bank, or of the edges between a bank and a layer, as one array: what a loop over the copies runs through.</summary>
/// <param name="Name">As generated code calls it: Pairs, or CommonToPairs.</param>
/// <param name="Gates">One for each copy.</param>
internal sealed record GateArray(string Name, EquatableArray<Gate> Gates);

/// <summary>Which arrays of gates a data set has.</summary>
internal static class GateArrays
{
    /// <param name="network">The network, whose data sets they belong to.</param>
    public static EquatableArray<GateArray> Of(NetworkPlan network)
    {
        List<GateArray> arrays = [];
        NameTable names = new([.. GeneratedNames.BesideGates, .. ReservedNames.Inherited, network.Type.Name, .. network.Gates.Select(gate => gate.Name)]);
        foreach (IGrouping<string, ModulePlan> bank in network.Modules.Where(module => module.Copy is not null).GroupBy(module => module.Layer))
        {
            Add(bank.Key, bank.Select(copy => copy.Gate));
        }

        ILookup<string, EdgePlan> edges = network.Modules.SelectMany(module => module.Edges).ToLookup(edge => edge.Member);
        foreach (WeightMember member in network.Weights.Where(member => member.Shape == WeightShape.Bank))
        {
            Add(member.Name, edges[member.Name].OrderBy(edge => edge.Position[0]).Select(edge => edge.On));
        }

        return arrays.ToEquatableArray();

        void Add(string name, IEnumerable<Gate> gates)
        {
            EquatableArray<Gate> all = gates.ToEquatableArray();
            if (all.Distinct().Count() > 1 && !all.Any(gate => gate.IsNever) && arrays.All(array => array.Gates != all))
            {
                arrays.Add(new GateArray(names.NameFor("array " + name, name), all));
            }
        }
    }
}
