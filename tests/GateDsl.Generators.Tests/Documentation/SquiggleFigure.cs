using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Documentation;

/// <summary>
/// Draws code with a diagnostic as an editor shows it: what is wrong underlined, the message in a box below. Readable on a light and on a dark page.
/// </summary>
internal static class SquiggleFigure
{
    private const int Columns = 104;
    private const double Letter = 7.8;
    private const double Line = 20;
    private const double Margin = 18;
    private const double Width = Columns * Letter + 2 * Margin;

    private const string Colors = """
        <style>
          text { font: 13px ui-monospace, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; fill: #1f2328; white-space: pre; }
          .page { fill: #ffffff; stroke: #d0d7de; } .box { fill: #fff5f5; stroke: #d1242f; } .wave { stroke: #d1242f; fill: none; stroke-width: 1.4; }
          .k { fill: #0550ae; } .t { fill: #8250df; } .n { fill: #0a7d33; } .id { fill: #d1242f; font-weight: bold; }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; } .page { fill: #0d1117; stroke: #30363d; } .box { fill: #25171c; stroke: #f85149; } .wave { stroke: #f85149; }
            .k { fill: #79c0ff; } .t { fill: #d2a8ff; } .n { fill: #7ee787; } .id { fill: #ff7b72; }
          }
        </style>

        """;

    /// <param name="code">What was compiled.</param>
    /// <param name="diagnostic">What was said of it.</param>
    /// <param name="shown">The part of the code that is drawn: whole lines, those with the fault among them.</param>
    public static string Draw(string code, Diagnostic diagnostic, string shown)
    {
        int first = code[..code.IndexOf(shown, StringComparison.Ordinal)].Count(letter => letter == '\n');
        int last = first + shown.Count(letter => letter == '\n');
        SyntaxNode root = CSharpSyntaxTree.ParseText(code).GetRoot();
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        string[] lines = code.Split('\n');
        string[] message = [.. Wrap($"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}", Columns - 6)];
        StringBuilder drawn = new();
        double y = Margin + 14;
        for (int i = first; i <= last; i++)
        {
            drawn.Append(CodeLine(root, lines[i], lines.Take(i).Sum(line => line.Length + 1), y));
            if (i == place.StartLinePosition.Line)
            {
                drawn.Append(Wave(place.StartLinePosition.Character, place.EndLinePosition.Character, y + 4));
                drawn.Append(Invariant(
                    $"<rect class=\"box\" x=\"{Margin + 2 * Letter:F1}\" y=\"{y + 12:F1}\" width=\"{(Columns - 4) * Letter:F1}\" height=\"{message.Length * Line + 14:F1}\" rx=\"5\"/>\n"));
                foreach (string text in message)
                {
                    y += Line;
                    string line = text.StartsWith(diagnostic.Id, StringComparison.Ordinal)
                        ? $"<tspan class=\"id\">{diagnostic.Id}</tspan>{WebUtility.HtmlEncode(text[diagnostic.Id.Length..])}"
                        : WebUtility.HtmlEncode(text);
                    drawn.Append(TextLine(Margin + 3 * Letter, y + 9, text.Length, line));
                }

                y += 20;
            }

            y += Line;
        }

        return Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width:F0} {y:F0}\" role=\"img\" aria-label=\"{diagnostic.Id} in an editor\">\n")
            + Colors + Invariant($"<rect class=\"page\" x=\"1\" y=\"1\" width=\"{Width - 2:F0}\" height=\"{y - 2:F0}\" rx=\"8\"/>\n") + drawn + "</svg>\n";
    }

    private static string CodeLine(SyntaxNode root, string line, int start, double y)
    {
        StringBuilder shown = new();
        int at = 0;
        foreach (SyntaxToken token in root.DescendantTokens()
            .Where(token => token.SpanStart >= start && token.Span.End <= start + line.Length && token.Span.Length > 0))
        {
            int from = token.SpanStart - start;
            shown.Append(' ', from - at);
            string text = WebUtility.HtmlEncode(token.Text);
            shown.Append(Color(token) is { } color ? $"<tspan class=\"{color}\">{text}</tspan>" : text);
            at = from + token.Span.Length;
        }

        return at == 0 ? "" : TextLine(Margin, y, at, shown.ToString());
    }

    private static string? Color(SyntaxToken token) => token switch
    {
        _ when token.IsKeyword() || token.IsContextualKeyword() || token.Text == "nameof" => "k",
        _ when token.IsKind(SyntaxKind.NumericLiteralToken) => "n",
        { Parent: IdentifierNameSyntax { Parent: AttributeSyntax or PropertyDeclarationSyntax } } => "t",
        { Parent: BaseTypeDeclarationSyntax } when token.IsKind(SyntaxKind.IdentifierToken) => "t",
        _ => null,
    };

    /// <summary>The width is given, so that the underline is in its place whatever font there is.</summary>
    private static string TextLine(double x, double y, int letters, string shown) =>
        Invariant($"<text x=\"{x:F1}\" y=\"{y:F1}\" xml:space=\"preserve\" textLength=\"{letters * Letter:F1}\" lengthAdjust=\"spacingAndGlyphs\">{shown}</text>\n");

    private static string Wave(int from, int to, double y)
    {
        StringBuilder path = new(Invariant($"M{Margin + from * Letter:F1} {y:F1}"));
        for (double x = 0; x < (to - from) * Letter; x += 4)
        {
            path.Append("q1 -3 2 0t2 0");
        }

        return $"<path class=\"wave\" d=\"{path}\"/>\n";
    }

    private static IEnumerable<string> Wrap(string text, int columns)
    {
        StringBuilder line = new();
        foreach (string word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > columns)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        yield return line.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
