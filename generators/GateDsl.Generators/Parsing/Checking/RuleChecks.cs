using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>A rule is a <c>static bool</c> of the class over ints by value, each named like a one-hot input or selector. Every rule is checked once.</summary>
internal static class RuleChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return [.. declaration.Layers.SelectMany(layer => layer.Rules.SelectMany(rule => FindNamed(declaration, layer, rule.Attribute, rule.Name, seen)))];
    }

    private static IEnumerable<Finding> FindNamed(
        Declaration declaration, DeclaredLayer layer, string attribute, NameArgument name, HashSet<string> seen)
    {
        IReadOnlyList<IMethodSymbol> methods = declaration.Rules[name.Name];
        if (methods.Count == 0)
        {
            IReadOnlyList<string> candidates = RuleReader.Candidates(declaration.Type);
            string? nearest = NearestName.Among(candidates, name.Name);
            return
            [
                RuleDescriptors.UnknownRule.At(name.Location, layer.Name, name.Name, attribute, Text.Remedy(nearest, candidates))
                    with { Suggestion = nearest },
            ];
        }

        return !seen.Add(name.Name) ? []
            : methods.Count > 1 ? [RuleDescriptors.OverloadedRule.At(LocationOf(methods[1]), name.Name, Text.Number(methods.Count))]
            : [.. FindSignature(methods[0]), .. methods[0].Parameters.SelectMany(parameter => FindParameter(declaration, methods[0], parameter))];
    }

    private static IEnumerable<Finding> FindSignature(IMethodSymbol rule)
    {
        if (rule.IsGenericMethod)
        {
            yield return RuleDescriptors.GenericRule.At(LocationOf(rule), rule.Name);
        }

        if (Deviation(rule) is { } deviation)
        {
            yield return RuleDescriptors.NotAStaticBool.At(LocationOf(rule), rule.Name, deviation);
        }
    }

    private static string? Deviation(IMethodSymbol rule) =>
        !rule.IsStatic ? "not static"
        : rule.ReturnsByRef || rule.ReturnsByRefReadonly ? "returning by reference"
        : rule.ReturnType.SpecialType != SpecialType.System_Boolean
            ? "of type '" + rule.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'"
        : null;

    private static IEnumerable<Finding> FindParameter(Declaration declaration, IMethodSymbol rule, IParameterSymbol parameter)
    {
        Location location = parameter.UserLocation() ?? LocationOf(rule);
        if (parameter.RefKind != RefKind.None || parameter.Type.SpecialType != SpecialType.System_Int32)
        {
            string type = Passing(parameter.RefKind) + parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            yield return RuleDescriptors.RuleParameterType.At(location, rule.Name, parameter.Name, type);
        }
        else if (declaration.IndexNamed(parameter.Name) is null)
        {
            string[] candidates = [.. declaration.Layers.Where(layer => layer.IsIndex).Select(layer => Identifier.ParameterName(layer.Name))];
            string? nearest = NearestName.Among(candidates, parameter.Name);
            yield return RuleDescriptors.UnknownRuleParameter.At(location, rule.Name, parameter.Name, Text.Remedy(nearest, candidates))
                with { Suggestion = nearest };
        }
    }

    private static string Passing(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "ref readonly ",
    };

    private static Location LocationOf(IMethodSymbol method) => method.UserLocation() ?? Location.None;
}
