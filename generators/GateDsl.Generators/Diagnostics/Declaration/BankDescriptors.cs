using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with banks.</summary>
internal static class BankDescriptors
{
    public static readonly DiagnosticDescriptor BankAttributeOnLayer = Descriptor.Create(
        "GDSL075", "Only banks have copies",
        "'{0}' carries [{1}] and has the type Layer: change the type to LayerBank or remove [{1}]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor BankWithoutCopies = Descriptor.Create(
        "GDSL076", "A bank says what its copies are for",
        "Bank '{0}' does not say what its copies are: add [OnePer(index)] or [OnePerSubset(index, size)], or change the type to Layer",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SeveralCopyAttributes = Descriptor.Create(
        "GDSL077", "A bank has one kind of copies",
        "Bank '{0}' carries several [OnePer] or [OnePerSubset]: keep one of them",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SubsetSizeOutOfRange = Descriptor.Create(
        "GDSL078", "The size of subsets fits the index",
        "Bank '{0}' has a copy for each subset of {1} of the {3} values of '{2}': choose a size from 1 to {3}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SubsetsOnOutput = Descriptor.Create(
        "GDSL079", "The copies of an output do not overlap",
        "Output '{0}' has a copy per subset, so that several copies would answer at one datapoint: use [OnePer]",
        Categories.Declaration, DiagnosticSeverity.Error);
}
