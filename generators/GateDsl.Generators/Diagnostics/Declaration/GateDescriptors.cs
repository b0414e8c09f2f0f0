using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with node gates.</summary>
internal static class GateDescriptors
{
    public static readonly DiagnosticDescriptor GateOnInput = Descriptor.Create(
        "GDSL060", "An input or selector is gated",
        "'{0}' is {1} and cannot carry [{2}]: gate the layers or edges that read from it",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SelfGatedOutput = Descriptor.Create(
        "GDSL061", "A layer that is not hidden is self-gated",
        "Output '{0}' is [SelfGated], but only hidden layers can be: put a self-gated hidden layer before it",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownIndex = Descriptor.Create(
        "GDSL062", "A gate reads an index that does not exist",
        "[{2}] on layer '{0}' names '{1}', but there is no one-hot input or selector of this name: {3}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotAnIndex = Descriptor.Create(
        "GDSL063", "A gate reads a layer that is no index",
        "[{2}] on layer '{0}' names '{1}', which is {3}: name a one-hot input or selector",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ValueOutOfRange = Descriptor.Create(
        "GDSL064", "A gate names a value that its index does not have",
        "[ActiveIn] on layer '{0}' names value {1} of '{2}', whose values are 0 to {3}: correct the value",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor RepeatedValue = Descriptor.Create(
        "GDSL065", "A gate names a value twice",
        "[ActiveIn] on layer '{0}' names value {1} of '{2}' twice: remove the second one",
        Categories.Declaration, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoGateInput = Descriptor.Create(
        "GDSL073", "A gate by numbers reads no gate input",
        "[GatedBy] on layer '{0}' names '{1}', which is {2}, not a gate input: {3}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NumberOutOfRange = Descriptor.Create(
        "GDSL074", "A gate by numbers is beyond its gate input",
        "[GatedBy] on layer '{0}' names gate {1} of '{2}', whose gates are 0 to {3}: correct the number",
        Categories.Declaration, DiagnosticSeverity.Error);
}
