using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Analysis;

/// <summary>Looks at every class while it is typed.</summary>
public abstract class NetworkAnalyzer : DiagnosticAnalyzer
{
    private protected NetworkAnalyzer()
    {
    }

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        // Declarations may themselves be generated, by a tool that writes a network.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (Diagnostic diagnostic in Find((INamedTypeSymbol)symbol.Symbol, symbol.Compilation, symbol.CancellationToken))
                {
                    symbol.ReportDiagnostic(diagnostic);
                }
            },
            SymbolKind.NamedType);
    }

    private protected abstract IEnumerable<Diagnostic> Find(INamedTypeSymbol type, Compilation compilation, CancellationToken ct);
}
