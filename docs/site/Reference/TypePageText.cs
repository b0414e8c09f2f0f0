using System.Text;
using Microsoft.CodeAnalysis;

namespace GateDsl.Reference;

/// <summary>The page of a type.</summary>
internal static class TypePageText
{
    private static readonly SymbolDisplayFormat SignatureFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Write(TypePage page, Addresses addresses)
    {
        INamedTypeSymbol type = page.Type;
        Documentation documentation = new(type, addresses);
        string package = type.ContainingAssembly.Name == "Quickstart" ? "written by the compiler for `samples/Quickstart`" : $"package {type.ContainingAssembly.Name}";
        StringBuilder text = new($"# `{page.Name}` {Kind(type)}\n\n[API reference](index.md) › namespace `{type.ContainingNamespace.ToDisplayString()}`, {package}\n\n");
        Paragraph(text, documentation.Text("summary"));
        text.Append($"```csharp\n{Declaration(type)}\n```\n\n");
        Parameters(text, type, documentation);
        Paragraph(text, documentation.Text("remarks"));
        Paragraph(text, documentation.Text("example"));
        foreach (TypePage.Section section in page.Sections)
        {
            text.Append($"## {section.Title}\n\n");
            if (section.Entries[0].Anchor is null)
            {
                text.Append(string.Concat(section.Entries.Select(entry => $"- `{entry.Symbol.ToDisplayString(SignatureFormat)}`\n"))).Append('\n');
            }
            else if (type.TypeKind == TypeKind.Enum)
            {
                EnumValues(text, section, addresses);
            }
            else
            {
                foreach (TypePage.Entry entry in section.Entries)
                {
                    Member(text, entry, new Documentation(entry.Symbol, addresses));
                }
            }
        }

        return text.ToString();
    }

    private static void Member(StringBuilder text, TypePage.Entry entry, Documentation documentation)
    {
        text.Append($"### `{entry.Heading}`\n\n```csharp\n{entry.Symbol.ToDisplayString(SignatureFormat)}\n```\n\n");
        Paragraph(text, documentation.Text("summary"));
        Parameters(text, entry.Symbol, documentation);
        Labelled(text, "Value", documentation.Text("value"));
        Labelled(text, "Returns", documentation.Text("returns"));
        string[] errors = [.. documentation.Errors()];
        if (errors.Length > 0)
        {
            text.Append("**Errors**\n\n").Append(string.Concat(errors.Select(error => $"- {error}\n"))).Append('\n');
        }

        Paragraph(text, documentation.Text("remarks"));
        Paragraph(text, documentation.Text("example"));
    }

    private static void EnumValues(StringBuilder text, TypePage.Section section, Addresses addresses)
    {
        foreach (TypePage.Entry entry in section.Entries)
        {
            Documentation documentation = new(entry.Symbol, addresses);
            text.Append($"### `{entry.Heading}`\n\n`= {((IFieldSymbol)entry.Symbol).ConstantValue}`\n\n");
            Paragraph(text, documentation.Text("summary"));
            Paragraph(text, documentation.Text("remarks"));
        }
    }

    private static void Parameters(StringBuilder text, ISymbol symbol, Documentation documentation)
    {
        (string Element, string Name, string Type)[] rows =
        [
            .. TypeParameters(symbol).Select(parameter => ("typeparam", parameter.Name, "type")),
            .. ValueParameters(symbol).Select(parameter => ("param", parameter.Name, Signature(parameter.Type))),
        ];
        (string Name, string Type, string Words)[] said =
            [.. rows.Select(row => (row.Name, row.Type, documentation.Parameter(row.Element, row.Name))).Where(row => row.Item3.Length > 0)];
        if (said.Length > 0)
        {
            text.Append("| parameter | type | |\n|---|---|---|\n");
            text.Append(string.Concat(said.Select(row => $"| `{row.Name}` | `{row.Type.Replace("|", "\\|", StringComparison.Ordinal)}` | {row.Words} |\n"))).Append('\n');
        }
    }

    private static IEnumerable<ITypeParameterSymbol> TypeParameters(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeParameters,
        IMethodSymbol method => method.TypeParameters,
        _ => [],
    };

    /// <summary>Of a record the parameters of its constructor are documented at the type.</summary>
    private static IEnumerable<IParameterSymbol> ValueParameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
        INamedTypeSymbol type => type.InstanceConstructors.OrderByDescending(constructor => constructor.Parameters.Length).FirstOrDefault()?.Parameters ?? [],
        _ => [],
    };

    private static string Declaration(INamedTypeSymbol type)
    {
        string modifiers = type switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true, TypeKind: TypeKind.Class } => "abstract ",
            { IsSealed: true, TypeKind: TypeKind.Class } => "sealed ",
            _ => "",
        };
        string[] bases =
        [
            .. type.BaseType is { SpecialType: SpecialType.None } parent && type.TypeKind == TypeKind.Class ? [Signature(parent)] : Array.Empty<string>(),
            .. type.Interfaces.Select(Signature),
        ];
        string declared = type.ToDisplayString(SignatureFormat);
        return type.TypeKind is TypeKind.Delegate or TypeKind.Enum || bases.Length == 0
            ? $"public {modifiers}{declared}"
            : $"public {modifiers}{declared} : {string.Join(", ", bases)}";
    }

    private static string Signature(ISymbol symbol) =>
        symbol.ToDisplayString(SignatureFormat.WithKindOptions(SymbolDisplayKindOptions.None).RemoveGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints));

    private static string Kind(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => "enum",
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Delegate } => "delegate",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static void Labelled(StringBuilder text, string label, string words) => Paragraph(text, words.Length == 0 ? "" : $"**{label}** {words}");

    private static void Paragraph(StringBuilder text, string words)
    {
        if (words.Length > 0)
        {
            text.Append(words).Append("\n\n");
        }
    }
}
