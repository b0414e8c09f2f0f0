using Microsoft.CodeAnalysis;

namespace GateDsl.Reference;

/// <summary>Where symbols are documented.</summary>
internal sealed class Addresses
{
    private static readonly SymbolDisplayFormat ReferenceFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private readonly Compilation _compilation;
    private readonly Dictionary<ISymbol, string> _addresses = new(SymbolEqualityComparer.Default);

    public Addresses(Compilation compilation, IEnumerable<TypePage> pages)
    {
        _compilation = compilation;
        foreach (TypePage page in pages)
        {
            _addresses[page.Type] = page.File;
            foreach (TypePage.Entry entry in page.Sections.SelectMany(section => section.Entries))
            {
                _addresses[entry.Symbol] = entry.Anchor is null ? page.File : $"{page.File}#{entry.Anchor}";
            }
        }
    }

    /// <summary>A link to what a documentation id names, or its name where it is not documented here.</summary>
    public string Link(string documentationId, string? text)
    {
        ISymbol? symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(documentationId, _compilation);
        string shown = text ?? symbol?.ToDisplayString(ReferenceFormat) ?? documentationId[2..];
        return symbol is not null && _addresses.TryGetValue(symbol.OriginalDefinition, out string? address) ? $"[`{shown}`]({address})" : $"`{shown}`";
    }

    /// <summary>The member that a documentation id names, if it can be found.</summary>
    public ISymbol? Find(string documentationId) => DocumentationCommentId.GetFirstSymbolForDeclarationId(documentationId, _compilation);
}
