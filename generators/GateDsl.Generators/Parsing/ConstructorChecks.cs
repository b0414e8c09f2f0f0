using GateDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing;

/// <summary>
/// The generated constructor is the one that allocates and fills the weights, and generated code creates networks by it: the user's own
/// constructors go through it, and nothing else may have to be set.
/// </summary>
internal static class ConstructorChecks
{
    public static void Check(Declaration declaration, Location location)
    {
        CheckOwnConstructors(declaration);
        CheckBase(declaration, location);
        CheckRequiredMembers(declaration, location);
    }

    private static void CheckOwnConstructors(Declaration declaration)
    {
        foreach (SyntaxReference reference in declaration.Type.WrittenByUser())
        {
            if (reference.GetSyntax(declaration.Cancellation) is not TypeDeclarationSyntax part)
            {
                continue;
            }

            if (part.ParameterList is { } primary)
            {
                declaration.Report(ClassDescriptors.OwnConstructor, primary.GetLocation(), declaration.Name);
            }

            foreach (ConstructorDeclarationSyntax constructor in part.Members.OfType<ConstructorDeclarationSyntax>())
            {
                if (!constructor.Modifiers.Any(SyntaxKind.StaticKeyword)
                    && !constructor.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
                {
                    declaration.Report(ClassDescriptors.OwnConstructor, constructor.Identifier.GetLocation(), declaration.Name);
                }
            }
        }
    }

    private static void CheckBase(Declaration declaration, Location location)
    {
        INamedTypeSymbol type = declaration.Type;
        if (type.TypeKind != TypeKind.Class || type.BaseType is not { SpecialType: not SpecialType.System_Object } parent)
        {
            return;
        }

        if (parent.TypeKind == TypeKind.Error)
        {
            declaration.LeaveToCompiler();
        }
        else if (!parent.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0
            && declaration.Compilation.IsSymbolAccessibleWithin(constructor, type)))
        {
            declaration.Report(ClassDescriptors.UnusableBase, location, type.Name, parent.Name);
        }
    }

    private static void CheckRequiredMembers(Declaration declaration, Location location)
    {
        for (INamedTypeSymbol? type = declaration.Type; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    bool isOwn = SymbolEqualityComparer.Default.Equals(type, declaration.Type);
                    declaration.Report(
                        ClassDescriptors.RequiredMember,
                        isOwn ? member.UserLocation() ?? location : location,
                        declaration.Name, member.Name);
                }
            }
        }
    }
}
