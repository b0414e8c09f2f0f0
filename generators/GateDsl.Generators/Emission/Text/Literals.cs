using System.Globalization;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Emission;

/// <summary>The one place where numbers and the user's text become code.</summary>
internal static class Literals
{
    /// <inheritdoc cref="Naming.Identifier.Escape"/>
    public static string Identifier(string name) => Naming.Identifier.Escape(name);

    /// <summary>A name as a parameter: the first letter in lower case.</summary>
    public static string Parameter(string name) => Identifier(ParameterName(name));

    /// <summary>The ParamName of exceptions.</summary>
    public static string ParameterName(string name) => Naming.Identifier.ParameterName(name);

    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Number(double value) => ShortestDecimal.Of(value);

    /// <summary>Digits in groups of three, for comments: 8,204.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>So many of something, for comments: 1 unit, 2 units.</summary>
    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    /// <summary>Text inside an XML documentation comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
