using System.Text.RegularExpressions;

namespace GateDsl.Wheels;

/// <summary>Versions of packages as Python orders and writes them (PEP 440).</summary>
internal static partial class PythonVersion
{
    /// <summary>
    /// The Python version of a package version: 1.2.0-alpha.3 is 1.2.0a3, beta, preview and rc likewise; another label is a development version
    /// before 1.2.0 that names the label, 1.2.0.dev0+label. What stands after + is kept.
    /// </summary>
    /// <param name="package">Numbers separated by dots, then perhaps -label and +metadata.</param>
    /// <exception cref="SettingException">It is none.</exception>
    public static string Of(string package)
    {
        Match parts = Parts().Match(package);
        if (!parts.Success)
        {
            throw new SettingException($"'{package}' is no version; expected numbers as 1.2.0, perhaps with a label, 1.2.0-beta.1.");
        }

        string label = parts.Groups["label"].Value;
        string metadata = Local(parts.Groups["metadata"].Value);
        Match known = Known().Match(label);
        string stage = known.Groups["stage"].Value.ToLowerInvariant() switch
        {
            "alpha" or "a" => "a",
            "beta" or "b" => "b",
            "" => "",
            _ => "rc",
        };
        return parts.Groups["numbers"].Value + (label.Length, known.Success) switch
        {
            (0, _) => After(metadata),
            (_, true) => stage + (known.Groups["number"].Length > 0 ? known.Groups["number"].Value.TrimStart('0').PadLeft(1, '0') : "0") + After(metadata),
            _ => ".dev0" + After(string.Join('.', new[] { Local(label), metadata }.Where(part => part.Length > 0))),
        };
    }

    private static string After(string local) => local.Length > 0 ? "+" + local : "";

    /// <summary>Letters, digits and dots, as local versions are written.</summary>
    private static string Local(string text) => NoLocal().Replace(text.ToLowerInvariant(), ".").Trim('.');

    [GeneratedRegex(@"^(?<numbers>\d+(\.\d+)*)(-(?<label>[0-9A-Za-z.-]+))?(\+(?<metadata>[0-9A-Za-z.-]+))?$")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?<stage>alpha|a|beta|b|preview|rc)[.-]?(?<number>\d*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Known();

    [GeneratedRegex("[^0-9a-z]+")]
    private static partial Regex NoLocal();
}
