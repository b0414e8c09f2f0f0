using System.Text;

namespace GateDsl.Identifying;

/// <summary>Lines of C# with their indentation; line ends are \n.</summary>
internal sealed class DeclarationText
{
    private const int MostComment = 130;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>An empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>A line at the present depth; <paramref name="isFlush"/>: at the margin.</summary>
    public void Line(string line, bool isFlush = false) => _text.Append(' ', isFlush ? 0 : 4 * _depth).Append(line).Append('\n');

    /// <summary>A comment, wrapped between words unless it is a row of a table.</summary>
    public void Comment(string comment, bool isWrapped = true)
    {
        if (!isWrapped)
        {
            Line($"// {comment}");
            return;
        }

        StringBuilder line = new("//");
        foreach (string word in comment.ReplaceLineEndings(" ").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length + 1 > MostComment - (4 * _depth))
            {
                Line(line.ToString());
                line.Clear().Append("//  ");
            }

            line.Append(' ').Append(word);
        }

        Line(line.ToString());
    }

    public void Open()
    {
        Line("{");
        _depth++;
    }

    public void Close()
    {
        _depth--;
        Line("}");
    }

    public override string ToString() => _text.ToString();
}
