using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Mutation.Mutating;

/// <summary>
/// Gives every mutant its number: the same change has the same number in every assembly that the file is compiled into, and in every round.
/// </summary>
internal sealed class MutantNumbers
{
    private readonly Dictionary<(string File, int Position, string What), Mutant> _mutants = [];
    private readonly HashSet<(int Id, string Assembly)> _refused = [];

    public IReadOnlyCollection<Mutant> All => _mutants.Values;

    /// <summary>Null: its assembly does not compile with it.</summary>
    public int? Number(string assembly, string file, SyntaxNode node, string what)
    {
        what = Squeeze(what);
        if (!_mutants.TryGetValue((file, node.SpanStart, what), out Mutant? mutant))
        {
            FileLinePositionSpan span = node.GetLocation().GetLineSpan();
            string code = node.SyntaxTree.GetText().Lines[span.StartLinePosition.Line].ToString().Trim();
            mutant = new Mutant(_mutants.Count, file, MemberOf(node), span.StartLinePosition.Line + 1, code, what);
            _mutants.Add((file, node.SpanStart, what), mutant);
        }

        return _refused.Contains((mutant.Id, assembly)) ? null : mutant.Id;
    }

    public bool Refuse(int id, string assembly) => _refused.Add((id, assembly));

    public bool IsRefused(int id, string assembly) => _refused.Contains((id, assembly));

    private static string MemberOf(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        OperatorDeclarationSyntax operation => $"operator {operation.OperatorToken.Text}",
        IndexerDeclarationSyntax => "this",
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => "",
    };

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
