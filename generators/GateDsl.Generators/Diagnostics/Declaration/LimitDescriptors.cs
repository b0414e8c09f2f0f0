using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What goes beyond <see cref="Model.Limits"/>.</summary>
internal static class LimitDescriptors
{
    public static readonly DiagnosticDescriptor SizeOutOfRange = Descriptor.Create(
        "GDSL030", "A size is outside its limits",
        "'{0}' is declared with {1} {2}: the number is at least 1 and at most {3}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor TooManyLayers = Descriptor.Create(
        "GDSL031", "A network has too many layers",
        "Network '{0}' declares {1} layers, more than {2}: split it or turn repeated layers into banks",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor TooManyCopies = Descriptor.Create(
        "GDSL032", "A bank has too many copies",
        "Bank '{0}' would have {1} copies, more than {2}: choose an index with fewer values or other subsets",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor TooManyModules = Descriptor.Create(
        "GDSL033", "A network has too many modules",
        "Network '{0}' has {1} modules and output copies, more than {2}: use fewer layers or smaller banks",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor TooManyWeights = Descriptor.Create(
        "GDSL034", "A network has too many weight matrices",
        "Network '{0}' has {1} weight matrices, more than {2}: use fewer edges or smaller banks",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WeightTooLarge = Descriptor.Create(
        "GDSL035", "A weight matrix is too large",
        "The weight '{0}' would have {1} x {2} entries, more than {3}: make one of the two layers smaller",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NameTooLong = Descriptor.Create(
        "GDSL036", "A name is too long",
        "The name '{0}' has {1} characters, more than {2}: choose a shorter one",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DomainTooLarge = Descriptor.Create(
        "GDSL037", "The domain is too large",
        "The one-hot inputs and selectors of network '{0}' span {1} datapoints, more than {2}: use fewer of them or fewer values",
        Categories.Declaration, DiagnosticSeverity.Error);
}
