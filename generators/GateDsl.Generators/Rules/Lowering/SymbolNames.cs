using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Rules;

/// <summary>How messages about a rule name what it uses: members of the rule's own class by their name, others with their class.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat WithClass = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static string Of(ISymbol symbol, IMethodSymbol rule) =>
        symbol.ContainingType is null || SymbolEqualityComparer.Default.Equals(symbol.ContainingType, rule.ContainingType)
            ? symbol.Name
            : symbol.ToDisplayString(WithClass);
}
