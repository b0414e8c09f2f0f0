using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with names.</summary>
internal static class NameDescriptors
{
    public static readonly DiagnosticDescriptor ReservedName = new(
        "GDSL040",
        "Names of generated members are taken",
        "'{0}' cannot be the name of {1}, because {2} has this name: choose another one",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL040.md");

    public static readonly DiagnosticDescriptor NamedLikeClass = new(
        "GDSL041",
        "A layer is not named like its class",
        "Layer '{0}' has the name of its class, which C# does not allow: rename one of them",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL041.md");

    public static readonly DiagnosticDescriptor DifferOnlyInFirstLetter = new(
        "GDSL042",
        "Names of layers differ in more than the case of the first letter",
        "Layers '{0}' and '{1}' would both be the parameter '{2}': rename one of them",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL042.md");

    public static readonly DiagnosticDescriptor WeightNamesCollide = new(
        "GDSL043",
        "Names of weights are unique",
        "The weight of edge {0} would be named '{1}', like {2}: rename a layer",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL043.md");

    public static readonly DiagnosticDescriptor MemberCollides = new(
        "GDSL044",
        "Members of the class leave generated names free",
        "Member '{0}' has the name of {1}: rename the member",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL044.md");

    public static readonly DiagnosticDescriptor KernelNameHidden = new(
        "GDSL045",
        "Types around a network leave the names of the kernels free",
        "'{0}' is what generated code calls GateDsl's kernels, but at network '{1}' it means {2}: rename that",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL045.md");
}
