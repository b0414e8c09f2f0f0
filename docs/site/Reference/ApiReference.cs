using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Reference;

/// <summary>
/// Every public type and member of the packages as Markdown, one page a type, from the built assemblies and their documentation files.
/// </summary>
internal static class ApiReference
{
    /// <summary>The assemblies in the order of the first page.</summary>
    private static readonly string[] Assemblies = ["GateDsl", "GateDsl.Identification", "GateDsl.Sweeps", "Quickstart"];

    /// <param name="folder">Where the assemblies stand, each beside its documentation file.</param>
    /// <returns>The text of each page by the name of its file; the first page is index.md.</returns>
    public static IReadOnlyDictionary<string, string> WritePages(string folder)
    {
        MetadataReference[] documented = [.. Assemblies.Select(name => Read(folder, name))];
        CSharpCompilation compilation = CSharpCompilation.Create("Reference", references: [.. Platform(), .. documented]);
        TypePage[] pages =
        [
            .. documented.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
                .SelectMany(assembly => Types(assembly.GlobalNamespace))
                .Where(type => type.ContainingAssembly.Name != "Quickstart" || type.Name != "Program")
                .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
                .Select(type => new TypePage(type)),
        ];
        Addresses addresses = new(compilation, pages);
        SortedDictionary<string, string> texts = new(StringComparer.Ordinal) { ["index.md"] = IndexPage.Write(pages, addresses) };
        foreach (TypePage page in pages)
        {
            texts.Add(page.File, TypePageText.Write(page, addresses));
        }

        return texts;
    }

    private static PortableExecutableReference Read(string folder, string name)
    {
        string file = Path.Combine(folder, name + ".dll");
        string documentation = Path.ChangeExtension(file, ".xml");
        return File.Exists(documentation)
            ? MetadataReference.CreateFromFile(file, documentation: new DocumentationFile(documentation))
            : throw new FileNotFoundException($"{name} has no documentation file beside it: {documentation}");
    }

    private static IEnumerable<MetadataReference> Platform() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Assemblies.Contains(Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol parent)
    {
        foreach (INamespaceOrTypeSymbol member in parent.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type && IsVisible(type))
            {
                yield return type;
            }

            if (member is INamespaceSymbol || IsVisible(member))
            {
                foreach (INamedTypeSymbol inner in Types(member))
                {
                    yield return inner;
                }
            }
        }
    }

    internal static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
