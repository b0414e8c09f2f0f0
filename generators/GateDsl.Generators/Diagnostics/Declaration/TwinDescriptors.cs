using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with the ReLU twin.</summary>
internal static class TwinDescriptors
{
    public static readonly DiagnosticDescriptor TwinWithoutHidden = Descriptor.Create(
        "GDSL095", "A twin has no hidden layer",
        "Network '{0}' has no path from an input through a hidden layer to an output, so its ReLU twin would have no ReLU: add a " +
        "hidden layer or remove [ReluTwin]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor TwinWithOutputBank = Descriptor.Create(
        "GDSL096", "A twin would have an output bank",
        "Output '{1}' of network '{0}' is a bank, and a ReLU network has no gates to choose a copy: make it a Layer or remove [ReluTwin]",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor TwinOfOtherDepth = Descriptor.Create(
        "GDSL097", "A twin has another number of widths than hidden layers",
        "[ReluTwin] of network '{0}' gives {1} widths for a depth of {2}: give one for each hidden layer of the longest path, or one for all",
        Categories.Declaration, DiagnosticSeverity.Error);
}
