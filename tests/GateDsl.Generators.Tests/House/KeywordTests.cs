using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.House;

/// <summary>Two rules of .editorconfig that only editors know: members are not reached through this, and types have their keywords.</summary>
public sealed class KeywordTests
{
    private static readonly HashSet<string> HasKeyword = new(StringComparer.Ordinal)
    {
        "Boolean", "Byte", "Char", "Double", "Int16", "Int32", "Int64", "Object", "Single", "String", "UInt16", "UInt32", "UInt64",
    };

    [Fact]
    public void CodeIsWrittenWithKeywords() => Assert.Empty(
        new[] { "src", "generators", "samples", "tests" }
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal) && !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(Violations));

    private static IEnumerable<string> Violations(string file)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file));
        return tree.GetRoot().DescendantNodes()
            .Where(node => node is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } || (node is IdentifierNameSyntax name && IsType(name)))
            .Select(node => $"{Path.GetRelativePath(Repository.Root, file)}({tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}): {node}");
    }

    /// <summary>A name by itself; behind a dot it is somebody's member.</summary>
    private static bool IsType(IdentifierNameSyntax name) => HasKeyword.Contains(name.Identifier.Text) && name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax or InvocationExpressionSyntax => false,
        ArgumentSyntax or AssignmentExpressionSyntax or PatternSyntax or SubpatternSyntax or SwitchExpressionArmSyntax => false,
        _ => true,
    };
}
