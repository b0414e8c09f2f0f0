using System.Collections.Immutable;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>Something wrong with a declaration, and where. Compared by value; only analyzers turn it into a diagnostic.</summary>
/// <param name="Descriptor">Which way of being wrong.</param>
/// <param name="Location">The offending attribute, argument or name.</param>
/// <param name="Arguments">Arguments of the message.</param>
internal readonly record struct Finding(DiagnosticDescriptor Descriptor, Location Location, EquatableArray<string> Arguments)
{
    /// <summary>Property of the diagnostic under which a code fix finds <see cref="Suggestion"/>.</summary>
    public const string SuggestionKey = "Suggestion";

    /// <summary>The name that was probably meant; null: nothing is near.</summary>
    public string? Suggestion { get; init; }

    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic()
    {
        ImmutableDictionary<string, string?> properties = Suggestion is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(SuggestionKey, Suggestion);
        object[] arguments = [.. Arguments];
        return Diagnostic.Create(Descriptor, Location, properties, arguments);
    }
}

/// <summary>Findings from their descriptors.</summary>
internal static class Findings
{
    public static Finding At(this DiagnosticDescriptor descriptor, Location location, params string[] arguments) =>
        new(descriptor, location, arguments.ToEquatableArray());
}
