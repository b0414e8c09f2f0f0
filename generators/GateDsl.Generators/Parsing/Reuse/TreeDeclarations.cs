using System.Runtime.CompilerServices;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing.Reuse;

/// <summary>
/// What one file adds to the names that other files can see: types, nested ones too, namespaces, extension methods, variables and functions of
/// top-level statements, and global usings, which take part in the meaning of every name and stand under the empty one. Members of types need no
/// entry of their own: whoever uses them names the type, inherits from it, stands in it or imports it.
/// </summary>
internal sealed class TreeDeclarations
{
    /// <summary>The name under which global usings stand.</summary>
    public const string Everywhere = "";

    private static readonly ConditionalWeakTable<SyntaxTree, TreeDeclarations> Known = new();

    private readonly List<(string Name, SourceDeclaration Declaration)> _declarations = [];
    private readonly HashSet<(string Name, string FullName)> _namespaces = [];

    public IReadOnlyList<(string Name, SourceDeclaration Declaration)> Declarations => _declarations;

    /// <summary>Last part and whole of the name of each namespace.</summary>
    public IEnumerable<(string Name, string FullName)> Namespaces => _namespaces;

    public static TreeDeclarations Of(SyntaxTree tree) => Known.GetValue(tree, static tree => Read(tree));

    private static TreeDeclarations Read(SyntaxTree tree)
    {
        TreeDeclarations result = new();

        // What we generate follows from the declarations, and the parser does not look at it.
        if (!OwnSource.IsGenerated(tree) && tree.GetRoot() is CompilationUnitSyntax file)
        {
            SourceContext context = new(file, tree.Options);
            foreach (UsingDirectiveSyntax import in file.Usings.Where(import => !import.GlobalKeyword.IsKind(SyntaxKind.None)))
            {
                result._declarations.Add((Everywhere, new SourceDeclaration(import, context)));
            }

            result.AddMembers(file.Members, context);
        }

        return result;
    }

    private void AddMembers(SyntaxList<MemberDeclarationSyntax> members, SourceContext context)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    AddMembers(space.Members, Namespace(space, context));
                    break;
                case TypeDeclarationSyntax type and not ExtensionBlockDeclarationSyntax:
                    AddType(type, context);
                    break;
                case BaseTypeDeclarationSyntax type:
                    _declarations.Add((type.Identifier.ValueText, new SourceDeclaration(type, context)));
                    break;
                case DelegateDeclarationSyntax type:
                    _declarations.Add((type.Identifier.ValueText, new SourceDeclaration(type, context)));
                    break;
                case GlobalStatementSyntax statement:
                    AddVariables(statement, context);
                    break;
            }
        }
    }

    private SourceContext Namespace(BaseNamespaceDeclarationSyntax space, SourceContext context)
    {
        string[] parts = [.. space.Name.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)];
        SyntaxNode[] directives = [.. space.Externs, .. space.Usings];
        for (int i = 0; i < parts.Length; i++)
        {
            context = i < parts.Length - 1 ? context.In(parts[i]) : context.In(parts[i], directives);
            _namespaces.Add((parts[i], context.FullName));
        }

        return context;
    }

    private void AddType(TypeDeclarationSyntax type, SourceContext context)
    {
        SourceDeclaration declaration = new(type, context);
        _declarations.Add((type.Identifier.ValueText, declaration));
        foreach (string extension in Extensions(type.Members))
        {
            _declarations.Add((extension, declaration));
        }

        AddMembers(type.Members, context.In(type.Identifier.ValueText));
    }

    /// <summary>Names of extension methods, which are called without the name of their class.</summary>
    private static IEnumerable<string> Extensions(SyntaxList<MemberDeclarationSyntax> members) => members.SelectMany(member => member switch
    {
        ExtensionBlockDeclarationSyntax block => block.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText),
        MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } method when first.Modifiers.Any(
            SyntaxKind.ThisKeyword) => [method.Identifier.ValueText],
        _ => [],
    });

    /// <summary>Types see variables of top-level statements, though only to be told that they may not use them.</summary>
    private void AddVariables(GlobalStatementSyntax statement, SourceContext context)
    {
        foreach (SyntaxNode node in statement.DescendantNodes())
        {
            SyntaxToken name = node switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier,
                SingleVariableDesignationSyntax variable => variable.Identifier,
                LocalFunctionStatementSyntax function => function.Identifier,
                _ => default,
            };
            if (!name.IsKind(SyntaxKind.None))
            {
                _declarations.Add((name.ValueText, new SourceDeclaration(node, context)));
            }
        }
    }
}
