using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis.Theory;

/// <summary>Something the theory says of a declaration on its task. Where that is in the source, the analyzer finds out.</summary>
/// <param name="Descriptor">What kind of finding.</param>
/// <param name="Severity">How bad it is in this declaration.</param>
/// <param name="Layer">Name of the layer that it is about; null: the class.</param>
/// <param name="Arguments">Arguments of the message.</param>
internal sealed record TheoryFinding(DiagnosticDescriptor Descriptor, DiagnosticSeverity Severity, string? Layer, EquatableArray<string> Arguments);
