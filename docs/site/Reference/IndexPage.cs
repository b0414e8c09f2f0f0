using System.Text;
using System.Text.RegularExpressions;

namespace GateDsl.Reference;

/// <summary>The first page of the reference: every type with the first sentence of what it is.</summary>
internal static partial class IndexPage
{
    public static string Write(IReadOnlyList<TypePage> pages, Addresses addresses)
    {
        (string Title, string Words, Func<TypePage, bool> Belongs)[] parts =
        [
            ("Package GateDsl", "Attributes to declare networks with, data, training, predictions, tasks, gates.",
                page => page.Type.ContainingAssembly.Name == "GateDsl" && !IsForGeneratedCode(page)),
            ("Package GateDsl.Identification", "From recordings of a ReLU layer, or a forecast, to a declaration.",
                page => page.Type.ContainingAssembly.Name == "GateDsl.Identification"),
            ("Package GateDsl.Sweeps", "Plans, runs and collections of any program over many settings.",
                page => page.Type.ContainingAssembly.Name == "GateDsl.Sweeps"),
            ("What the compiler writes", "The members of a declared network, by the example of `ThreeContexts`, the network of the first page with a `[ReluTwin]` and a task. "
                + "Names follow the declaration: another network has its own layers in place of `Item`, `Common` and `Pairs`.",
                page => page.Type.ContainingAssembly.Name == "Quickstart"),
            ("Only for generated code", "The namespace `GateDsl.CompilerServices` is public because generated code stands in your assembly. Calling it yourself is an error: [GDSL301](../docs/diagnostics/GDSL301.md).",
                IsForGeneratedCode),
        ];
        StringBuilder text = new("# API reference\n\nEvery public type and member, with shapes, units and errors, made from the documentation in the sources. Search finds members by name.\n");
        foreach ((string title, string words, Func<TypePage, bool> belongs) in parts)
        {
            text.Append($"\n## {title}\n\n{words}\n\n| type | what it is |\n|---|---|\n");
            foreach (TypePage page in pages.Where(belongs))
            {
                Documentation documentation = new(page.Type, addresses);
                text.Append($"| [`{page.Name}`]({page.File}) | {FirstSentence(documentation.Cell("summary"))} |\n");
            }
        }

        return text.ToString();
    }

    private static bool IsForGeneratedCode(TypePage page) => page.Type.ContainingNamespace.Name == "CompilerServices";

    private static string FirstSentence(string summary)
    {
        Match end = SentenceEnd().Match(summary);
        return end.Success ? summary[..(end.Index + 1)] : summary;
    }

    /// <summary>A full stop before a capital letter that is not that of an abbreviation.</summary>
    [GeneratedRegex(@"(?<!\b(App|Eq|Eqs|Fig|Prop|Lemma|Sec|al|vs|cf))\. (?=[A-Z`\[])")]
    private static partial Regex SentenceEnd();
}
