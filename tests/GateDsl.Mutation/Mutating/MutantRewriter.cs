using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Mutation.Mutating;

/// <summary>
/// Writes all mutants of a file into it, each behind a switch, so that everything is compiled once: a + b becomes (Switch.Is(7) ? a - b : a + b), a
/// statement is made unless its switch is on. Within a mutant nothing else is mutated: one change at a time.
/// </summary>
/// <param name="file">The file's path, from the root of the repository.</param>
/// <param name="assembly">What it is compiled into.</param>
/// <param name="model">Of the file: what its literals are converted to.</param>
/// <param name="numbers">Of all mutants.</param>
internal sealed class MutantRewriter(string file, string assembly, SemanticModel model, MutantNumbers numbers) : CSharpSyntaxRewriter
{
    public const string Switch = "global::GateDsl.Mutation.Switch";

    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.AddExpression] = "-",
        [SyntaxKind.SubtractExpression] = "+",
        [SyntaxKind.MultiplyExpression] = "/",
        [SyntaxKind.DivideExpression] = "*",
        [SyntaxKind.ModuloExpression] = "*",
        [SyntaxKind.LessThanExpression] = "<=",
        [SyntaxKind.LessThanOrEqualExpression] = "<",
        [SyntaxKind.GreaterThanExpression] = ">=",
        [SyntaxKind.GreaterThanOrEqualExpression] = ">",
        [SyntaxKind.EqualsExpression] = "!=",
        [SyntaxKind.NotEqualsExpression] = "==",
        [SyntaxKind.LogicalAndExpression] = "||",
        [SyntaxKind.LogicalOrExpression] = "&&",
    };

    private static readonly Dictionary<SyntaxKind, string> Assignments = new()
    {
        [SyntaxKind.AddAssignmentExpression] = "-=",
        [SyntaxKind.SubtractAssignmentExpression] = "+=",
        [SyntaxKind.MultiplyAssignmentExpression] = "/=",
        [SyntaxKind.DivideAssignmentExpression] = "*=",
    };

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        ExpressionSyntax visited = (ExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (!Operators.TryGetValue(node.Kind(), out string? other))
        {
            return visited;
        }

        if (!Declares(node))
        {
            return Choice(node, visited, $"{Text(node.Left)} {other} {Text(node.Right)}");
        }

        // What it declares must stay assigned: the whole becomes false, or true.
        bool isAnd = node.IsKind(SyntaxKind.LogicalAndExpression);
        return (isAnd || node.IsKind(SyntaxKind.LogicalOrExpression)) && Number(node, $"{Text(node)} -> {(isAnd ? "false" : "true")}") is { } id
            ? Parenthesized(node, isAnd ? $"!{Switch}.Is({id}) && ({Text(visited)})" : $"{Switch}.Is({id}) || ({Text(visited)})")
            : visited;
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        ExpressionSyntax visited = (ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!;
        return (node.IsKind(SyntaxKind.UnaryMinusExpression) || node.IsKind(SyntaxKind.LogicalNotExpression)) && !Declares(node)
            ? Choice(node, visited, Text(node.Operand))
            : visited;
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => Choice(node, node, "false"),
        SyntaxKind.FalseLiteralExpression => Choice(node, node, "true"),
        SyntaxKind.NumericLiteralExpression => Literal(node),
        _ => node,
    };

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        IfStatementSyntax visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return visited.WithCondition(Negated(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        ConditionalExpressionSyntax visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return visited.WithCondition(Negated(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        ExpressionStatementSyntax visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        string made = Text(visited);
        if (node.Expression is AssignmentExpressionSyntax assignment && Assignments.TryGetValue(node.Expression.Kind(), out string? other)
            && Number(node, $"{assignment.OperatorToken.Text} -> {other}: {Text(node)}") is { } changed)
        {
            made = $"if ({Switch}.Is({changed})) {{ {Text(assignment.Left)} {other} {Text(assignment.Right)}; }} else {{ {made} }}";
        }

        if (node.Expression is AssignmentExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax
            && !Declares(node)
            && Number(node, $"removed: {Text(node)}") is { } removed)
        {
            made = $"if (!{Switch}.Is({removed})) {{ {made} }}";
        }

        return SyntaxFactory.ParseStatement(made).WithTriviaFrom(node);
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

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    /// <summary>A condition that no operator of its own mutates: a call, a name, a pattern.</summary>
    private ExpressionSyntax Negated(ExpressionSyntax condition, ExpressionSyntax visited) =>
        condition is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or IsPatternExpressionSyntax && !Declares(condition)
            ? Choice(condition, visited, $"!({Text(condition)})")
            : visited;

    private ExpressionSyntax Choice(ExpressionSyntax node, ExpressionSyntax visited, string mutated) =>
        Number(node, $"{Text(node)} -> {mutated}") is { } id ? Parenthesized(node, $"{Switch}.Is({id}) ? {mutated} : {Text(visited)}") : visited;

    /// <summary>A constant may be converted where a choice between two may not: the conversion is written down.</summary>
    private ExpressionSyntax Literal(LiteralExpressionSyntax node)
    {
        TypeInfo type = model.GetTypeInfo(node);
        string mutated = IsZero(node.Token.Value) ? "1" : $"({node.Token.Text} * 2)";
        return SymbolEqualityComparer.Default.Equals(type.Type, type.ConvertedType) || type.ConvertedType is not { SpecialType: not SpecialType.None } target
            ? Choice(node, node, mutated)
            : Number(node, $"{node.Token.Text} -> {mutated}") is { } id
                ? Parenthesized(node, $"{Switch}.Is({id}) ? unchecked(({target.ToDisplayString()}){mutated}) : ({target.ToDisplayString()}){node.Token.Text}")
                : node;
    }

    private int? Number(SyntaxNode node, string what) => numbers.Number(assembly, file, node, what);

    private static ExpressionSyntax Parenthesized(ExpressionSyntax node, string text) =>
        SyntaxFactory.ParenthesizedExpression(SyntaxFactory.ParseExpression(text)).WithTriviaFrom(node);

    private static bool Declares(SyntaxNode node) => node.DescendantNodesAndSelf(inner => inner is not AnonymousFunctionExpressionSyntax)
        .Any(inner => inner is SingleVariableDesignationSyntax);

    private static bool IsZero(object? value) => value is IConvertible number && number.ToDouble(System.Globalization.CultureInfo.InvariantCulture) == 0;

    private static string Text(SyntaxNode node) => node.WithoutTrivia().ToFullString();
}
