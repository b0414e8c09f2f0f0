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

        int[] contexts = [.. Enumerable.Range(0, domain.Indices.Count).Where(i => domain.Indices[i].Role == IndexRole.Context)];
        if (contexts.Length == 0 || !IsAlikeBehind(declaration, domain, verdict.Module, contexts))
        {
            return null;
        }

        string context = Text.List([.. contexts.Select(i => domain.Indices[i].Name)]);
        string items = Text.List([.. domain.Indices.Where(index => index.Role == IndexRole.Item).Select(index => index.Name)]);
        bool isAssumed = AssumedRoles.Context(declaration.Model) is not null;
        bool readsContext = verdict.Module.Edges.Any(edge => contexts.Any(i => domain.Indices[i].Name == edge.Source));
        string proof = GateText.Explained(declaration, verdict);
        if (!readsContext)
        {
            return proof + $" It does not read {context} either, and no gate behind it depends on {context}: what it adds to the output at "
                + $"one {items} is the same for every {context}, so it cannot help with what differs between them"
                + (isAssumed ? "." : $"; gate by {context} for that.") + AssumedRoles.Note(declaration.Model);
        }

        // Of one item alone the sum is anything; and who is what must be said before the other way round is called wrong.
        return isAssumed || ItemsOn(domain, pattern) < 2
            ? null
            : proof + $" What it adds to the output is a part of {items} that is the same for every {context} plus a part of {context} that "
                + $"is the same for all items it is on for: from one {context} to another it changes for all of them alike.";
    }

    /// <summary>No gate on any path from the module to an output depends on the context, and no unit on it gates itself.</summary>
    private static bool IsAlikeBehind(GatedDeclaration declaration, Domain domain, ModulePlan module, int[] contexts)
    {
        int[] others = [.. Enumerable.Range(0, domain.Indices.Count).Except(contexts)];
        HashSet<ModuleId> behind = [module.Id];

        // Modules stand in an order in which each follows its sources.
        foreach (ModulePlan target in declaration.Modules)
        {
            foreach (EdgePlan edge in target.Edges.Where(edge => behind.Contains(edge.Id.Source)))
            {
                behind.Add(target.Id);
                if (target.IsSelfGated || !IsAlike(edge.When) || !IsAlike(target.Gate))
                {
                    return false;
                }
            }
        }

        return true;

        bool IsAlike(Gate gate) => gate.IsAlways
            || (declaration.Tables.Of(gate).Pattern is { } pattern && PatternClassifier.DependsOnAlone(domain, pattern, others));
    }

    private static int ItemsOn(Domain domain, GatePattern pattern)
    {
        int[] items = [.. Enumerable.Range(0, domain.Indices.Count).Where(i => domain.Indices[i].Role == IndexRole.Item)];
        return Enumerable.Range(0, pattern.Count)
            .Where(n => pattern[n])
            .Select(n => items.Aggregate(0L, (key, i) => (key * domain.Indices[i].Values) + domain.Value(n, i)))
            .Distinct()
            .Count();
    }
}
