using System.Text;

namespace GateDsl.Generators.Emission;

/// <summary>Writes lines at an indentation, with \n at the end of each. Multi-line text keeps its own relative indentation.</summary>
internal sealed class CodeWriter
{
    private const int Width = 140;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes text of one or more lines, each broken where it is long; an empty line stays empty.</summary>
    public CodeWriter Write(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.TrimEnd('\r', ' ');
            foreach (string part in trimmed.Length <= Room ? [trimmed] : LineFitting.Fit(trimmed, Room))
            {
                Append(part);
            }
        }

        return this;
    }

    /// <summary>Writes a line as it is, however long.</summary>
    public CodeWriter Verbatim(string line)
    {
        Append(line.TrimEnd());
        return this;
    }

    public CodeWriter Line() => Write("");

    /// <summary>A documentation summary; broken into lines where it is long.</summary>
    public CodeWriter Summary(string text) => Element("summary", Literals.Xml(text));

    /// <summary>An element of a documentation comment, with its attributes; broken into lines where it is long.</summary>
    public CodeWriter Element(string opening, string xml)
    {
        string name = opening.Split(' ')[0];
        return Write($"/// <{opening}>{xml}</{name}>");
    }

    /// <summary>A comment of several sentences; broken into lines.</summary>
    public CodeWriter Paragraph(string text) => WriteComment(text, "");

    /// <summary>A comment on what follows; broken into lines where it is long, all but the first indented.</summary>
    public CodeWriter Comment(string text) => WriteComment(text, "    ");

    private CodeWriter WriteComment(string text, string indent)
    {
        foreach (string line in LineFitting.Prose(text, "// ", indent, Room))
        {
            Append(line);
        }

        return this;
    }

    /// <summary>A call as a statement.</summary>
    public CodeWriter Call(string method, params string[] arguments) => Write($"{method}({string.Join(", ", arguments)});");

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

    /// <summary>Characters that a line may have behind its indentation.</summary>
    private int Room => Width - (4 * _depth);

    private void Append(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(line);
        }

        _text.Append('\n');
    }

    public override string ToString() => _text.ToString();
}
