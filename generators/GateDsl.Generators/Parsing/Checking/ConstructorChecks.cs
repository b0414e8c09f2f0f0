using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>
/// The generated constructor is the one that allocates and fills the weights, and generated code creates networks by it: the user's own
/// constructors go through it, and nothing else may have to be set.
/// </summary>
internal static class ConstructorChecks
{
    private const string Way = "let it call the generated one by ': this(initializer, seed)'";

    /// <summary>A primary constructor calls no other one of its class, and every other one would have to call it.</summary>
    private const string WayForPrimary =
        "take the parameters off the class, and give them to a constructor in its body that calls the generated one by ': this(initializer, seed)'";

    public static IEnumerable<Finding> Find(Declaration declaration) =>
        [.. FindOwn(declaration), .. FindUnusableBase(declaration), .. FindRequiredMembers(declaration)];

    private static IEnumerable<Finding> FindOwn(Declaration declaration)
    {
        foreach (SyntaxReference reference in declaration.Type.WrittenByUser())
        {
            if (reference.GetSyntax(declaration.Cancellation) is not TypeDeclarationSyntax part)
            {
                continue;
            }

            if (part.ParameterList is { } primary)
            {
                yield return ClassDescriptors.OwnConstructor.At(primary.GetLocation(), declaration.Name, WayForPrimary);
            }

            foreach (ConstructorDeclarationSyntax constructor in part.Members.OfType<ConstructorDeclarationSyntax>())
            {
                if (!constructor.Modifiers.Any(SyntaxKind.StaticKeyword)
                    && !constructor.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
                {
                    yield return ClassDescriptors.OwnConstructor.At(constructor.Identifier.GetLocation(), declaration.Name, Way);
                }
            }
        }
    }

    private static IEnumerable<Finding> FindUnusableBase(Declaration declaration)
    {
        INamedTypeSymbol type = declaration.Type;
        bool isUnusable = BaseNetworkCheck.BaseOf(type) is null
            && type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } parent }
            && !parent.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0
                && declaration.Compilation.IsSymbolAccessibleWithin(constructor, type));
        return isUnusable ? [ClassDescriptors.UnusableBase.At(declaration.Location, type.Name, type.BaseType!.Name)] : [];
    }

    private static IEnumerable<Finding> FindRequiredMembers(Declaration declaration)
    {
        for (INamedTypeSymbol? type = declaration.Type; type is not null; type = type.BaseType)
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(type, declaration.Type);
            foreach (ISymbol member in type.GetMembers().OrderBy(Place.Of))
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    yield return ClassDescriptors.RequiredMember.At(
                        isOwn ? member.UserLocation() ?? declaration.Location : declaration.Location, declaration.Name, member.Name);
                }
            }
        }
    }
}
