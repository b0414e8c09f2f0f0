using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with rules.</summary>
internal static class RuleDescriptors
{
    public static readonly DiagnosticDescriptor UnknownRule = Descriptor.Create(
        "GDSL066", "A rule does not exist",
        "[{2}] on layer '{0}' names the rule '{1}', but the class has no method of this name: {3}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OverloadedRule = Descriptor.Create(
        "GDSL067", "A rule is overloaded",
        "Rule '{0}' has {1} overloads, so a gate cannot name one of them: rename all but one",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor GenericRule = Descriptor.Create(
        "GDSL068", "A rule is generic",
        "Rule '{0}' has type parameters: remove them",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotAStaticBool = Descriptor.Create(
        "GDSL069", "A rule is not a static bool",
        "Rule '{0}' is {1}: declare it as 'static bool {0}(int ...)'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor RuleParameterType = Descriptor.Create(
        "GDSL070", "A parameter of a rule is not an int by value",
        "Parameter '{1}' of rule '{0}' is '{2}': declare it as 'int {1}'",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownRuleParameter = Descriptor.Create(
        "GDSL071", "A parameter of a rule names no one-hot input or selector",
        "Parameter '{1}' of rule '{0}' names no one-hot input or selector: {2}",
        Categories.Declaration, DiagnosticSeverity.Error);
}
