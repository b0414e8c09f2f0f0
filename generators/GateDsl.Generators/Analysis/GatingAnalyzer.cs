using System.Collections.Concurrent;
using System.Collections.Immutable;
using GateDsl.Generators.Analysis.Gating;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Analysis;

/// <summary>Says while a declaration is typed what its gates can and cannot be (GDSL1xx), with a proof.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GatingAnalyzer() : ModelAnalyzer(Findings)
{
    // One for all instances: the compiler makes a new analyzer for every project.
    private static readonly ConcurrentDictionary<NetworkModel, ModelFinding[]> Findings = new();

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => GatingDescriptors.All;

    private protected override IEnumerable<ModelFinding> Find(NetworkModel model, CancellationToken ct) => GatingChecks.Find(model, ct);
}
