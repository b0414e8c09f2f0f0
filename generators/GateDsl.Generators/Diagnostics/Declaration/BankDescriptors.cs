using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with banks.</summary>
internal static class BankDescriptors
{
    public static readonly DiagnosticDescriptor BankAttributeOnLayer = new(
        "GDSL075",
        "Only banks have copies",
        "'{0}' carries [{1}] and has the type Layer: change the type to LayerBank or remove [{1}]",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL075.md");

    public static readonly DiagnosticDescriptor BankWithoutCopies = new(
        "GDSL076",
        "A bank says what its copies are for",
        "Bank '{0}' does not say what its copies are: add [OnePer(index)] or [OnePerSubset(index, size)], or change the type to Layer",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL076.md");

    public static readonly DiagnosticDescriptor SeveralCopyAttributes = new(
        "GDSL077",
        "A bank has one kind of copies",
        "Bank '{0}' carries several [OnePer] or [OnePerSubset]: keep one of them",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL077.md");

    public static readonly DiagnosticDescriptor SubsetSizeOutOfRange = new(
        "GDSL078",
        "The size of subsets fits the index",
        "Bank '{0}' has a copy for each subset of {1} of the {3} values of '{2}': choose a size from 1 to {3}",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL078.md");

    public static readonly DiagnosticDescriptor SubsetsOnOutput = new(
        "GDSL079",
        "The copies of an output do not overlap",
        "Output '{0}' has a copy per subset, so that several copies would answer at one datapoint: use [OnePer]",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL079.md");
}
