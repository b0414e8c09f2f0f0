namespace GateDsl.Generators.Emission;

/// <summary>Breaks lines that are too long to read: comments between words, code behind commas, arrows and brackets, the outermost first.</summary>
internal static class LineFitting
{
    private const string Deeper = "    ";

    /// <summary>The line as lines of at most <paramref name="width"/> characters; longer where there is nothing to break at.</summary>
    public static IEnumerable<string> Fit(string line, int width)
    {
        string text = line.TrimStart(' ');
        string indent = line.Substring(0, line.Length - text.Length);

        // A directive is one line.
        if (line.Length <= width || text.StartsWith("#", StringComparison.Ordinal))
        {
            return [line];
        }

        return text.StartsWith("///", StringComparison.Ordinal) ? Documentation(text.Substring(3).Trim(), indent + "/// ", width)
            : text.StartsWith("//", StringComparison.Ordinal) ? Comment(text.Substring(2), indent + "//", width)
            : Code(text, indent, width);
    }

    /// <summary>Lines of words behind a prefix, all but the first indented.</summary>
    public static IEnumerable<string> Prose(string text, string prefix, string indent, int width)
    {
        string line = prefix;
        bool isEmpty = true;
        foreach (string word in Words(text, isMarkup: prefix.TrimStart(' ').StartsWith("///", StringComparison.Ordinal)))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                yield return line;
                (line, isEmpty) = (prefix + indent, true);
            }

            line += isEmpty ? word : " " + word;
            isEmpty = false;
        }

        yield return line;
    }

    /// <summary>What is indented in the comment stays so.</summary>
    private static IEnumerable<string> Comment(string text, string prefix, int width)
    {
        string words = text.TrimStart(' ');
        return Prose(words, prefix + text.Substring(0, text.Length - words.Length), Deeper, width);
    }

    private static IEnumerable<string> Documentation(string xml, string prefix, int width)
    {
        const string Opening = "<summary>";
        const string Closing = "</summary>";
        if (!xml.StartsWith(Opening, StringComparison.Ordinal) || !xml.EndsWith(Closing, StringComparison.Ordinal))
        {
            return Prose(xml, prefix, "", width);
        }

        string inner = xml.Substring(Opening.Length, xml.Length - Opening.Length - Closing.Length);
        return [prefix + Opening, .. Prose(inner, prefix, "", width), prefix + Closing];
    }

    /// <summary>A space in a tag is no place to break a line.</summary>
    private static IEnumerable<string> Words(string text, bool isMarkup)
    {
        int start = 0;
        bool isInTag = false;
        for (int i = 0; i < text.Length; i++)
        {
            isInTag = isMarkup && (isInTag ? text[i] != '>' : text[i] == '<');
            if (text[i] == ' ' && !isInTag)
            {
                yield return text.Substring(start, i - start);
                start = i + 1;
            }
        }

        yield return text.Substring(start);
    }

    private static IEnumerable<string> Code(string text, string indent, int width)
    {
        int room = width - indent.Length;
        if (text.Length <= room)
        {
            return [indent + text];
        }

        CodeBreaks at = CodeBreaks.Of(text);
        if (at.Commas.Count > 0)
        {
            return Filled(text, at.Commas, room).SelectMany(part => Code(part, indent, width));
        }

        int end = at.Arrow is > 0 && at.Arrow <= room ? at.Arrow
            : at.Equal is > 0 && at.Equal <= room && (at.Bracket == 0 || at.Bracket > room || text.Length - at.Equal + Deeper.Length <= room) ? at.Equal
            : at.Bracket is > 0 && at.Bracket <= room ? at.Bracket
            : at.Spaces.LastOrDefault(space => space <= room);
        return end <= 0
            ? [indent + text]
            : [indent + text.Substring(0, end).TrimEnd(), .. Code(text.Substring(end), indent + Deeper, width)];
    }

    /// <summary>As many as fit on a line, one at least.</summary>
    private static IEnumerable<string> Filled(string text, IReadOnlyList<int> ends, int room)
    {
        int start = 0;
        int fitting = 0;
        foreach (int end in ends.Append(text.Length))
        {
            if (fitting > start && end - start > room)
            {
                yield return text.Substring(start, fitting - start).TrimEnd();
                start = fitting;
            }

            fitting = end;
        }

        yield return text.Substring(start);
    }
}
