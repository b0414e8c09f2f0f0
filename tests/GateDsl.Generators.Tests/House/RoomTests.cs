using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.House;

/// <summary>The rules of the house that docs/contributing.md states: how full a room, how long a file and a line, one name for one thing.</summary>
public sealed class RoomTests
{
    private const int MostFiles = 20;
    private const int MostLines = 300;
    private const int MostColumns = 160;

    /// <summary>Shared by name on purpose, each with its reason.</summary>
    private static readonly Dictionary<string, string> SharedNames = new(StringComparer.Ordinal)
    {
        ["Program"] = "the entry point of every executable",
        ["ExitCode"] = "GateDsl.Sweeps is for any program and shares nothing with our own command lines",
        ["StopSignal"] = "as ExitCode; a sweep stops in two stages",
        ["WholeFile"] = "as ExitCode; a sweep's results are flushed to the disk",
    };

    private static readonly string[] Shipped = ["src", "generators"];

    [Fact]
    public void NoRoomIsOverfull() => Assert.Empty(
        Files(Shipped).GroupBy(file => Path.GetDirectoryName(file)!).Where(room => room.Count() > MostFiles)
            .Select(room => $"{Path.GetRelativePath(Repository.Root, room.Key)}: {room.Count()} files"));

    [Fact]
    public void NoFileIsLongWithoutAReason() => Assert.Empty(
        Files([.. Shipped, "samples", "tests"])
            .Select(file => (file, text: File.ReadAllText(file)))
            .Where(pair => pair.text.Count(c => c == '\n') > MostLines && !pair.text.Contains("<remarks>", StringComparison.Ordinal))
            .Select(pair => $"{Path.GetRelativePath(Repository.Root, pair.file)}: {pair.text.Count(c => c == '\n')} lines, and no remarks that say why"));

    /// <summary>As .editorconfig says. A text is not broken for it: what is written to a file or a person is found again as it stands.</summary>
    [Fact]
    public void NoLineIsLongerThanTheEditorSays() => Assert.Empty(
        Files([.. Shipped, "samples", "tests"])
            .Where(file => File.ReadLines(file).Any(line => line.Length > MostColumns))
            .SelectMany(file => LongLines(file).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line + 1}")));

    [Fact]
    public void NoTypeNameStandsForTwoThings() => Assert.Empty(
        Files([.. Shipped]).SelectMany(TypeNames)
            .Where(type => !SharedNames.ContainsKey(type.Name))
            .GroupBy(type => type.Name, StringComparer.Ordinal).Where(name => name.Select(type => type.File).Distinct().Count() > 1)
            .Select(name => $"{name.Key}: {string.Join(", ", name.Select(type => Path.GetRelativePath(Repository.Root, type.File)).Distinct())}"));

    private static IEnumerable<int> LongLines(string file)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file));
        return tree.GetText().Lines
            .Where(line => line.Span.Length > MostColumns
                && !tree.GetRoot().DescendantTokens(line.Span).Any(token => token.Kind() is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken))
            .Select(line => line.LineNumber);
    }

    private static IEnumerable<string> Files(string[] tops) => tops
        .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*.cs", SearchOption.AllDirectories))
        .Where(file => !IsMade(file));

    private static bool IsMade(string file) => file.EndsWith(".g.cs", StringComparison.Ordinal)
        || file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static IEnumerable<(string Name, string File)> TypeNames(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()
            .DescendantNodes(node => node is not (TypeDeclarationSyntax or MemberDeclarationSyntax { Parent: TypeDeclarationSyntax }))
            .Select(node => node switch
            {
                TypeDeclarationSyntax part when part.Modifiers.Any(SyntaxKind.PartialKeyword) => null,
                BaseTypeDeclarationSyntax type => type.Identifier.Text + Arity((type as TypeDeclarationSyntax)?.TypeParameterList),
                DelegateDeclarationSyntax type => type.Identifier.Text + Arity(type.TypeParameterList),
                _ => null,
            })
            .Where(name => name is not null).Select(name => (name!, file));

    private static string Arity(TypeParameterListSyntax? parameters) => parameters is null ? "" : $"`{parameters.Parameters.Count}";
}
