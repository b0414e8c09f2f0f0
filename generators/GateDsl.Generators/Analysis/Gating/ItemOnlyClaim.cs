using GateDsl.Gating;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>
/// What follows for a module whose gate depends on items alone (GDSL103), from the gate, from what the module reads, and from the gates behind it.
/// </summary>
internal static class ItemOnlyClaim
{
    /// <summary>Null: nothing follows. Then there is nothing to warn of.</summary>
    public static string? Of(GatedDeclaration declaration, ModuleVerdict verdict)
    {
        if (verdict is not { Verdict.Class: PatternClass.ItemOnly, Pattern: { } pattern } || declaration.Domain is not { } domain)
        {
            return null;
        }

        int[] contexts = IndicesOf(domain, IndexRole.Context);
        ModulePlan module = verdict.Module;
        if (contexts.Length == 0 || !module.Edges.All(edge => domain.Indices.Any(index => index.Kind == IndexKind.OneHot && index.Name == edge.Source)))
        {
            // A dense input may differ from context to context, whatever the item is.
            return null;
        }

        string context = Text.List([.. contexts.Select(i => domain.Indices[i].Name)]);
        string items = Text.List([.. domain.Indices.Where(index => index.Role == IndexRole.Item).Select(index => index.Name)]);
        bool isAssumed = RoleNote.AssumedContext(declaration.Model) is not null;
        bool readsContext = module.Edges.Any(edge => contexts.Any(i => domain.Indices[i].Name == edge.Source));
        if (!readsContext)
        {
            return !AreBehind(declaration, module, gate => PatternClassifier.DependsOnRoleAlone(domain, gate, IndexRole.Item)) ? null
                : GateText.Explained(declaration, verdict) + $" It does not read {context} either, and no gate behind it depends on {context}: "
                    + $"what it adds to the output at one {items} is the same for every {context}, so it cannot help with what differs between them"
                    + (isAssumed ? "." : $"; gate by {context} for that.") + RoleNote.Of(declaration.Model);
        }

        // Of one item alone the sum is anything; and who is what must be said before the other way round is called wrong.
        return isAssumed || ItemsOn(domain, pattern) < 2 || !AreBehind(declaration, module, gate => IsConstant(gate, pattern))
            ? null
            : GateText.Explained(declaration, verdict) + $" What it adds to the output is a part of {items} that is the same for every {context} plus a part "
                + $"of {context} that is the same for all items it is on for: from one {context} to another it changes for all of them alike.";
    }

    /// <summary>All gates on paths from the module to an output are known and like that, and no unit on one gates itself.</summary>
    private static bool AreBehind(GatedDeclaration declaration, ModulePlan module, Func<GatePattern, bool> isLike)
    {
        HashSet<ModuleId> behind = [module.Id];

        // Modules stand in an order in which each follows its sources.
        foreach (ModulePlan target in declaration.Modules)
        {
            foreach (EdgePlan edge in target.Edges.Where(edge => behind.Contains(edge.Id.Source)))
            {
                behind.Add(target.Id);
                if (target.IsSelfGated || !IsLike(edge.When) || !IsLike(target.Gate))
                {
                    return false;
                }
            }
        }

        return true;

        bool IsLike(Gate gate) => gate.IsAlways || (declaration.Tables.Of(gate).Pattern is { } pattern && isLike(pattern));
    }

    /// <summary>Whether a gate has one value wherever the module is on: with two, items would meet different weights.</summary>
    private static bool IsConstant(GatePattern gate, GatePattern module) =>
        Enumerable.Range(0, module.Count).Where(n => module[n]).Select(n => gate[n]).Distinct().Count() < 2;

    private static int[] IndicesOf(Domain domain, IndexRole role) => [.. Enumerable.Range(0, domain.Indices.Count).Where(i => domain.Indices[i].Role == role)];

    private static int ItemsOn(Domain domain, GatePattern pattern)
    {
        int[] items = IndicesOf(domain, IndexRole.Item);
        return Enumerable.Range(0, pattern.Count)
            .Where(n => pattern[n])
            .Select(n => items.Aggregate(0L, (key, i) => (key * domain.Indices[i].Values) + domain.Value(n, i)))
            .Distinct()
            .Count();
    }
}
