using System.Globalization;
using System.Text.RegularExpressions;

namespace GateDsl.Tool.Publishing;

/// <summary>Why the SDK could not publish, in the words of someone who has a declaration and no project.</summary>
/// <param name="run">What it said.</param>
/// <param name="project">The project, which the user does not know of.</param>
/// <param name="declaration">The declaration, as the user named it.</param>
internal sealed partial class SdkErrors(SdkRun run, PublishedProject project, string declaration)
{
    private const int MostFurther = 4;

    /// <summary>The packages that no feed has; else the first error of the compiler, and how many more there are; without one what the SDK said last.</summary>
    public string Reason()
    {
        string[] errors =
        [
            .. run.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.StartsWith("error ", StringComparison.Ordinal))
                .Select(WithoutProject)
                .Distinct(),
        ];
        string[] missing = [.. errors.Select(PackageOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return missing.Length > 0 ? NoFeedHas(missing)
            : errors.Length == 0
                ? $"the SDK ended with {run.ExitCode.ToString(CultureInfo.InvariantCulture)}: {run.Lines.LastOrDefault(line => line.Length > 0)}"
            : errors.Length == 1 ? errors[0]
            : string.Create(CultureInfo.InvariantCulture, $"{errors[0]} (and {errors.Length - 1} more: {string.Join("; ", errors.Skip(1).Take(MostFurther))})");
    }

    private string NoFeedHas(string[] packages) =>
        $"no feed of this folder has the {(packages.Length == 1 ? "package" : "packages")} {string.Join(" and ", packages)}, which the library is built from. "
        + "A folder with the packed files is a feed: dotnet nuget add source FOLDER --name NAME, for all folders, or a nuget.config beside "
        + $"{Path.GetFileName(declaration)}, for this one.";

    private static string? PackageOf(string error)
    {
        Match match = Missing().Match(error);
        return !match.Success ? null
            : match.Groups["version"].Value is { Length: > 0 } version ? $"{match.Groups["name"].Value} {version}"
            : match.Groups["name"].Value == PublishedProject.Package ? $"{PublishedProject.Package} {PublishedProject.Version}"
            : match.Groups["name"].Value;
    }

    // "/tmp/work/Name.csproj : error NU1301: ... [/tmp/work/Name.csproj]" becomes "error NU1301: ...".
    private string WithoutProject(string line)
    {
        line = line.Replace(project.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        line = line.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and int end ? line[..end] : line;
        string own = Path.GetFileName(project.File) + " : ";
        return line.StartsWith(own, StringComparison.Ordinal) ? line[own.Length..] : line;
    }

    [GeneratedRegex(@"NU110[0-3]: Unable to (?:find(?: a stable)? package|resolve) '?(?<name>[\w.-]*\w)(?:(?: with version)? \([^)\d]*(?<version>\d[^),\s]*)\))?")]
    private static partial Regex Missing();
}
