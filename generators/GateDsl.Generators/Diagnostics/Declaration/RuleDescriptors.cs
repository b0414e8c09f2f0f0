using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with rules.</summary>
internal static class RuleDescriptors
{
    public static readonly DiagnosticDescriptor UnknownRule = new(
        "GDSL066",
        "A rule exists",
        "[{2}] on layer '{0}' names the rule '{1}', but the class has no method of this name: {3}",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL066.md");

    public static readonly DiagnosticDescriptor OverloadedRule = new(
        "GDSL067",
        "A rule is not overloaded",
        "Rule '{0}' has {1} overloads, so a gate cannot name one of them: rename all but one",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL067.md");

    public static readonly DiagnosticDescriptor GenericRule = new(
        "GDSL068",
        "A rule is not generic",
        "Rule '{0}' has type parameters: remove them",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL068.md");

    public static readonly DiagnosticDescriptor NotAStaticBool = new(
        "GDSL069",
        "A rule is a static bool",
        "Rule '{0}' is {1}: declare it as 'static bool {0}(int ...)'",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL069.md");

    public static readonly DiagnosticDescriptor RuleParameterType = new(
        "GDSL070",
        "Parameters of a rule are int by value",
        "Parameter '{1}' of rule '{0}' is '{2}': declare it as 'int {1}'",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL070.md");

    public static readonly DiagnosticDescriptor UnknownRuleParameter = new(
        "GDSL071",
        "Parameters of a rule are one-hot inputs and selectors",
        "Parameter '{1}' of rule '{0}' names no one-hot input or selector: {2}",
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "GDSL071.md");
}
