using System.Collections.Immutable;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis;

/// <summary>Something to say about a declaration without errors. It follows from the model alone; the analyzer finds out where that is in the source.</summary>
/// <param name="Descriptor">What kind of finding.</param>
/// <param name="Severity">How bad it is in this declaration.</param>
/// <param name="Place">The layer or edge that it is about.</param>
/// <param name="Arguments">Arguments of the message.</param>
internal sealed record ModelFinding(
    DiagnosticDescriptor Descriptor, DiagnosticSeverity Severity, ModelPlace Place, EquatableArray<string> Arguments)
{
    /// <summary>What code fixes need to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;
}

/// <summary>What a finding is about.</summary>
/// <param name="Layer">Name of a layer; null: the class.</param>
/// <param name="Source">Name of the source of an edge into the layer; null: the layer itself.</param>
internal readonly record struct ModelPlace(string? Layer, string? Source = null);
