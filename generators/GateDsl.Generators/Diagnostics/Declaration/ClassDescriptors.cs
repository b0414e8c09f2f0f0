using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with the class.</summary>
internal static class ClassDescriptors
{
    public static readonly DiagnosticDescriptor ClassNotPartial = Descriptor.Create(
        "GDSL001", "A network's class is not partial",
        "Class '{0}' is not partial, so nothing can be generated into it: add the modifier 'partial'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ContainerNotPartial = Descriptor.Create(
        "GDSL002", "A type around a network is not partial",
        "'{1}' contains network '{0}' and is not partial: add the modifier 'partial' to '{1}'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor GenericClass = Descriptor.Create(
        "GDSL003", "A network is generic",
        "Network '{0}' has type parameters, but its sizes and its precision are said by attributes: remove the type parameters",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AbstractClass = Descriptor.Create(
        "GDSL004", "A network is abstract",
        "Network '{0}' is abstract and could never be created: remove the modifier 'abstract'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor StaticClass = Descriptor.Create(
        "GDSL005", "A network is static",
        "Network '{0}' is static, but every network has weights of its own: remove the modifier 'static'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotAClass = Descriptor.Create(
        "GDSL006", "A network is not a class",
        "Network '{0}' is a {1}, but weights are trained in place and never compared or copied by value: declare it as 'partial class'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FileLocalClass = Descriptor.Create(
        "GDSL007", "A network is local to its file",
        "'{1}' is file-local, so no generated file can add to network '{0}': remove the modifier 'file'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OwnConstructor = Descriptor.Create(
        "GDSL008", "A constructor does not call the generated one",
        "This constructor of network '{0}' would leave the weights unset: {1}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnusableBase = Descriptor.Create(
        "GDSL009", "A network's base class has no constructor without parameters",
        "Base class '{1}' of network '{0}' has no accessible constructor without parameters, which the generated constructor calls: " +
        "add one or remove the base class",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor RequiredMember = Descriptor.Create(
        "GDSL010", "A network has required members",
        "Member '{1}' of network '{0}' is required, but networks are also created by the generated code, which cannot set it: " +
        "remove the modifier 'required'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SeveralParts = Descriptor.Create(
        "GDSL011", "The layers of a network stand in several parts",
        "Layer '{1}' stands in another part of network '{0}' than layer '{2}', and the order of the layers is the order of the " +
        "arguments of 'Dataset.Create': move all layers into one part of the class",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UndefinedEnumValue = Descriptor.Create(
        "GDSL012", "An attribute has a value that does not exist",
        "{1} is not a value of '{2}' for '{0}': use one of {3}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotANetwork = Descriptor.Create(
        "GDSL013", "A layer stands outside a network",
        "Layer '{1}' is declared in class '{0}', which is no network: add the attribute [GatedNetwork] to '{0}'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DerivesFromNetwork = Descriptor.Create(
        "GDSL014", "A network derives from a network",
        "Network '{0}' derives from network '{1}', and what is generated for both would meet in one class: remove the base class, or hold a " +
        "network '{1}' in a field",
        Categories.Declaration, DiagnosticSeverity.Error);
}
