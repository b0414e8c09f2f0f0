using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>Everything wrong with a declaration, in the order in which it is looked for. Checks read the declaration and change nothing.</summary>
internal static class DeclarationChecks
{
    /// <summary>Each says what is wrong whatever the others find.</summary>
    private static readonly Func<Declaration, IEnumerable<Finding>>[] Independent =
    [
        ClassChecks.Find,
        LayerChecks.Find,
        SizeChecks.Find,
        NameChecks.Find,
        EdgeChecks.Find,
        GateChecks.Find,
        BankChecks.Find,
        RuleChecks.Find,
        StimuliChecks.Find,
        CycleCheck.Find,
        TaskChecks.Find,
        TwinChecks.FindOutputBanks,
        TwinChecks.FindSlope,
    ];

    public static EquatableArray<Finding> Find(Declaration declaration)
    {
        List<Finding> findings = [.. UndefinedIn(declaration, [.. declaration.Network.Undefined, .. declaration.Layers.SelectMany(layer => layer.Undefined)])];

        // A class with too many layers is refused before anything else is looked at.
        if (SizeChecks.NumberOfLayers(declaration) is { } tooMany)
        {
            return [.. findings, tooMany];
        }

        findings.AddRange(TaskChecks.FindSeveral(declaration));
        findings.AddRange(UndefinedIn(declaration, declaration.UndefinedInTask));
        foreach (Func<Declaration, IEnumerable<Finding>> check in Independent)
        {
            declaration.Cancellation.ThrowIfCancellationRequested();
            findings.AddRange(check(declaration));
        }

        // From here on each needs a declaration that is right in all that came before.
        if (IsRight())
        {
            findings.AddRange(TwinChecks.FindDepth(declaration));
        }

        findings.AddRange(WeightChecks.FindNames(declaration));
        findings.AddRange(MemberChecks.Find(declaration));
        if (IsRight())
        {
            findings.AddRange(TwinChecks.FindTakenNames(declaration));
            findings.AddRange(WeightChecks.FindTwinNames(declaration));
            findings.AddRange(WeightCounts.Find(declaration));
        }

        if (IsRight())
        {
            findings.AddRange(EdgeChecks.FindDeadEnds(declaration));
        }

        return findings.ToEquatableArray();

        bool IsRight() => !declaration.IsFaultyElsewhere && !findings.Exists(finding => finding.IsError);
    }

    private static IEnumerable<Finding> UndefinedIn(Declaration declaration, IEnumerable<UndefinedValue> values) =>
        from value in values
        let owner = declaration.Layers.FirstOrDefault(layer => layer.Undefined.Contains(value))?.Name ?? declaration.Name
        select ClassDescriptors.UndefinedEnumValue.At(
            value.Attribute.LocateNamed(value.Argument, declaration.Cancellation),
            owner, Text.Number(value.Value), value.Enum.Name, string.Join(", ", value.Enum.Values));
}
