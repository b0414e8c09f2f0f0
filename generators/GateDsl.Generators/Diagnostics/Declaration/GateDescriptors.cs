using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with node gates.</summary>
internal static class GateDescriptors
{
    public static readonly DiagnosticDescriptor GateOnInput = Descriptor.Create(
        "GDSL060", "Inputs and selectors are not gated",
        "'{0}' is {1} and cannot carry [{2}]: gate the layers or edges that read from it",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SelfGatedOutput = Descriptor.Create(
        "GDSL061", "Only hidden layers are self-gated",
        "Output '{0}' is [SelfGated], but only hidden layers can be: put a self-gated hidden layer before it",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownIndex = Descriptor.Create(
        "GDSL062", "A gate reads an index that exists",
        "[{2}] on layer '{0}' names '{1}', but there is no one-hot input or selector of this name: {3}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotAnIndex = Descriptor.Create(
        "GDSL063", "A gate reads a one-hot input or selector",
        "[{2}] on layer '{0}' names '{1}', which is {3}: name a one-hot input or selector",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ValueOutOfRange = Descriptor.Create(
        "GDSL064", "Values of a gate are values of its index",
        "[ActiveIn] on layer '{0}' names value {1} of '{2}', whose values are 0 to {3}: correct the value",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor RepeatedValue = Descriptor.Create(
        "GDSL065", "Values of a gate are named once",
        "[ActiveIn] on layer '{0}' names value {1} of '{2}' twice: remove the second one",
        Categories.Declaration, DiagnosticSeverity.Warning);
}
