using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>A rule is a <c>static bool</c> over ints by value, each named like a one-hot input or selector.</summary>
internal static class RuleSignature
{
    /// <summary>The index that each parameter takes; null where something is wrong.</summary>
    public static EquatableArray<string>? Check(Declaration declaration, IMethodSymbol rule)
    {
        Location location = rule.UserLocation() ?? Location.None;
        bool isRight = true;
        if (rule.IsGenericMethod)
        {
            declaration.Report(RuleDescriptors.GenericRule, location, rule.Name);
            isRight = false;
        }

        if (Deviation(rule) is { } deviation)
        {
            declaration.Report(RuleDescriptors.NotAStaticBool, location, rule.Name, deviation);
            isRight = false;
        }

        var indices = new List<string>();
        foreach (IParameterSymbol parameter in rule.Parameters)
        {
            if (CheckParameter(declaration, rule, parameter) is { } index)
            {
                indices.Add(index);
            }
        }

        return isRight && indices.Count == rule.Parameters.Length ? indices.ToEquatableArray() : null;
    }

    private static string? Deviation(IMethodSymbol rule) =>
        !rule.IsStatic ? "not static"
        : rule.ReturnsByRef || rule.ReturnsByRefReadonly ? "returning by reference"
        : rule.ReturnType.SpecialType != SpecialType.System_Boolean
            ? "of type '" + rule.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'"
        : null;

    private static string? CheckParameter(Declaration declaration, IMethodSymbol rule, IParameterSymbol parameter)
    {
        Location location = parameter.UserLocation() ?? rule.UserLocation() ?? Location.None;
        if (parameter.RefKind != RefKind.None || parameter.Type.SpecialType != SpecialType.System_Int32)
        {
            string type = Passing(parameter.RefKind) + parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            declaration.Report(RuleDescriptors.RuleParameterType, location, rule.Name, parameter.Name, type);
            return null;
        }

        if (declaration.IndexNamed(parameter.Name) is { } index)
        {
            return index.Name;
        }

        string[] candidates = [.. declaration.Layers.Where(layer => layer.IsIndex).Select(layer => FirstLetter.Lower(layer.Name))];
        string? nearest = NearestName.Among(candidates, parameter.Name);
        declaration.ReportWithSuggestion(
            RuleDescriptors.UnknownRuleParameter, location, nearest, rule.Name, parameter.Name, Text.Remedy(nearest, candidates));
        return null;
    }

    private static string Passing(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "ref readonly ",
    };
}
