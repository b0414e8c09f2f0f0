namespace GateDsl.Generators.Emission;

/// <summary>Where a line of code may be broken: positions in it, outside brackets, literals and comments; 0 where there is none.</summary>
/// <param name="Commas">Behind each comma.</param>
/// <param name="Spaces">Behind each space, in brackets too.</param>
/// <param name="Arrow">Behind the first arrow.</param>
/// <param name="Equal">Behind the first equals sign.</param>
/// <param name="Bracket">Behind the first bracket that has something in it.</param>
internal sealed record CodeBreaks(IReadOnlyList<int> Commas, IReadOnlyList<int> Spaces, int Arrow, int Equal, int Bracket)
{
    public static CodeBreaks Of(string text)
    {
        List<int> commas = [];
        List<int> spaces = [];
        (int arrow, int equal, int bracket, int depth) = (0, 0, 0, 0);
        for (int i = 0; i < text.Length && !IsAt(text, i, "//"); i++)
        {
            switch (text[i])
            {
                case '"' or '\'':
                    i = EndOfLiteral(text, i);
                    break;
                case '(' or '[' or '{':
                    bracket = bracket == 0 && depth == 0 && i + 1 < text.Length && text[i + 1] is not (')' or ']' or '}' or ',') ? i + 1 : bracket;
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case '<' when i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] == '_'):
                    depth++;
                    break;
                case '>' when i > 0 && text[i - 1] is not ('=' or ' '):
                    depth--;
                    break;
                case ' ':
                    spaces.Add(i + 1);
                    commas.AddRange(depth == 0 && IsAt(text, i - 1, ",") ? [i + 1] : []);
                    arrow = arrow == 0 && depth == 0 && IsAt(text, i - 2, "=>") ? i + 1 : arrow;
                    equal = equal == 0 && depth == 0 && IsAt(text, i - 2, " =") ? i + 1 : equal;
                    break;
            }
        }

        return new CodeBreaks(commas, spaces, arrow, equal, bracket);
    }

    private static bool IsAt(string text, int index, string part) => index >= 0 && string.CompareOrdinal(text, index, part, 0, part.Length) == 0;

    private static int EndOfLiteral(string text, int start)
    {
        int i = start + 1;
        while (i < text.Length && text[i] != text[start])
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return i;
    }
}
