using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace GateDsl.Reference;

/// <summary>The documentation of one symbol as Markdown. What it inherits is taken from where it stands.</summary>
internal sealed partial class Documentation
{
    private readonly Addresses _addresses;
    private readonly XElement _root;

    public Documentation(ISymbol symbol, Addresses addresses)
    {
        _addresses = addresses;
        _root = Read(symbol, depth: 0);
    }

    /// <summary>The text of an element as paragraphs; empty where there is none.</summary>
    public string Text(string element) => Render(_root.Element(element)).Trim();

    /// <summary>The same in one line, as a cell of a table.</summary>
    public string Cell(string element) => InOneLine(Text(element));

    /// <summary>What is said of a parameter or type parameter, in one line.</summary>
    public string Parameter(string element, string name) =>
        InOneLine(Render(_root.Elements(element).FirstOrDefault(parameter => (string?)parameter.Attribute("name") == name)));

    /// <summary>The errors, each with when it is thrown, in one line.</summary>
    public IEnumerable<string> Errors() =>
        _root.Elements("exception").Select(error => $"{_addresses.Link((string)error.Attribute("cref")!, null)}: {InOneLine(Render(error))}");

    private XElement Read(ISymbol symbol, int depth)
    {
        string? xml = symbol.GetDocumentationCommentXml();
        XElement read = string.IsNullOrWhiteSpace(xml) ? new XElement("member") : XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        if (read.Element("inheritdoc") is not { } inherited || depth > 5)
        {
            return read;
        }

        ISymbol? source = (string?)inherited.Attribute("cref") is { } named ? _addresses.Find(named) : Inherited(symbol);
        return source is null ? read : Read(source, depth + 1) is { HasElements: true } found ? found : OfDotNet(source);
    }

    /// <summary>What is inherited from .NET itself is documented there.</summary>
    private static XElement OfDotNet(ISymbol source) =>
        new("member", new XElement("summary", "See ", new XElement("c", $"{source.ContainingType.Name}.{source.Name}"), " of .NET."));

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        INamedTypeSymbol type => type.BaseType,
        _ => symbol.ContainingType?.AllInterfaces.SelectMany(implemented => implemented.GetMembers())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };

    private string Render(XNode? node) => node switch
    {
        XText text => Escape(Spaces().Replace(text.Value, " ")),
        XElement element => RenderElement(element),
        _ => "",
    };

    private string RenderElement(XElement element) => element.Name.LocalName switch
    {
        "para" => $"\n\n{Inner(element).Trim()}\n\n",
        "c" => $"`{element.Value}`",
        "code" => $"\n\n```csharp\n{Unindent(element.Value)}\n```\n\n",
        "see" or "seealso" => See(element),
        "paramref" or "typeparamref" => $"`{(string?)element.Attribute("name")}`",
        "list" => "\n\n" + string.Concat(element.Elements("item").Select(item => $"- {Item(item)}\n")) + "\n",
        "br" => " ",
        _ => Inner(element),
    };

    private string Item(XElement item)
    {
        string term = InOneLine(Render(item.Element("term")));
        string description = InOneLine(item.Element("description") is { } said ? Render(said) : item.Element("term") is null ? Inner(item) : "");
        return term.Length == 0 ? description : description.Length == 0 ? term : $"{term}: {description}";
    }

    private string See(XElement element)
    {
        string? text = element.Value.Length == 0 ? null : element.Value;
        return (string?)element.Attribute("cref") is { } reference ? _addresses.Link(reference, text)
            : (string?)element.Attribute("href") is { } address ? $"[{Escape(text ?? address)}]({address})"
            : $"`{(string?)element.Attribute("langword") ?? text}`";
    }

    private string Inner(XElement element) => string.Concat(element.Nodes().Select(Render));

    private static string InOneLine(string text) => Spaces().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal).Replace("\\\\|", "\\|", StringComparison.Ordinal);

    /// <summary>Nothing of a text is markup.</summary>
    private static string Escape(string text) => Markup().Replace(text, @"\$0");

    private static string Unindent(string code)
    {
        string[] lines = code.Trim('\n', '\r').TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : ""));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\\`*_\[\]<>|$#~]")]
    private static partial Regex Markup();
}
