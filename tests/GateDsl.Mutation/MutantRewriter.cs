using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Mutation;

/// <summary>
/// Writes all mutants of a file into it, each behind a switch, so that everything is built once: a + b becomes (Switch.Is(7) ? a - b : a + b), a
/// statement is made unless its switch is on. Lines stay where they are.
/// </summary>
/// <param name="file">The file's path, from the root of the repository.</param>
/// <param name="firstId">Of its first mutant.</param>
/// <param name="dropped">Lines whose mutants do not compile.</param>
internal sealed class MutantRewriter(string file, int firstId, IReadOnlySet<int> dropped) : CSharpSyntaxRewriter
{
    private const string Switch = "global::GateDsl.Mutation.Switch";

    private static readonly Dictionary<SyntaxKind, (SyntaxKind Kind, SyntaxKind Token)> Operators = new()
    {
        [SyntaxKind.AddExpression] = (SyntaxKind.SubtractExpression, SyntaxKind.MinusToken),
        [SyntaxKind.SubtractExpression] = (SyntaxKind.AddExpression, SyntaxKind.PlusToken),
        [SyntaxKind.MultiplyExpression] = (SyntaxKind.DivideExpression, SyntaxKind.SlashToken),
        [SyntaxKind.DivideExpression] = (SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken),
        [SyntaxKind.ModuloExpression] = (SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken),
        [SyntaxKind.LessThanExpression] = (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
        [SyntaxKind.LessThanOrEqualExpression] = (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
        [SyntaxKind.GreaterThanExpression] = (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
        [SyntaxKind.GreaterThanOrEqualExpression] = (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
        [SyntaxKind.EqualsExpression] = (SyntaxKind.NotEqualsExpression, SyntaxKind.ExclamationEqualsToken),
        [SyntaxKind.NotEqualsExpression] = (SyntaxKind.EqualsExpression, SyntaxKind.EqualsEqualsToken),
        [SyntaxKind.LogicalAndExpression] = (SyntaxKind.LogicalOrExpression, SyntaxKind.BarBarToken),
        [SyntaxKind.LogicalOrExpression] = (SyntaxKind.LogicalAndExpression, SyntaxKind.AmpersandAmpersandToken),
    };

    private readonly List<Mutant> _mutants = [];

    public IReadOnlyList<Mutant> Mutants => _mutants;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        ExpressionSyntax visited = (ExpressionSyntax)base.VisitBinaryExpression(node)!;
        return Operators.TryGetValue(node.Kind(), out (SyntaxKind Kind, SyntaxKind Token) other)
            ? Choice(node, visited, SyntaxFactory.BinaryExpression(
                other.Kind, node.Left, SyntaxFactory.Token(other.Token).WithTriviaFrom(node.OperatorToken), node.Right))
            : visited;
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        ExpressionSyntax visited = (ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!;
        return node.IsKind(SyntaxKind.UnaryMinusExpression) || node.IsKind(SyntaxKind.LogicalNotExpression) ? Choice(node, visited, node.Operand) : visited;
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => Choice(node, node, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression)),
        SyntaxKind.FalseLiteralExpression => Choice(node, node, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)),
        SyntaxKind.NumericLiteralExpression => Choice(node, node, SyntaxFactory.ParseExpression(node.Token.Value is 0 or 0.0 ? "1" : $"({node.Token.Text} * 2)")),
        _ => node,
    };

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        ExpressionStatementSyntax visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        return node.Expression is AssignmentExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax && Add(node, "removed") is { } id
            ? SyntaxFactory.ParseStatement($"if (!{Switch}.Is({id})) {{ {visited.WithoutTrivia().ToFullString()} }}").WithTriviaFrom(node)
            : visited;
    }

    // Where values must be constants, where they are only words, and where nothing is computed.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitThrowExpression(ThrowExpressionSyntax node) => node;

    public override SyntaxNode? VisitThrowStatement(ThrowStatementSyntax node) => node;

    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) => node;

    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) => node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    private ExpressionSyntax Choice(ExpressionSyntax node, ExpressionSyntax visited, ExpressionSyntax mutated) =>
        Add(node, $"{node.WithoutTrivia()} -> {mutated.WithoutTrivia()}") is { } id
            ? SyntaxFactory.ParenthesizedExpression(SyntaxFactory.ParseExpression(
                $"{Switch}.Is({id}) ? {OneLine(mutated)} : {visited.WithoutTrivia().ToFullString()}")).WithTriviaFrom(node)
            : visited;

    private int? Add(SyntaxNode node, string what)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        if (Enumerable.Range(span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line + 1).Any(dropped.Contains))
        {
            return null;
        }

        Mutant mutant = new(firstId + _mutants.Count, file, span.StartLinePosition.Line + 1, string.Join(' ', $"{what}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            + (what == "removed" ? $": {string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}" : ""));
        _mutants.Add(mutant);
        return mutant.Id;
    }

    private static string OneLine(SyntaxNode node) => string.Join(' ', node.WithoutTrivia().ToFullString().Split('\n').Select(line =>
        line.IndexOf("//", StringComparison.Ordinal) is >= 0 and int at ? line[..at] : line));
}
