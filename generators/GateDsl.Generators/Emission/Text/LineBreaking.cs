namespace GateDsl.Generators.Emission;

/// <summary>Breaks code that is too long for a line.</summary>
internal static class LineBreaking
{
    /// <summary>Lines of at most <paramref name="width"/> characters, broken behind commas; longer where no comma is left to break at.</summary>
    public static IEnumerable<string> AtCommas(string text, int width)
    {
        int start = 0;
        int fitting = 0;
        foreach (int end in Commas(text).Append(text.Length))
        {
            if (end - start > width && fitting > start)
            {
                yield return text.Substring(start, fitting - start).TrimEnd();
                start = fitting;
            }

            fitting = end;
        }

        yield return text.Substring(start);
    }

    /// <summary>Positions behind ", " outside string literals.</summary>
    private static IEnumerable<int> Commas(string text)
    {
        bool inLiteral = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (inLiteral && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                inLiteral = !inLiteral;
            }
            else if (!inLiteral && text[i] == ',' && i + 1 < text.Length && text[i + 1] == ' ')
            {
                yield return i + 2;
            }
        }
    }
}
