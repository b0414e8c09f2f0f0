using System.Text;

namespace GateDsl.Generators.Emission;

/// <summary>Writes lines at an indentation, with \n at the end of each. Multi-line text keeps its own relative indentation.</summary>
internal sealed class CodeWriter
{
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

    public override string ToString() => _text.ToString();
}
