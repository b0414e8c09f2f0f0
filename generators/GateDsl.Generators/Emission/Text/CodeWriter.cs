using System.Text;

namespace GateDsl.Generators.Emission;

/// <summary>Writes lines at an indentation, with \n at the end of each. Multi-line text keeps its own relative indentation.</summary>
internal sealed class CodeWriter
{
    private const int Width = 140;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes text of one or more lines; an empty line stays empty.</summary>
    public CodeWriter Write(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.TrimEnd('\r', ' ');
            if (trimmed.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(trimmed);
            }

            _text.Append('\n');
        }

        return this;
    }

    public CodeWriter Line() => Write("");

    /// <summary>A documentation summary; broken into lines where it is long.</summary>
    public CodeWriter Summary(string text) => Element("summary", Literals.Xml(text));

    /// <summary>An element of a documentation comment, with its attributes; broken into lines where it is long.</summary>
    public CodeWriter Element(string opening, string xml)
    {
        string closing = $"</{opening.Split(' ')[0]}>";
        string line = $"/// <{opening}>{xml}{closing}";
        if (line.Length + (4 * _depth) <= Width)
        {
            return Write(line);
        }

        Write($"/// <{opening}>");
        foreach (string part in Wrap(xml, Width - (4 * _depth) - 4, ""))
        {
            Write("/// " + part);
        }

        return Write("/// " + closing);
    }

    /// <summary>A comment of several sentences; broken into lines.</summary>
    public CodeWriter Paragraph(string text) => WriteComment(text, "");

    /// <summary>A comment on what follows; broken into lines where it is long, all but the first indented.</summary>
    public CodeWriter Comment(string text) => WriteComment(text, "    ");

    private CodeWriter WriteComment(string text, string indent)
    {
        foreach (string line in Wrap(text, Width - (4 * _depth) - 3, indent))
        {
            Write("// " + line);
        }

        return this;
    }

    /// <summary>A call as a statement; its arguments stand on lines of their own where it is long.</summary>
    public CodeWriter Call(string method, params string[] arguments) => Statement($"{method}({string.Join(", ", arguments)});");

    /// <summary>A statement; where it is long, its arguments stand on lines of their own.</summary>
    public CodeWriter Statement(string text)
    {
        int open = text.IndexOf('(') + 1;
        if (open == 0 || text.Length + (4 * _depth) <= Width)
        {
            return Write(text);
        }

        Write(text.Substring(0, open));
        foreach (string line in LineBreaking.AtCommas(text.Substring(open), Width - (4 * _depth) - 4))
        {
            Write("    " + line);
        }

        return this;
    }

    /// <summary>A header, and what belongs to it in braces.</summary>
    public CodeWriter Block(string header, Action body, string end = "}")
    {
        Write(header).Write("{");
        _depth++;
        body();
        _depth--;
        return Write(end);
    }

    /// <summary>Each item written.</summary>
    public CodeWriter Each<T>(IEnumerable<T> items, Action<T> write)
    {
        foreach (T item in items)
        {
            write(item);
        }

        return this;
    }

    /// <summary>Each item written, with an empty line between two.</summary>
    public CodeWriter Separated<T>(IEnumerable<T> items, Action<T> write)
    {
        bool first = true;
        foreach (T item in items)
        {
            if (!first)
            {
                Line();
            }

            first = false;
            write(item);
        }

        return this;
    }

    private static IEnumerable<string> Wrap(string text, int width, string indent)
    {
        StringBuilder line = new();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append(indent);
            }

            if (line.Length > 0 && line[line.Length - 1] != ' ')
            {
                line.Append(' ');
            }

            line.Append(word);
        }

        yield return line.ToString();
    }

    public override string ToString() => _text.ToString();
}
