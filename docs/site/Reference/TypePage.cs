using System.Text;
using Microsoft.CodeAnalysis;

namespace GateDsl.Reference;

/// <summary>A type and its members in the order of its page, each with the heading that it stands under.</summary>
internal sealed class TypePage
{
    private static readonly SymbolDisplayFormat HeadingFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat NameFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes);

    public TypePage(INamedTypeSymbol type)
    {
        Type = type;
        Name = type.ToDisplayString(NameFormat);
        File = type.GetDocumentationCommentId()![2..].ToLowerInvariant().Replace('`', '-') + ".md";
        Sections = [.. SectionsOf(type)];
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The name with those of the types around it.</summary>
    public string Name { get; }

    /// <summary>The name of the page's file.</summary>
    public string File { get; }

    public IReadOnlyList<Section> Sections { get; }

    private static IEnumerable<Section> SectionsOf(INamedTypeSymbol type)
    {
        Dictionary<string, int> anchors = new(StringComparer.Ordinal);
        (string Title, Func<ISymbol, bool> Belongs)[] kinds =
        [
            ("Values", member => member is IFieldSymbol && type.TypeKind == TypeKind.Enum),
            ("Constructors", member => member is IMethodSymbol { MethodKind: MethodKind.Constructor }),
            ("Fields", member => member is IFieldSymbol && type.TypeKind != TypeKind.Enum),
            ("Properties", member => member is IPropertySymbol),
            ("Methods", member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary }),
            ("Operators", member => member is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion }),
            ("Events", member => member is IEventSymbol),
        ];
        ISymbol[] members = [.. MembersOf(type)];
        foreach ((string title, Func<ISymbol, bool> belongs) in kinds)
        {
            Entry[] entries =
            [
                .. members.Where(member => belongs(member) && !IsWrittenByLanguage(member))
                    .OrderBy(member => type.TypeKind == TypeKind.Enum ? "" : member.Name, StringComparer.Ordinal)
                    .Select(member => new Entry(member, member.ToDisplayString(HeadingFormat), Anchor(member.ToDisplayString(HeadingFormat), anchors))),
            ];
            if (entries.Length > 0)
            {
                Anchor(title, anchors);
                yield return new Section(title, entries);
            }
        }

        Entry[] rest = [.. members.Where(IsWrittenByLanguage).Select(member => new Entry(member, member.ToDisplayString(HeadingFormat), Anchor: null))];
        if (rest.Length > 0)
        {
            yield return new Section("Equality, copies, text", rest);
        }
    }

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => ApiReference.IsVisible(member)
            && member is not INamedTypeSymbol
            && !(type.TypeKind == TypeKind.Enum && member is IMethodSymbol)
            && !(type.TypeKind == TypeKind.Delegate)
            && member is not IMethodSymbol { AssociatedSymbol: not null });

    /// <summary>Equality, copies and texts, and constructors without parameters of values: what C# says of them is all there is.</summary>
    private static bool IsWrittenByLanguage(ISymbol member) =>
        member is not IFieldSymbol && (string.IsNullOrWhiteSpace(member.GetDocumentationCommentXml()) || IsOfObject(member as IMethodSymbol));

    private static bool IsOfObject(IMethodSymbol? method) =>
        method is not null && (method.ContainingType.SpecialType == SpecialType.System_Object || IsOfObject(method.OverriddenMethod));

    /// <summary>As the site makes it: a second heading of one text gets a number.</summary>
    private static string Anchor(string heading, Dictionary<string, int> taken)
    {
        StringBuilder made = new();
        foreach (char letter in heading.ToLowerInvariant())
        {
            made.Append(letter == ' ' ? "-" : char.IsLetterOrDigit(letter) || letter is '_' or '-' ? letter.ToString() : "");
        }

        string anchor = made.ToString();
        int before = taken.GetValueOrDefault(anchor);
        taken[anchor] = before + 1;
        return before == 0 ? anchor : $"{anchor}-{before}";
    }

    public sealed record Section(string Title, IReadOnlyList<Entry> Entries);

    /// <param name="Symbol">The member.</param>
    /// <param name="Heading">Its name, with the types of its parameters.</param>
    /// <param name="Anchor">Where its heading is on the page; null where it has none.</param>
    public sealed record Entry(ISymbol Symbol, string Heading, string? Anchor);
}
