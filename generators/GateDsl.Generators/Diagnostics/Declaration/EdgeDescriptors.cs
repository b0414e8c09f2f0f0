using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with edges.</summary>
internal static class EdgeDescriptors
{
    public static readonly DiagnosticDescriptor UnknownSource = Descriptor.Create(
        "GDSL050", "An edge comes from a layer that does not exist",
        "Layer '{0}' reads from '{1}', but there is no layer of this name: {2}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EdgeIntoInput = Descriptor.Create(
        "GDSL051", "An edge leads into an input or selector",
        "'{0}' is {1}; its value comes with each datapoint: remove [From]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EdgeOutOfOutput = Descriptor.Create(
        "GDSL052", "An edge leads out of an output",
        "Layer '{0}' reads from output '{1}', where paths end: read from a hidden layer, or declare '{1}' as [Hidden]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EdgeOutOfSelector = Descriptor.Create(
        "GDSL053", "An edge leads out of a selector",
        "Layer '{0}' reads from selector '{1}', which gates but is not fed to the network: declare it as [OneHotInput] or remove it " +
        "from [From]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateEdge = Descriptor.Create(
        "GDSL054", "Two layers are joined by two edges",
        "Layer '{0}' reads from '{1}' twice, but there is one weight '{2}', whatever its gates: remove one of the edges",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoIncomingEdge = Descriptor.Create(
        "GDSL055", "A layer reads from nothing",
        "Layer '{0}' reads from nothing: add [From(nameof(...))] with its sources",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor Cycle = Descriptor.Create(
        "GDSL056", "The network has a cycle",
        "The layers {0} form a cycle, but a network is evaluated from inputs to outputs: remove one of these edges",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EmptyFrom = Descriptor.Create(
        "GDSL057", "From names no source",
        "[From] on layer '{0}' names no source: name at least one layer or remove the attribute",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DeadEnd = Descriptor.Create(
        "GDSL058", "Nothing reads a hidden layer",
        "Nothing reads hidden layer '{0}', so it never learns and adds nothing to any output: name it in the [From] of a layer or remove it",
        Categories.Declaration, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor EdgeOutOfGateInput = Descriptor.Create(
        "GDSL059", "An edge leads out of a gate input",
        "Layer '{0}' reads from gate input '{1}', whose numbers gate and are not fed to the network: name it in [GatedBy] or [OnePer], or declare the numbers " +
        "as an [Input] too",
        Categories.Declaration, DiagnosticSeverity.Error);
}
