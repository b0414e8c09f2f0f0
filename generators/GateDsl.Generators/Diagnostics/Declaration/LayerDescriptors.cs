using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with a layer's property.</summary>
internal static class LayerDescriptors
{
    public static readonly DiagnosticDescriptor NoKind = Descriptor.Create(
        "GDSL020", "A layer does not say what it is",
        "'{0}' is a partial {1} without a kind: add one of {2}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SeveralKinds = Descriptor.Create(
        "GDSL021", "A layer is declared as two things",
        "'{0}' is declared as {1} at once: keep one of these attributes",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrongPropertyType = Descriptor.Create(
        "GDSL022", "The type of a property does not fit its attribute",
        "'{0}' has the attribute [{1}] and the type '{2}': change the type to {3}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor PropertyNotPartial = Descriptor.Create(
        "GDSL023", "A layer's property is not partial",
        "Layer '{0}' is not partial, so its body cannot be generated: add the modifier 'partial'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor PropertyNotReadOnly = Descriptor.Create(
        "GDSL024", "A layer's property has more than a getter",
        "Layer '{0}' has {1}, but a declaration never changes: declare it as '{{ get; }}'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor PropertyModifier = Descriptor.Create(
        "GDSL025", "A layer's property is not an ordinary one",
        "Layer '{0}' is {1}: keep only its accessibility and 'partial'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor PropertyWithBody = Descriptor.Create(
        "GDSL026", "A layer's property has a body",
        "Layer '{0}' has a body of its own, but its body is generated: declare it as '{{ get; }}'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoInput = Descriptor.Create(
        "GDSL027", "A network has no input",
        "Network '{0}' has no input: declare a layer with [Input(features)] or [OneHotInput(values)]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoOutput = Descriptor.Create(
        "GDSL028", "A network has no output",
        "Network '{0}' has no output: declare a layer with [Output(units)]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SlopeOutOfRange = Descriptor.Create(
        "GDSL072", "A slope is out of range",
        "The slope of '{0}' is {1}: it is at least 0, a ReLU, and at most 1, a linear unit",
        Categories.Declaration, DiagnosticSeverity.Error);
}
