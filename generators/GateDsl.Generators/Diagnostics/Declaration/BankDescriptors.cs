using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with banks.</summary>
internal static class BankDescriptors
{
    public static readonly DiagnosticDescriptor BankAttributeOnLayer = Descriptor.Create(
        "GDSL075", "A layer that is not a bank has copies",
        "'{0}' carries [{1}] and has the type Layer: change the type to LayerBank or remove [{1}]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor BankWithoutCopies = Descriptor.Create(
        "GDSL076", "A bank does not say what its copies are for",
        "Bank '{0}' does not say what its copies are: add [OnePer(index)] or [OnePerSubset(index, size)], or change the type to Layer",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SeveralCopyAttributes = Descriptor.Create(
        "GDSL077", "A bank has two kinds of copies",
        "Bank '{0}' carries several [OnePer] or [OnePerSubset]: keep one of them",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SubsetSizeOutOfRange = Descriptor.Create(
        "GDSL078", "Subsets are larger than their index",
        "Bank '{0}' has a copy for each subset of {1} of the {3} values of '{2}': choose a size from 1 to {3}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SubsetsOnOutput = Descriptor.Create(
        "GDSL079", "Copies of an output overlap",
        "Output '{0}' has a copy per subset, so that several copies would answer at one datapoint: use [OnePer]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor GateInputOnOutput = Descriptor.Create(
        "GDSL086", "An output has a copy per gate input",
        "Output '{0}' has a copy per gate of '{1}', of which several may be open, so that several copies would answer at one datapoint: put the bank in a hidden " +
        "layer",
        Categories.Declaration, DiagnosticSeverity.Error);
}
