using System.Collections.Immutable;
using System.Composition;
using GateDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace GateDsl.CodeFixes;

/// <summary>Renames a parameter of a rule, wherever it is used, to the one-hot input or selector that was probably meant (GDSL071).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameRuleParameterFix))]
[Shared]
public sealed class RenameRuleParameterFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL071"];

    /// <summary>Null: a renaming changes many places, and several of them do not merge.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        CancellationToken ct = context.CancellationToken;
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(ct).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>() is { } syntax
                && model?.GetDeclaredSymbol(syntax, ct) is { } parameter
                && diagnostic.Properties.TryGetValue(Finding.SuggestionKey, out string? name)
                && name is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Rename '{parameter.Name}' to '{name}'",
                        token => Renamer.RenameSymbolAsync(context.Document.Project.Solution, parameter, new SymbolRenameOptions(), name, token),
                        equivalenceKey: nameof(RenameRuleParameterFix)),
                    diagnostic);
            }
        }
    }
}
