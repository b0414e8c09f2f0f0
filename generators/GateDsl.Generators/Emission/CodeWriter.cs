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
    public CodeWriter Summary(string text)
    {
        string[] lines = [.. Wrap(Literals.Xml(text), Width - (4 * _depth) - 4)];
        if (lines.Length == 1 && lines[0].Length + 23 <= Width - (4 * _depth))
        {
            return Write($"/// <summary>{lines[0]}</summary>");
        }

        Write("/// <summary>");
        Array.ForEach(lines, line => Write("/// " + line));
        return Write("/// </summary>");
    }

    /// <summary>A comment; broken into lines where it is long.</summary>
    public CodeWriter Comment(string text)
    {
        foreach (string line in Wrap(text, Width - (4 * _depth) - 3))
        {
            Write("// " + line);
        }

        return this;
    }

    /// <summary>A call as a statement; its arguments stand on a line of their own where it is long.</summary>
    public CodeWriter Call(string method, params string[] arguments)
    {
        string call = $"{method}({string.Join(", ", arguments)});";
        return call.Length + (4 * _depth) <= Width ? Write(call) : Write($"{method}(\n    {string.Join(", ", arguments)});");
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

    private static IEnumerable<string> Wrap(string text, int width)
    {
        StringBuilder line = new();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append("    ");
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
