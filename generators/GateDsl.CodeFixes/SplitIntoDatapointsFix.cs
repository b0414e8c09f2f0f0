using System.Collections.Immutable;
using System.Composition;
using GateDsl.Generators.Analysis.Gating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.CodeFixes;

/// <summary>
/// Splits a layer whose gate no ReLU unit can implement into modules that are on for a single datapoint each, which units can have (GDSL101).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitIntoDatapointsFix))]
[Shared]
public sealed class SplitIntoDatapointsFix : TextEditFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["GDSL101"];

    private protected override Edit? Propose(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(GateRepairs.SinglePoints, out string? points)
            || NodeAt<PropertyDeclarationSyntax>(root, diagnostic) is not { } layer
            || DeclarationSyntax.ClassOf(layer) is not { } type
            || DeclarationSyntax.ReplaceGates(layer, points!.Split('|')[0]) is null)
        {
            return null;
        }

        string[] parts = points.Split('|');
        string[] names = [.. parts.Select(part => layer.Identifier.ValueText + Suffix(part))];
        return names.Any(name => IsTaken(type, name)) ? null : new Edit(
            $"Split '{layer.Identifier.ValueText}' into {parts.Length} modules for a single datapoint each",
            [
                new TextChange(layer.FullSpan, string.Concat(parts.Select((part, i) => Module(layer, names[i], part)))),
                .. DeclarationSyntax.ReplaceSource(type, layer.Identifier.ValueText, names),
            ]);
    }

    /// <summary>"Item:0;Context:1,2" becomes "Item0Context1_2".</summary>
    private static string Suffix(string conditions) => conditions.Replace(":", "").Replace(";", "").Replace(",", "_");

    private static bool IsTaken(TypeDeclarationSyntax type, string name) => type.Members.Any(member => member switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText == name,
        MethodDeclarationSyntax method => method.Identifier.ValueText == name,
        BaseTypeDeclarationSyntax nested => nested.Identifier.ValueText == name,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name),
        _ => false,
    });

    private static string Module(PropertyDeclarationSyntax layer, string name, string conditions)
    {
        int start = layer.FullSpan.Start;
        IEnumerable<TextChange> changes = DeclarationSyntax.ReplaceGates(layer, conditions)!
            .Append(new TextChange(layer.Identifier.Span, name))
            .Select(change => new TextChange(new TextSpan(change.Span.Start - start, change.Span.Length), change.NewText!))
            .OrderBy(change => change.Span.Start);
        return SourceText.From(layer.ToFullString()).WithChanges(changes).ToString();
    }
}
