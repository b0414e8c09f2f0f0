using System.Globalization;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>What can still be emitted for a faulty declaration: bodies for its properties wherever C# can have them, and what is wrong.</summary>
internal static class FallbackBuilder
{
    /// <summary>Null: the class has no name yet, and nothing can be said of it.</summary>
    public static FallbackModel? Build(Declaration declaration, IEnumerable<Finding> findings)
    {
        INamedTypeSymbol type = declaration.Type;
        if (!TypePlace.HasName(type))
        {
            return null;
        }

        EquatableArray<PropertyShell> shells = CanHaveAnotherPart(declaration)
            ? declaration.Layers
                .GroupBy(layer => layer.Name, StringComparer.Ordinal)
                .Select(group => PropertyShells.Of(group.First()))
                .OfType<PropertyShell>()
                .ToEquatableArray()
            : [];
        EquatableArray<string> errors = findings
            .Where(finding => finding.IsError)
            .Select(finding => finding.Descriptor.Id + ": " + Text.OneLine(finding.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture)))
            .ToEquatableArray();
        return new FallbackModel(TypePlace.Of(type), TypePlace.Header(type), shells, errors);
    }

    private static bool CanHaveAnotherPart(Declaration declaration) => declaration.Type.ContainingTypes().Prepend(declaration.Type)
        .All(part => !part.IsFileLocal && DeclarationReader.IsPartial(part, declaration.Cancellation));
}
