using GateDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>What the user adds to the class, or lets it inherit, leaves the names of generated members free.</summary>
internal static class MemberChecks
{
    public static void Check(Declaration declaration, Func<string, string?> owner)
    {
        Location location = declaration.Type.UserLocation() ?? Location.None;
        for (INamedTypeSymbol? type = declaration.Type; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member.IsImplicitlyDeclared || declaration.Layers.Any(layer => layer.Name == member.Name))
                {
                    continue;
                }

                bool isOwn = SymbolEqualityComparer.Default.Equals(type, declaration.Type);
                Location? written = member.UserLocation();
                bool isVisible = isOwn ? written is not null : declaration.Compilation.IsSymbolAccessibleWithin(member, declaration.Type);
                if (isVisible && (owner(member.Name) ?? OwnerOfConstructor(member, isOwn)) is { } taken)
                {
                    declaration.Report(NameDescriptors.MemberCollides, isOwn ? written ?? location : location, member.Name, taken);
                }
            }
        }
    }

    /// <summary>The generated constructor takes an initialiser and a seed.</summary>
    private static string? OwnerOfConstructor(ISymbol member, bool isOwn) =>
        isOwn
        && member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: { Length: 2 } parameters }
        && parameters[0].Type.Name == "IInitializer"
        && parameters[1].Type.SpecialType == SpecialType.System_UInt64
            ? "the generated constructor"
            : null;
}
