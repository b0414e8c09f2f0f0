using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Batch;

/// <summary>
/// Which calls of a module are one kernel instead of two, so that its rows are gone over once: decided here for both directions, before either is
/// planned. What is fused computes the same sums in the same order.
/// </summary>
internal static class Fusion
{
    /// <summary>Columns of one-hot inputs that set a module's rows, in place of clearing and adding: those that carry exactly where it is on.</summary>
    public static bool IsSetting(EdgePlan edge, ModulePlan module) => edge.SourceKind == LayerKindModel.OneHotInput && edge.On == module.Gate;

    /// <summary>Columns and rectification in one kernel, and on the way back closing units and adding to columns: nothing else is read.</summary>
    /// <param name="module">The module.</param>
    /// <param name="edges">Its edges that carry somewhere.</param>
    public static bool IsRectifiedAtOnce(ModulePlan module, IReadOnlyCollection<EdgePlan> edges) =>
        module.IsRectified && module.Factors.Count == 0 && edges.Count > 0 && edges.All(edge => IsSetting(edge, module));

    /// <summary>One-hot edges that share a call, which goes over the module's rows once: those that carry at the same datapoints.</summary>
    public static IEnumerable<IGrouping<Gate, EdgePlan>> SharedColumns(IEnumerable<EdgePlan> edges) =>
        edges.Where(edge => edge.SourceKind == LayerKindModel.OneHotInput).GroupBy(edge => edge.On);

    /// <summary>
    /// Edges whose error is set in place of clearing and adding: the first one back into a module, where it carries wherever the module is on.
    /// </summary>
    /// <param name="modules">From the outputs on.</param>
    public static HashSet<EdgePlan> SettingErrors(IReadOnlyCollection<ModulePlan> modules)
    {
        Dictionary<ModuleId, Gate> gates = modules.ToDictionary(module => module.Id, module => module.Gate);
        HashSet<ModuleId> reached = [];
        return
        [
            .. modules.SelectMany(module => module.Edges)
                .Where(edge => !edge.On.IsNever && !edge.FromInput && reached.Add(edge.Id.Source) && edge.On == gates[edge.Id.Source]),
        ];
    }
}
