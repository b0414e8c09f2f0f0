using System.Text;

namespace GateDsl.Tool.Arrays;

/// <summary>What a table of numbers looks like when it is another layout than it seems: told before its shape puzzles anyone.</summary>
internal static class CsvLayout
{
    /// <summary>Characters of the first line that are looked at, and shown.</summary>
    private const int MostLooked = 1 << 16;
    private const int MostShown = 40;

    /// <summary>
    /// Columns from which on a row that counts them is a row of names, whatever the others are, and one that counts in another way is no accident.
    /// </summary>
    private const int ManyColumns = 8;

    private static readonly (char Character, string Name)[] Separators = [(' ', "spaces"), ('|', "vertical bars"), (':', "colons"), ('&', "ampersands")];

    /// <exception cref="BadInputException">Its numbers are not separated by commas, or its lines end with one.</exception>
    public static void RequireCommas(string file)
    {
        string line = FirstLine(file, out bool isWhole);
        string bare = Unquoted(line);
        string? separator = bare.Contains(';') ? "semicolons" : bare.Contains('\t') ? "tabs"
            : !bare.Contains(',') ? Separators.FirstOrDefault(one => AreSeparated(bare, one.Character)).Name : null;
        if (separator is not null)
        {
            throw new BadInputException(file, $"its numbers are separated by {separator}; expected commas. It begins with '{Shown(line)}'.");
        }

        if (isWhole && bare.TrimEnd().EndsWith(','))
        {
            throw new BadInputException(
                file, $"line 1 ends with a comma, so that nothing stands in its last column; expected numbers separated by commas. It begins with '{Shown(line)}'.");
        }
    }

    /// <summary>The beginning of the file, for a message.</summary>
    public static string Beginning(string file) => Shown(FirstLine(file, out _));

    /// <summary>
    /// Whether numbers are names that programs give to columns and rows: 0, 1, 2, ... or 1, 2, 3, ...; of many also a part of these, every n-th of
    /// them, or all of a range in another order.
    /// </summary>
    public static bool Counts(IReadOnlyList<double> numbers)
    {
        if (numbers.Count < 2 || numbers.Any(number => number < 0 || number > int.MaxValue || number != Math.Truncate(number)))
        {
            return false;
        }

        double step = numbers[1] - numbers[0];
        bool isEven = Enumerable.Range(0, numbers.Count).All(i => numbers[i] == numbers[0] + (step * i));
        return (isEven && step == 1 && numbers[0] is 0 or 1)
            || (numbers.Count >= ManyColumns && ((isEven && step > 0) || IsRange(numbers)));
    }

    /// <summary>Whether a row, or a column, that counts is rather a name of each column, or row, than numbers like the others.</summary>
    /// <param name="length">Of the row or column that counts.</param>
    /// <param name="others">What kinds of numbers all others hold.</param>
    public static bool AreNames(int length, NumberKinds others) =>
        others.HasAny && !others.HasCounting && (length >= ManyColumns || others.HasFractions || (length > 2 && !others.HasIntegers));

    // As much of it as is looked at.
    private static string FirstLine(string file, out bool isWhole)
    {
        using StreamReader reader = new(file);
        char[] buffer = new char[MostLooked];
        int length = reader.ReadBlock(buffer, 0, buffer.Length);
        string text = new string(buffer, 0, length).TrimStart('\r', '\n');
        int end = text.AsSpan().IndexOfAny('\r', '\n');
        isWhole = end >= 0 || length < buffer.Length;
        return end < 0 ? text : text[..end];
    }

    private static string Unquoted(string line)
    {
        StringBuilder bare = new();
        bool isQuoted = false;
        foreach (char c in line)
        {
            isQuoted ^= c == '"';
            bare.Append(isQuoted || c == '"' ? '_' : c);
        }

        return bare.ToString();
    }

    // A bar stands in no name; anything else separates numbers only.
    private static bool AreSeparated(string line, char separator)
    {
        string[] fields = line.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return fields.Length > 1 && line.TrimStart()[0] != '#'
            && (separator == '|' || fields.All(field => CsvArray.TryParse(field.Trim('[', ']', '(', ')'), out _)));
    }

    private static bool IsRange(IReadOnlyList<double> numbers) =>
        numbers.Max() - numbers.Min() == numbers.Count - 1 && numbers.Distinct().Count() == numbers.Count;

    private static string Shown(string line) => line.Length <= MostShown ? line : line[..MostShown] + "...";
}
