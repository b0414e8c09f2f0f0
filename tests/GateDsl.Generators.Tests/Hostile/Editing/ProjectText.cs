using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile.Editing;

/// <summary>The files of a project as text, in the order in which the compiler gets them, and the option that is edited.</summary>
internal sealed record ProjectText(ImmutableArray<(string Name, string Text)> Files, bool IsChecked)
{
    private const string Uses = """
        namespace Sizes { public static class Size { public const int Hidden = 5; public const int Limit = 2; } }
        """;

    public static ProjectText Start { get; } = new(
        [("A.cs", Network("A", "")), ("B.cs", Network("B", "[ReluTwin(4)]")), ("Sizes.cs", Uses)], IsChecked: false);

    /// <summary>An edit; text that is not there leaves the project as it is.</summary>
    public ProjectText After(EditKind kind, Random random, int number)
    {
        if (Files.Length == 0)
        {
            return this with { Files = Start.Files };
        }

        int at = random.Next(Files.Length);
        return kind switch
        {
            EditKind.TypeIntoComment => Replace(at, "// note", $"// note {number} "),
            EditKind.RenameLayer => Replace(at, "Middle", "Middle" + random.Next(3)),
            EditKind.ChangeSize => Replace(at, "Output(3)", "Output(4)", "Output(3)"),
            EditKind.ChangeRule => Replace(at, "< Size.Limit", ">= Size.Limit", "< Size.Limit"),
            EditKind.ChangeConstant => Replace(at, "Limit = 2", "Limit = 1", "Limit = 2"),
            EditKind.AddUsing => With(at, $"using Alias{number} = System.Int32;\n" + Files[at].Text),
            EditKind.ChangeOption => this with { IsChecked = !IsChecked },
            EditKind.AddFile => this with { Files = Files.Add(($"N{number}.cs", Network("N" + number, ""))) },
            EditKind.RemoveFile => this with { Files = Files.RemoveAt(at) },
            EditKind.DeleteToken => With(at, WithoutToken(Files[at].Text, random)),
            _ => this with { Files = Files.RemoveAt(at).Insert(random.Next(Files.Length), Files[at]) },
        };
    }

    private static string Network(string name, string attributes) => $$"""
        using Sizes;
        // note
        [GatedNetwork] {{attributes}}
        public partial class {{name}}
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Hidden(Size.Hidden), From(nameof(Item)), ActiveWhen(nameof(Early))] public partial Layer Middle { get; }
            [Output(3), From(nameof(Middle), nameof(Context))] public partial Layer Answer { get; }
            static bool Early(int item) => item < Size.Limit;
        }
        """;

    private ProjectText With(int file, string text) => this with { Files = Files.SetItem(file, (Files[file].Name, text)) };

    /// <summary>The first text by the second, or where there is none the second by the third.</summary>
    private ProjectText Replace(int file, string old, string text, string? back = null)
    {
        string source = Files[file].Text;
        return With(file, source.Contains(old, StringComparison.Ordinal) || back is null
            ? source.Replace(old, text, StringComparison.Ordinal)
            : source.Replace(text, back, StringComparison.Ordinal));
    }

    private static string WithoutToken(string text, Random random)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        if (tokens.Length == 0)
        {
            return text;
        }

        SyntaxToken token = tokens[random.Next(tokens.Length)];
        return text.Remove(token.SpanStart, token.Span.Length);
    }
}
