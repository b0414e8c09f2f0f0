using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Batch;

/// <summary>
/// Eq. 1, module by module. Columns of one-hot inputs come first: where they are on with the module they set its values, which else start from zero.
/// </summary>
internal sealed class ForwardPlanner(BatchOperands at)
{
    public IEnumerable<CallGroup> Into(ModulePlan module)
    {
        EdgePlan[] edges = [.. module.Edges.Where(edge => !edge.On.IsNever)];
        EdgePlan[] setting = [.. edges.Where(edge => Fusion.IsSetting(edge, module))];
        EdgePlan[] adding = [.. edges.Except(setting)];
        bool isRectifiedAtOnce = Fusion.IsRectifiedAtOnce(module, edges);
        Operand z = at.Module("h", module);
        ModuleGroups groups = new(Formula(module, edges));
        groups.Add(setting.Length == 0
            ? new KernelCall("Clear", [z, at.On(module)])
            : Columns(isRectifiedAtOnce ? "SetRectifiedColumns" : "SetColumns", setting, z, at.On(module)));
        foreach (IGrouping<Gate, EdgePlan> some in Fusion.SharedColumns(adding))
        {
            groups.Add(Columns("AddColumns", some, z, at.On(some.First())));
        }

        groups.AddEdges(
            adding.Where(edge => edge.SourceKind != LayerKindModel.OneHotInput),
            edge => [new KernelCall("AddProduct", [at.Matrix("w", edge), at.Source(edge), z, at.On(edge)])]);
        if (module.IsSelfGated && !isRectifiedAtOnce)
        {
            groups.Add(module.IsRectified
                ? new KernelCall("Rectify", [z, at.On(module)])
                : new KernelCall("Leak", [z, at.On(module)], BatchOperands.Slope(module)));
        }

        if (module.Factors.Count > 0)
        {
            groups.Add(new KernelCall("Multiply", [z, at.Factor(module), at.On(module)]));
        }

        return groups.All;
    }

    private KernelCall Columns(string kernel, IEnumerable<EdgePlan> edges, Operand z, Operand on) => new(kernel, [z, on])
    {
        OneHot = edges.Select(edge => at.OneHot("w", edge)).ToEquatableArray(),
    };

    /// <summary>The formula of a module in its own names.</summary>
    private IEnumerable<FormulaPart> Formula(ModulePlan module, EdgePlan[] edges)
    {
        yield return "h_";
        yield return at.Module("", module);
        if (module.Factors.Count > 0)
        {
            yield return " = g_";
            yield return at.Factor(module) with { Owner = "" };
        }

        bool isMultiplied = module.Factors.Count > 0;
        yield return (isMultiplied ? " " : " = ")
            + (module.IsRectified ? "max(0, " : module.IsSelfGated ? $"leak({BatchOperands.Slope(module)}, " : isMultiplied ? "(" : "");
        bool isFirst = true;
        foreach ((EdgePlan edge, bool isRun) in ModuleGroups.Runs(edges).Select(run => (run[0], run.Count > 1)))
        {
            yield return (isFirst ? "" : " + ") + (isRun ? "sum over k of " : "") + (edge.When.IsAlways ? "" : $"[{edge.When.Identifier}] ");
            yield return at.Matrix("", edge) with { Looped = isRun ? RunIndex(edge) : -1 };
            yield return edge.FromInput ? " x_" : " h_";
            yield return at.Source(edge) with { Owner = "", Looped = isRun ? 0 : -1 };
            isFirst = false;
        }

        yield return (isFirst
            ? "0"
            : "") + (module.IsSelfGated || isMultiplied ? ")" : "") + (module.Copy is null ? $", on {module.Gate.InWords}" : ", where on.");
        if (module.Copy is not null)
        {
            yield return at.On(module);
        }
    }

    /// <summary>The source's copy is the first index of a matrix.</summary>
    private static int RunIndex(EdgePlan edge) => edge.Position.Count == 0 ? -1 : 0;
}
