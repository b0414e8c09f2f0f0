using GateDsl.Gating;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>What is known about the node gate of one module.</summary>
internal sealed record ModuleVerdict
{
    private ModuleVerdict(ModulePlan module) => Module = module;

    public ModulePlan Module { get; }

    /// <summary>There is no gate, own or of the edges.</summary>
    public bool IsUngated { get; private init; }

    /// <summary>The gate over the domain; null: not known.</summary>
    public GatePattern? Pattern { get; private init; }

    /// <summary>Two datapoints that the gate tells apart although the network cannot.</summary>
    public EqualInputs? Unseen { get; private init; }

    /// <summary>The class with its evidence; null: the gate is none that is checked, or it could not be.</summary>
    public Verdict? Verdict { get; private init; }

    public bool IsNeverOn { get; private init; }

    /// <summary>Why a gate was not checked, as a clause; null: it was, or there is none to check.</summary>
    public string? NotChecked { get; private init; }

    /// <summary>
    /// Not checked, and yet no claim is in doubt. Units that gate themselves are those of a ReLU network: behind them any gate can be had that the network
    /// sees; and where values of one-hot inputs close them, large negative weights from all other values do the same.
    /// </summary>
    public bool IsBeyondDoubt { get; private init; }

    public static ModuleVerdict Of(GatedDeclaration declaration, ModulePlan module, long work)
    {
        Gate gate = declaration.GateOf(module);
        ModuleVerdict verdict = new(module) { IsUngated = gate.IsAlways };
        if (gate.IsNever)
        {
            return verdict with { IsNeverOn = !module.IsOutput };
        }

        (GatePattern? pattern, string? unknown) = declaration.Tables.Of(gate);
        if (pattern is null)
        {
            return gate.IsAlways ? verdict : verdict with { NotChecked = unknown };
        }

        verdict = verdict with { Pattern = pattern, Unseen = declaration.TellsApartUnseen(pattern) };
        if (verdict.Unseen is not null || module.IsOutput)
        {
            return verdict;
        }

        if (pattern.OnCount == 0)
        {
            return verdict with { IsNeverOn = true };
        }

        if (ReasonNotToCheck(declaration, module) is { } reason)
        {
            return gate.IsAlways ? verdict
                : PerhapsUnseen(declaration, pattern) is { } unseen ? verdict with { NotChecked = unseen }
                : verdict with { NotChecked = reason, IsBeyondDoubt = !GatedDeclaration.IsFirstLayer(module) || gate.Rules.Count == 0 };
        }

        return Decided(declaration, verdict, pattern, work);
    }

    /// <summary>
    /// Why it cannot be told whether the network sees what the gate depends on, whatever its layers do; null: it does, or no input is unknown.
    /// </summary>
    private static string? PerhapsUnseen(GatedDeclaration declaration, GatePattern pattern)
    {
        Domain domain = declaration.Domain!;
        int[] seen = [.. Enumerable.Range(0, domain.Indices.Count).Where(i => domain.Indices[i].Kind == IndexKind.OneHot)];
        return domain.UnknownInput is { } unknown && !PatternClassifier.DependsOnAlone(domain, pattern, seen) ? GateDecider.UnknownValues(unknown) : null;
    }

    private static ModuleVerdict Decided(GatedDeclaration declaration, ModuleVerdict verdict, GatePattern pattern, long work)
    {
        // With a one-hot input all weights of one do; of unknown inputs nothing can be said, which matters only where something is claimed.
        bool isTrivial = verdict.IsUngated
            && ((declaration.Domain!.UnknownInput is not null && !declaration.Model.Rectified)
                || declaration.Domain.Indices.Any(index => index.Kind == IndexKind.OneHot));
        if (isTrivial || !declaration.FoldsEdges(verdict.Module))
        {
            // Behind other layers only what the network does not see is out of reach; it matters where something is claimed.
            return declaration.Model.Rectified && !GatedDeclaration.IsFirstLayer(verdict.Module)
                ? verdict with { NotChecked = PerhapsUnseen(declaration, pattern) }
                : verdict;
        }

        Verdict decided = GateDecider.Decide(declaration.DomainOf(verdict.Module)!, pattern, work, declaration.Cancellation);
        return verdict with { Verdict = decided, NotChecked = decided.NotChecked };
    }

    private static string? ReasonNotToCheck(GatedDeclaration declaration, ModulePlan module) =>
        module.IsSelfGated ? "every unit of the layer is gated by its own pre-activation too"
        : declaration.IsDownstreamOfSelfGated(module) ? "the layer lies downstream of a self-gated one"
        : null;
}
