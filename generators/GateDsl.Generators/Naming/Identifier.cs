using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Naming;

/// <summary>Names as C# writes them. Layers are properties, parameters are in camelCase: both are one name up to the case of the first letter.</summary>
internal static class Identifier
{
    /// <summary>As an identifier must be written: keywords get their @. It has no index: the plans keep members and positions apart.</summary>
    public static string Escape(string name)
    {
        bool isKeyword = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
        return isKeyword ? "@" + name : name;
    }

    /// <summary>The name of the parameter that stands for a layer, as exceptions and documentation say it.</summary>
    public static string ParameterName(string layer) =>
        layer.Length == 0 ? layer : char.ToLowerInvariant(layer[0]) + layer.Substring(1);

    /// <summary>The two are the same up to the case of the first letter.</summary>
    public static bool IsSameParameter(string one, string other) =>
        one.Length > 0
        && one.Length == other.Length
        && char.ToLowerInvariant(one[0]) == char.ToLowerInvariant(other[0])
        && string.CompareOrdinal(one, 1, other, 1, one.Length) == 0;
}
