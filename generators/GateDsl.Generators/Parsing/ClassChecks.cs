using GateDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing;

/// <summary>A network is an ordinary partial class, and its layers stand in one part of it.</summary>
internal static class ClassChecks
{
    public static void Check(Declaration declaration)
    {
        INamedTypeSymbol type = declaration.Type;
        Location location = type.UserLocation() ?? Location.None;
        CheckKind(declaration, type, location);
        CheckContainers(declaration, type, location);
        CheckParts(declaration);
        ConstructorChecks.Check(declaration, location);
    }

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken ct) =>
        type.WrittenByUser().All(reference => reference.GetSyntax(ct) is TypeDeclarationSyntax part && part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static void CheckKind(Declaration declaration, INamedTypeSymbol type, Location location)
    {
        if (type.TypeKind != TypeKind.Class || type.IsRecord)
        {
            string kind = type switch
            {
                { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
                { IsRecord: true } => "record",
                _ => type.TypeKind.ToString().ToLowerInvariant(),
            };
            declaration.Report(ClassDescriptors.NotAClass, location, type.Name, kind);
        }

        if (!IsPartial(type, declaration.Cancellation))
        {
            declaration.Report(ClassDescriptors.ClassNotPartial, location, type.Name);
        }

        if (type.TypeParameters.Length > 0)
        {
            declaration.Report(ClassDescriptors.GenericClass, location, type.Name);
        }

        if (type.IsStatic)
        {
            declaration.Report(ClassDescriptors.StaticClass, location, type.Name);
        }
        else if (type.IsAbstract)
        {
            declaration.Report(ClassDescriptors.AbstractClass, location, type.Name);
        }

        if (type.IsFileLocal)
        {
            declaration.Report(ClassDescriptors.FileLocalClass, location, type.Name, type.Name);
        }
    }

    /// <summary>
    /// A type around the network that is not partial is reported when that type is analysed (<see cref="ContainerChecks"/>), so that the
    /// error stands where the fix is to be made; here it only keeps the network from being built.
    /// </summary>
    private static void CheckContainers(Declaration declaration, INamedTypeSymbol type, Location location)
    {
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            if (!IsPartial(container, declaration.Cancellation))
            {
                declaration.LeaveToOthers();
            }

            if (container.IsFileLocal)
            {
                declaration.Report(ClassDescriptors.FileLocalClass, location, type.Name, container.Name);
            }
        }
    }

    private static void CheckParts(Declaration declaration)
    {
        if (declaration.Layers.Count == 0)
        {
            return;
        }

        DeclaredLayer first = declaration.Layers[0];
        SyntaxNode? part = PartOf(first, declaration.Cancellation);
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            if (PartOf(layer, declaration.Cancellation) != part)
            {
                declaration.Report(ClassDescriptors.SeveralParts, layer.Location, declaration.Name, layer.Name, first.Name);
                return;
            }
        }
    }

    private static SyntaxNode? PartOf(DeclaredLayer layer, CancellationToken ct) =>
        layer.Property.WrittenByUser().FirstOrDefault()?.GetSyntax(ct).Parent;
}
