using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Batch;

/// <summary>
/// Eq. 3 by datapoints, module by module from the outputs on: the error is carried back over each edge, then the edge's step is added. The first
/// error that reaches a module at all datapoints where it is on sets it; where there is none it starts from zero.
/// </summary>
internal sealed class BackwardPlanner
{
    private readonly BatchOperands _at;
    private readonly ModulePlan[] _modules;
    private readonly HashSet<EdgePlan> _setting;

    /// <param name="at">The operands.</param>
    /// <param name="modules">The modules that are on somewhere, each after its sources.</param>
    public BackwardPlanner(BatchOperands at, ModulePlan[] modules)
    {
        _at = at;
        _modules = [.. Enumerable.Reverse(modules)];
        _setting = Fusion.SettingErrors(_modules);
    }

    /// <summary>Errors that are added to only.</summary>
    public IEnumerable<CallGroup> Clears()
    {
        HashSet<ModuleId> set = [.. _setting.Select(edge => edge.Id.Source)];
        return _modules.Where(module => !module.IsOutput && !set.Contains(module.Id))
            .Select(module => new CallGroup([], [new KernelCall("Clear", [_at.Module("e", module), _at.On(module)])]));
    }

    /// <summary>Over the edges into a module.</summary>
    public IEnumerable<CallGroup> Over(ModulePlan module)
    {
        EdgePlan[] edges = [.. module.Edges.Where(edge => !edge.On.IsNever)];
        if (edges.Length == 0 && !module.IsSelfGated)
        {
            return [];
        }

        bool isClosedAtOnce = Fusion.IsRectifiedAtOnce(module, edges);
        Operand e = _at.Module("e", module);
        ModuleGroups groups = new(["edges into ", _at.Module("", module), Formula(module, edges)]);
        if (module.Factors.Count > 0)
        {
            groups.Add(new KernelCall("Multiply", [e, _at.Factor(module), _at.On(module)]));
        }

        if (module.IsSelfGated && module.Factors.Count > 0)
        {
            groups.Add(new KernelCall("LeakGatedErrors", [_at.Module("h", module), e, _at.Factor(module), _at.On(module)], BatchOperands.Slope(module)));
        }
        else if (module.IsSelfGated && !isClosedAtOnce)
        {
            groups.Add(module.IsRectified
                ? new KernelCall("CloseUnits", [_at.Module("h", module), e, _at.On(module)])
                : new KernelCall("LeakErrors", [_at.Module("h", module), e, _at.On(module)], BatchOperands.Slope(module)));
        }

        groups.AddEdges(edges.Where(edge => edge.SourceKind != LayerKindModel.OneHotInput), edge => Over(edge, e));
        foreach (IGrouping<Gate, EdgePlan> some in Fusion.SharedColumns(edges))
        {
            EquatableArray<OneHotOperand> columns = some.Select(edge => _at.OneHot("d", edge)).ToEquatableArray();
            groups.Add(isClosedAtOnce
                ? new KernelCall("CloseUnitsAndAddToColumns", [_at.Module("h", module), e, _at.On(module)]) { OneHot = columns }
                : new KernelCall("AddToColumns", [e, some.Key == module.Gate ? _at.On(module) : _at.On(some.First())]) { OneHot = columns });
        }

        return groups.All;
    }

    /// <summary>Errors are carried to hidden modules; inputs have none.</summary>
    private string Formula(ModulePlan module, EdgePlan[] edges)
    {
        string[] steps =
        [
            .. module.Factors.Count > 0 ? new[] { "e = g e" } : [],
            .. module.IsRectified ? new[] { "e = 0 where h = 0" } : module.IsSelfGated ? [$"e = {BatchOperands.Slope(module)} e where h is not above 0"] : [],
            .. edges.Any(edge => !edge.FromInput)
                ? new[] { "e_source" + CarriedBack.Into("W^T e", [.. edges.Where(edge => !edge.FromInput).Select(_setting.Contains)]), "d += c e h_source^T" }
                : [],
            .. edges.Any(edge => edge.FromInput) ? new[] { "d += c e x^T" } : [],
        ];
        return steps.Length == 0 ? "" : ": " + string.Join(", ", steps);
    }

    private IEnumerable<KernelCall> Over(EdgePlan edge, Operand e)
    {
        if (!edge.FromInput)
        {
            string kernel = _setting.Contains(edge) ? "SetTransposedProduct" : "AddTransposedProduct";
            yield return new KernelCall(kernel, [_at.Matrix("w", edge), e, _at.Module("e", _at.ModuleOf(edge.Id.Source)), _at.On(edge)]);
        }

        yield return new KernelCall("AddOuterProducts", [e, _at.Source(edge), _at.Matrix("d", edge), _at.On(edge)]);
    }
}
