using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>
/// The GDSL1xx family: can a ReLU network implement the gating? There is one descriptor per id with the severity that it has where nothing is
/// claimed; where a class claims to be Rectified, some are reported as errors (docs/diagnostics, "Severity").
/// </summary>
internal static class GatingDescriptors
{
    public static readonly DiagnosticDescriptor NotImplementable = Descriptor.Create(
        "GDSL101", "No ReLU unit can implement the gate",
        "'{0}': {1}",
        Categories.Gating, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NestedMixed = Descriptor.Create(
        "GDSL102", "A gate is outside the families of Lemma 4.1",
        "'{0}': {1}",
        Categories.Gating, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ItemOnly = Descriptor.Create(
        "GDSL103", "A gate depends on the item alone",
        "'{0}': {1}",
        Categories.Gating, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NeverOn = Descriptor.Create(
        "GDSL104", "A layer is never on",
        "'{0}' is never on: it never learns and adds nothing to the output; widen its gate or remove it",
        Categories.Gating, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DuplicateModules = Descriptor.Create(
        "GDSL105", "Two modules have the same gate, sources and targets",
        "'{0}' is on where '{1}' is, reads from the same sources and feeds the same targets: one module of {2} units does the same, so merge them",
        Categories.Gating, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Unseen = Descriptor.Create(
        "GDSL106", "A gate depends on what the network does not see",
        "The gate of {0} depends on what the network cannot see: it is on at {1} and off at {2}, but the network input is the same at both, " +
        "so every ReLU unit, at any depth, does the same at both",
        Categories.Gating, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor NotChecked = Descriptor.Create(
        "GDSL107", "A gate cannot be checked",
        "Whether a ReLU network can implement the gating of '{0}' is not checked: {1}",
        Categories.Gating, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ReachesNoOutput = Descriptor.Create(
        "GDSL108", "A datapoint reaches no output",
        "{0} of the {1} datapoints of '{2}' reach no output, because a gate is closed on every path there: {3}",
        Categories.Gating, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotRectified = Descriptor.Create(
        "GDSL109", "A rectified linear network gates what is not a hidden layer",
        "'{0}' claims to be a rectified linear network, but {1}",
        Categories.Gating, DiagnosticSeverity.Error);

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NotImplementable,
        NestedMixed,
        ItemOnly,
        NeverOn,
        DuplicateModules,
        Unseen,
        NotChecked,
        ReachesNoOutput,
        NotRectified,
    ];
}
