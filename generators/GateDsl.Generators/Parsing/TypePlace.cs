using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Where a class stands and how its declaration is repeated.</summary>
internal static class TypePlace
{
    /// <summary>All parts of the name, keywords escaped.</summary>
    private static readonly SymbolDisplayFormat NamespaceName =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static TypeModel Of(INamedTypeSymbol type)
    {
        string space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString(NamespaceName) : "";
        return new TypeModel(space, type.ContainingTypes().Reverse().Select(Header).ToEquatableArray(), type.Name)
        {
            HintName = HintNames.Of(type),
            Remarks = Remarks.IdsOn(type),
            IsReachable = type.ContainingTypes().Append(type).All(part =>
                part is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal, TypeParameters: [] }),
        };
    }

    /// <summary>The class and all around it have names: in half-typed code a name can be missing.</summary>
    public static bool HasName(INamedTypeSymbol type)
    {
        for (ISymbol? symbol = type; symbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; symbol = symbol.ContainingSymbol)
        {
            if (symbol.Name.Length == 0
                || (symbol is INamedTypeSymbol { TypeParameters: var parameters } && parameters.Any(parameter => parameter.Name.Length == 0)))
            {
                return false;
            }
        }

        return true;
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
            : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Variance(parameter) + Identifier.Escape(parameter.Name))) + ">";
        return "partial " + record + " " + Identifier.Escape(type.Name) + parameters;
    }

    private static string Variance(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => "",
    };
}
