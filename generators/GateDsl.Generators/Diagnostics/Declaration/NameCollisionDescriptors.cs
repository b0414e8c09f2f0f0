using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What a name can collide with: generated members, the class, other names.</summary>
internal static class NameCollisionDescriptors
{
    public static readonly DiagnosticDescriptor ReservedName = Descriptor.Create(
        "GDSL040", "A layer has the name of a generated member",
        "'{0}' cannot be the name of {1}, because {2} has this name: choose another one",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NamedLikeClass = Descriptor.Create(
        "GDSL041", "A layer is named like its class",
        "Layer '{0}' has the name of its class, which C# does not allow: rename one of them",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DifferOnlyInFirstLetter = Descriptor.Create(
        "GDSL042", "Names of layers differ only in the case of the first letter",
        "Layers '{0}' and '{1}' would both be the parameter '{2}': rename one of them",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WeightNamesCollide = Descriptor.Create(
        "GDSL043", "Two weight matrices would have one name",
        "The weight of edge {0} would be named '{1}', like {2}: rename a layer",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MemberCollides = Descriptor.Create(
        "GDSL044", "A member of the class has a generated name",
        "Member '{0}' has the name of {1}: rename the member",
        Categories.Declaration, DiagnosticSeverity.Error);
}
