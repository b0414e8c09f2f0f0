using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>
/// A fix that edits the text at and around its diagnostic. Everything else stays as it is written, and edits of many diagnostics merge, so that
/// every such fix can be applied to all of them at once.
/// </summary>
public abstract class TextEditFix : CodeFixProvider
{
    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Propose(root, diagnostic) is { } edit)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, ct => ApplyAsync(context.Document, edit.Changes, ct), equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>The edit that removes the diagnostic; null: none to offer.</summary>
    private protected abstract Edit? Propose(SyntaxNode root, Diagnostic diagnostic);

    /// <summary>The innermost node of a kind around a diagnostic.</summary>
    private protected static T? NodeAt<T>(SyntaxNode root, Diagnostic diagnostic)
        where T : SyntaxNode =>
        root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>()
            : null;

    private static async Task<Document> ApplyAsync(Document document, TextChange[] changes, CancellationToken ct)
    {
        SourceText text = await document.GetTextAsync(ct).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(change => change.Span.Start)));
    }

    /// <summary>What is edited, nothing twice, and its title in the menu.</summary>
    private protected sealed record Edit(string Title, params TextChange[] Changes);
}
