using System.Text.RegularExpressions;

namespace GateDsl.Wheels;

/// <summary>What a distribution says of itself (core metadata 2.1).</summary>
/// <param name="Name">As users write it: letters, digits, and - _ . between them.</param>
/// <param name="Version">As Python reads versions; see <see cref="PythonVersion"/>.</param>
/// <param name="Summary">One line.</param>
/// <param name="Licence">Its name; empty: unsaid.</param>
/// <param name="Description">Markdown; empty: none.</param>
internal sealed partial record Distribution(string Name, string Version, string Summary, string Licence = "", string Description = "")
{
    /// <summary>The oldest Python that the loader runs on.</summary>
    public const string Python = ">=3.9";

    /// <summary>What the loader needs.</summary>
    public const string Numpy = "numpy>=1.20";

    /// <summary>The name in file names: lower case, with _ for each run of - _ and .</summary>
    public string FileName => Separators().Replace(Name, "_").ToLowerInvariant();

    /// <summary>The text of METADATA.</summary>
    public string Metadata()
    {
        string[] lines =
        [
            "Metadata-Version: 2.1",
            $"Name: {Name}",
            $"Version: {Version}",
            $"Summary: {Summary.ReplaceLineEndings(" ")}",
            .. Licence.Length > 0 ? [$"License: {Licence}"] : Array.Empty<string>(),
            "Classifier: Programming Language :: Python :: 3",
            "Classifier: Topic :: Scientific/Engineering",
            $"Requires-Python: {Python}",
            $"Requires-Dist: {Numpy}",
            .. Description.Length > 0 ? ["Description-Content-Type: text/markdown", "", Description.ReplaceLineEndings("\n")] : Array.Empty<string>(),
        ];
        return string.Join('\n', lines) + "\n";
    }

    [GeneratedRegex("[-_.]+")]
    private static partial Regex Separators();
}
