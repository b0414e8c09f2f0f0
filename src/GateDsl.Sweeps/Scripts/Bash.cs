namespace GateDsl.Sweeps;

/// <summary>Words of a shell.</summary>
internal static class Bash
{
    /// <summary>The text as one word that the shell does not touch.</summary>
    public static string Quote(string text) =>
        OneLine(text).Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-=+:,@%".Contains(letter)) ? text
        : $"'{text.Replace("'", "'\\''")}'";

    /// <summary>The text as it is, if it stays on its line.</summary>
    public static string OneLine(string text) => text.Any(char.IsControl)
        ? throw new WrongUseException($"'{text.ReplaceLineEndings("\\n")}' holds a control character and cannot stand in a script.")
        : text;

    /// <summary>Several words.</summary>
    public static string Quote(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));
}
