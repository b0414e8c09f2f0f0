using System.Xml;
using System.Xml.Linq;
using GateDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>The user's own summary of a layer: the implementing part would replace it, so it has to be repeated there.</summary>
internal static class SummaryReader
{
    /// <summary>The inner XML of the summary, its lines trimmed and joined by '\n', references resolved; null: none, or not well formed.</summary>
    public static string? Read(DeclaredLayer layer, CancellationToken ct)
    {
        string? xml = layer.Property.GetDocumentationCommentXml(cancellationToken: ct);
        return string.IsNullOrWhiteSpace(xml) ? FromComments(layer) : Summary(xml!);
    }

    /// <summary>Where documentation is switched off, it is a comment like any other.</summary>
    private static string? FromComments(DeclaredLayer layer)
    {
        if (layer.Syntax is not { } syntax)
        {
            return null;
        }

        string[] lines = [.. syntax.GetLeadingTrivia().ToFullString().Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line.Substring(3))];
        return lines.Length == 0 ? null : Summary("<member>" + string.Join("\n", lines) + "</member>");
    }

    private static string? Summary(string xml)
    {
        try
        {
            XElement? summary = XElement.Parse(xml, LoadOptions.PreserveWhitespace).DescendantsAndSelf("summary").FirstOrDefault();
            if (summary is null)
            {
                return null;
            }

            // What a file holds is included by its place, which is another one where the summary is repeated.
            summary.Descendants("include").Remove();
            string inner = string.Concat(summary.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)));
            string text = string.Join("\n", inner.Split('\n').Select(line => Text.OneLine(line).Trim())).Trim('\n');
            return text.Length == 0 ? null : text;
        }
        catch (XmlException)
        {
            // Half-typed documentation: the compiler warns about it.
            return null;
        }
    }
}
