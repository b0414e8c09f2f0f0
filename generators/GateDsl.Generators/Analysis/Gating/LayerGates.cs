using GateDsl.Gating;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>
/// What there is to say about the gates of one layer, a bank being one layer (GDSL101-104, 106, 107): at most one of 101-104, and none beside 106.
/// </summary>
internal static class LayerGates
{
    // Exact arithmetic for the copies of a bank together is that of one gate, but each gets enough for gates of two one-hot inputs.
    private const long LeastWork = WorkBudget.Default / 32;

    public static IEnumerable<ModelFinding> Find(GatedDeclaration declaration, LayerModel layer)
    {
        ModuleVerdict[] verdicts = [.. Verdicts(declaration, layer)];
        EdgeVerdict[] edges =
            [.. declaration.ModulesOf(layer).Where(module => !declaration.FoldsEdges(module)).SelectMany(module => EdgeVerdict.Of(declaration, module))];

        ModelFinding? classified = Unseen(declaration, layer, verdicts, edges) ?? Classified(declaration, layer, verdicts);
        ModelFinding? notChecked = NotChecked(declaration, layer, verdicts, edges);
        return new[] { classified, notChecked }.OfType<ModelFinding>();
    }

    /// <summary>What is known about each copy of a layer.</summary>
    public static IEnumerable<ModuleVerdict> Verdicts(GatedDeclaration declaration, LayerModel layer)
    {
        ModulePlan[] modules = [.. declaration.ModulesOf(layer)];
        long work = Math.Max(LeastWork, WorkBudget.Default / Math.Max(1, modules.Length));
        return modules.Select(module => ModuleVerdict.Of(declaration, module, work));
    }

    private static ModelFinding? Unseen(GatedDeclaration declaration, LayerModel layer, ModuleVerdict[] verdicts, EdgeVerdict[] edges)
    {
        if (verdicts.FirstOrDefault(candidate => candidate.Unseen is not null) is { Unseen: { } pair } verdict)
        {
            return Finding(new ModelPlace(layer.Name), $"'{verdict.Module.Name}'", pair);
        }

        return edges.FirstOrDefault(candidate => candidate.Unseen is not null) is { Unseen: { } edgePair, Edge: { } edge }
            ? Finding(new ModelPlace(layer.Name, edge.Id.Source.Layer), $"edge '{edge.Weight}'", edgePair)
            : null;

        ModelFinding Finding(ModelPlace place, string what, EqualInputs pair) => new(
            GatingDescriptors.Unseen,
            declaration.Model.Rectified ? DiagnosticSeverity.Error : DiagnosticSeverity.Info,
            place,
            [what, Names.Datapoint(declaration.Domain!, pair.On), Names.Datapoint(declaration.Domain!, pair.Off)]);
    }

    private static ModelFinding? Classified(GatedDeclaration declaration, LayerModel layer, ModuleVerdict[] verdicts)
    {
        ModelPlace place = new(layer.Name);
        if (Pick(verdict => verdict.Verdict?.Class == PatternClass.NotImplementable) is { } impossible)
        {
            return new(
                GatingDescriptors.NotImplementable,
                declaration.Model.Rectified ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                place,
                [impossible.Name, GateText.NotImplementable(declaration, layer, impossible.Verdict)])
            {
                Properties = GateRepairs.Of(declaration, layer, impossible.Verdict),
            };
        }

        if (Pick(verdict => verdict.IsNeverOn) is { } dead)
        {
            ModelFinding finding = new(GatingDescriptors.NeverOn, DiagnosticSeverity.Warning, place, [dead.Name]);
            return verdicts.All(verdict => verdict.IsNeverOn)
                ? finding with { Properties = finding.Properties.Add(GateRepairs.IsWhole, bool.TrueString) }
                : finding;
        }

        if (Pick(verdict => ItemOnlyClaim.Of(declaration, verdict) is not null) is { } itemOnly)
        {
            return new(GatingDescriptors.ItemOnly, DiagnosticSeverity.Warning, place, [itemOnly.Name, ItemOnlyClaim.Of(declaration, itemOnly.Verdict)!]);
        }

        return Pick(verdict => verdict.Verdict?.Class == PatternClass.NestedMixed) is { } nested
            ? new(GatingDescriptors.NestedMixed, DiagnosticSeverity.Info, place,
                [nested.Name, GateText.Explained(declaration, nested.Verdict) + RoleNote.Of(declaration.Model)])
            : null;

        (string Name, ModuleVerdict Verdict)? Pick(Func<ModuleVerdict, bool> isOne)
        {
            ModuleVerdict[] all = [.. verdicts.Where(isOne)];
            return all.Length == 0 ? null : (all[0].Module.Name + Others(all.Length - 1), all[0]);
        }
    }

    private static ModelFinding? NotChecked(GatedDeclaration declaration, LayerModel layer, ModuleVerdict[] verdicts, EdgeVerdict[] edges)
    {
        // What is claimed and cannot be checked must not pass in silence. What an edge closes is checked by another finding (GDSL109).
        ModuleVerdict[] open = [.. verdicts.Where(verdict => verdict.NotChecked is not null)];
        if (open.Length > 0)
        {
            return Finding(open[0].Module.Name + Others(open.Length - 1), open[0].NotChecked!, declaration.Model.Rectified && !open[0].IsBeyondDoubt);
        }

        EdgeVerdict? first = edges.OrderBy(edge => !edge.IsUnknown).FirstOrDefault(edge => edge.NotChecked is not null);
        return first is null ? null : Finding(first.Target.Name, first.NotChecked!, declaration.Model.Rectified && first.IsUnknown);

        ModelFinding Finding(string name, string reason, bool isClaimed) => new(
            GatingDescriptors.NotChecked,
            isClaimed ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            new ModelPlace(layer.Name),
            [name, reason + WayOut.Of(declaration, reason, isClaimed)]);
    }

    private static string Others(int copies) => copies switch
    {
        0 => "",
        1 => " (and 1 other copy)",
        _ => $" (and {Text.Number(copies)} other copies)",
    };
}
