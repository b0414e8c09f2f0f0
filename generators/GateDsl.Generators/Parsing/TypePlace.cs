using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Parsing;

/// <summary>Where a class stands and how its declaration is repeated.</summary>
internal static class TypePlace
{
    /// <summary>All parts of the name, keywords escaped.</summary>
    private static readonly SymbolDisplayFormat NamespaceName =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static TypeModel Read(INamedTypeSymbol type)
    {
        var containers = new List<string>();
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, Header(container));
        }

        string space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString(NamespaceName) : "";
        return new TypeModel(space, containers.ToEquatableArray(), type.Name) { HintName = HintNames.Of(type) };
    }

    /// <summary>"partial class Net", "partial record struct Net&lt;T&gt;": what every part repeats.</summary>
    public static string Header(INamedTypeSymbol type)
    {
        string kind = type.TypeKind switch
        {
            TypeKind.Struct => "struct",
            TypeKind.Interface => "interface",
            _ => "class",
        };
        string record = !type.IsRecord ? kind : type.TypeKind == TypeKind.Struct ? "record struct" : "record";
        string parameters = type.TypeParameters.Length == 0
            ? ""
            : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Variance(parameter) + Escaped(parameter.Name))) + ">";
        return "partial " + record + " " + Escaped(type.Name) + parameters;
    }

    /// <summary>An identifier as it must be written: keywords with @.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    private static string Variance(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => "",
    };
}
