using System.Collections.Concurrent;
using System.Collections.Immutable;
using GateDsl.Generators.Analysis.Theory;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Analysis;

/// <summary>Says while a declaration is typed what the theory predicts of it on the data of its task (GDSL2xx).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TheoryAnalyzer() : ModelAnalyzer(Findings)
{
    // One for all instances: the compiler makes a new analyzer for every project.
    private static readonly ConcurrentDictionary<NetworkModel, ModelFinding[]> Findings = new();

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => TheoryDescriptors.All;

    private protected override IEnumerable<ModelFinding> Find(NetworkModel model, CancellationToken ct) => TheoryChecks.Find(model, ct);
}
