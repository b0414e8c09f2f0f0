using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.House;

/// <summary>
/// Two rules of .editorconfig that an editor shows and no build reports, IDE0003 and IDE0049: no "this." without need, and the language's names of types.
/// </summary>
public sealed class SimplerNameTests
{
    private static readonly HashSet<string> Framework =
    [
        "Boolean", "Byte", "SByte", "Char", "Decimal", "Double", "Single", "Int16", "Int32", "Int64", "UInt16", "UInt32", "UInt64", "Object", "String",
    ];

    [Fact]
    public void NamesAreWrittenTheShortWay() => Assert.Equal(
        "",
        string.Join('\n', new[] { "src", "generators", "samples", "tests" }
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Generated"))
            .SelectMany(file => Find(File.ReadAllText(file)).Select(found => $"{Path.GetRelativePath(Repository.Root, file)}: {found}"))));

    [Theory]
    [InlineData("int F() => this._a;", "this._a")]
    [InlineData("void F(int a) => this.a = a;")]
    [InlineData("void F() { int a = 1; this.a = a; }")]
    [InlineData("void F() { Use(this); this.Extend(); }")]
    [InlineData("Int32 a = 1; String b = String.Empty;", "Int32", "String", "String.Empty")]
    [InlineData("System.Int32 a = 1;", "System.Int32")]
    [InlineData("string a = nameof(Double) + Precision.Double + SpecialType.System_Int32;")]
    public void LongerOnesAreFound(string member, params string[] expected) => Assert.Equal(expected, Find($"class C {{ {member} }}"));

    private static IEnumerable<string> Find(string text) =>
        CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().Where(IsLonger).Select(node => node.ToString());

    private static bool IsLonger(SyntaxNode node) => node switch
    {
        // A call may be of an extension, which needs it.
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Expression: ThisExpressionSyntax } => false,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } access => !IsHidden(access, name),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var type } } => Framework.Contains(type),
        QualifiedNameSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "System" }, Right.Identifier.ValueText: var type } => Framework.Contains(type),
        IdentifierNameSyntax { Identifier.ValueText: var type } name => Framework.Contains(type) && IsType(name),
        _ => false,
    };

    private static bool IsType(IdentifierNameSyntax name) => name.Parent switch
    {
        VariableDeclarationSyntax declaration => declaration.Type == name,
        ParameterSyntax parameter => parameter.Type == name,
        MethodDeclarationSyntax method => method.ReturnType == name,
        PropertyDeclarationSyntax property => property.Type == name,
        CastExpressionSyntax or TypeArgumentListSyntax or ArrayTypeSyntax or NullableTypeSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax => true,
        ObjectCreationExpressionSyntax creation => creation.Type == name,
        _ => false,
    };

    /// <summary>A parameter or a local of that name stands before the member.</summary>
    private static bool IsHidden(SyntaxNode node, string name) => node.Ancestors().TakeWhile(above => above is not BaseTypeDeclarationSyntax)
        .SelectMany(above => above.DescendantNodes())
        .Concat(node.Ancestors().OfType<TypeDeclarationSyntax>().Take(1).SelectMany(type => type.ParameterList?.Parameters ?? []))
        .Any(declared => declared switch
        {
            ParameterSyntax parameter => parameter.Identifier.ValueText == name,
            VariableDeclaratorSyntax { Parent.Parent: not FieldDeclarationSyntax } variable => variable.Identifier.ValueText == name,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText == name,
            _ => false,
        });
}
