using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>
/// A network is an ordinary partial class, and its layers stand in one part of it. A type around the network that is not partial is reported when
/// that type is analysed (<see cref="SurroundingChecks"/>), so that the error stands where the fix is to be made.
/// </summary>
internal static class ClassChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration) =>
        [.. FindKind(declaration), .. BaseNetworkCheck.Find(declaration), .. FindFileLocalContainers(declaration), .. FindSeveralParts(declaration),
            .. ConstructorChecks.Find(declaration)];

    private static IEnumerable<Finding> FindKind(Declaration declaration)
    {
        (INamedTypeSymbol type, Location location) = (declaration.Type, declaration.Location);
        if (type.TypeKind != TypeKind.Class || type.IsRecord)
        {
            string kind = type switch
            {
                { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
                { IsRecord: true } => "record",
                _ => type.TypeKind.ToString().ToLowerInvariant(),
            };
            yield return ClassDescriptors.NotAClass.At(location, type.Name, kind);
        }

        if (!DeclarationReader.IsPartial(type, declaration.Cancellation))
        {
            yield return ClassDescriptors.ClassNotPartial.At(location, type.Name);
        }

        if (type.TypeParameters.Length > 0)
        {
            yield return ClassDescriptors.GenericClass.At(location, type.Name);
        }

        if (type.IsStatic)
        {
            yield return ClassDescriptors.StaticClass.At(location, type.Name);
        }
        else if (type.IsAbstract)
        {
            yield return ClassDescriptors.AbstractClass.At(location, type.Name);
        }

        if (type.IsFileLocal)
        {
            yield return ClassDescriptors.FileLocalClass.At(location, type.Name, type.Name);
        }
    }

    private static IEnumerable<Finding> FindFileLocalContainers(Declaration declaration) =>
        from container in declaration.Type.ContainingTypes()
        where container.IsFileLocal
        select ClassDescriptors.FileLocalClass.At(declaration.Location, declaration.Name, container.Name);

    private static IEnumerable<Finding> FindSeveralParts(Declaration declaration) => declaration.Layers
        .Where(layer => layer.Syntax?.Parent != declaration.Layers[0].Syntax?.Parent)
        .Take(1)
        .Select(layer => ClassDescriptors.SeveralParts.At(layer.Location, declaration.Name, layer.Name, declaration.Layers[0].Name));
}
