using System.Collections.Immutable;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Diagnostics;

/// <summary>Every descriptor that an analyzer of ours supports, one per id, in order of id.</summary>
internal static class AllDescriptors
{
    public static ImmutableArray<DiagnosticDescriptor> ById { get; } =
    [
        .. InMemory.Analyzers
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .DistinctBy(descriptor => descriptor.Id)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];
}
