using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>The rules that gates name: static methods of the class over one-hot inputs and selectors. Every rule is checked once.</summary>
internal static class RuleReader
{
    public static void Read(Declaration declaration)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            foreach (NameArgument name in layer.ActiveWhen)
            {
                ReadNamed(declaration, layer, "ActiveWhen", name, seen);
            }

            foreach (DeclaredFrom from in layer.Froms)
            {
                if (from.When is { } when)
                {
                    ReadNamed(declaration, layer, "From", when, seen);
                }
            }
        }
    }

    private static void ReadNamed(Declaration declaration, DeclaredLayer layer, string attribute, NameArgument name, HashSet<string> seen)
    {
        IMethodSymbol[] methods = [.. declaration.Type.GetMembers(name.Name).OfType<IMethodSymbol>().Where(IsRule)];
        if (methods.Length == 0)
        {
            string[] candidates = [.. declaration.Type.GetMembers().OfType<IMethodSymbol>()
                .Where(method => IsRule(method) && method.IsStatic && method.ReturnType.SpecialType == SpecialType.System_Boolean)
                .Select(method => method.Name).Distinct()];
            string? nearest = NearestName.Among(candidates, name.Name);
            declaration.ReportWithSuggestion(
                RuleDescriptors.UnknownRule,
                name.Location,
                nearest,
                layer.Name, name.Name, attribute, Text.Remedy(nearest, candidates));
        }
        else if (seen.Add(name.Name))
        {
            if (methods.Length > 1)
            {
                declaration.Report(RuleDescriptors.OverloadedRule, LocationOf(methods[1]), name.Name, Text.Number(methods.Length));
            }
            else if (RuleSignature.Check(declaration, methods[0]) is { } indices)
            {
                LoweredRule lowered = RuleLowering.Lower(methods[0], declaration.Compilation, declaration.Cancellation);
                declaration.Rules.Add(name.Name, new RuleModel(name.Name, indices, lowered.Body, lowered.NotEvaluable));
            }
        }
    }

    private static bool IsRule(IMethodSymbol method) => method.MethodKind == MethodKind.Ordinary && method.UserLocation() is not null;

    private static Location LocationOf(IMethodSymbol method) => method.UserLocation() ?? Location.None;
}
