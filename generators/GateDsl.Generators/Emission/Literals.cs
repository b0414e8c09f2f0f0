using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Emission;

/// <summary>The one place where numbers and the user's text become code.</summary>
internal static class Literals
{
    /// <summary>A name as an identifier: keywords get their @. An index behind it, Pairs[0], stays.</summary>
    public static string Identifier(string name)
    {
        int bracket = name.IndexOf('[');
        string word = bracket < 0 ? name : name.Substring(0, bracket);
        bool isKeyword = SyntaxFacts.GetKeywordKind(word) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(word) != SyntaxKind.None;
        return isKeyword ? "@" + name : name;
    }

    /// <summary>A name as a parameter: the first letter in lower case.</summary>
    public static string Parameter(string name) => Identifier(ParameterName(name));

    /// <summary>The ParamName of exceptions.</summary>
    public static string ParameterName(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Digits in groups of three, for comments: 8,204.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Text inside an XML documentation comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
