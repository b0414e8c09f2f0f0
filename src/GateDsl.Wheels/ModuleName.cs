using System.Text.RegularExpressions;

namespace GateDsl.Wheels;

/// <summary>The module that a project becomes.</summary>
internal static partial class ModuleName
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from",
        "global", "if", "import",
        "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    };

    /// <summary>Modules that the loader itself imports: one of the same name would stand before or behind it.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "gatedsl", "numpy", "ctypes", "json", "os", "sys", "weakref", "typing" };

    /// <summary>Checks a name: the project's in lower case, with _ for what no identifier has.</summary>
    /// <param name="module">As the build made it.</param>
    /// <exception cref="SettingException">It cannot be imported, or stands for another module.</exception>
    public static string Checked(string module)
    {
        string reason = !Identifier().IsMatch(module) ? "is no identifier of lower-case letters, digits and _"
            : Keywords.Contains(module) ? "is a keyword of Python"
            : Taken.Contains(module) ? "is a module that the loader needs"
            : "";
        return reason.Length == 0
            ? module
            : throw new SettingException($"The module would be called '{module}', which {reason}. Set GateDslPythonModule to another name.");
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]*$")]
    private static partial Regex Identifier();
}
