using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>
/// Which chains of modules can still end in an output: without it, a part of the graph that no output reads would be walked along each of
/// its exponentially many paths.
/// </summary>
internal sealed class OutputReach(ILookup<ModuleId, ModulePlan> readers)
{
    private const int MostKnown = 10_000;

    private readonly Dictionary<(ModuleId Module, EquatableArray<ValueGate> Conditions), bool> _known = [];

    /// <summary>Whether some path leads from a module to an output and can be on where <paramref name="gate"/> is. Rules may always hold.</summary>
    public bool IsOpen(ModuleId module, Gate gate)
    {
        (ModuleId Module, EquatableArray<ValueGate> Conditions) key = (module, gate.Conditions);
        if (_known.TryGetValue(key, out bool known))
        {
            return known;
        }

        if (_known.Count >= MostKnown)
        {
            return true;
        }

        bool isOpen = readers[module].Any(reader => gate.And(reader.Gate) is { IsNever: false } both && (reader.IsOutput || IsOpen(reader.Id, both)));
        _known[key] = isOpen;
        return isOpen;
    }
}
