using System.Reflection;
using System.Text;

namespace GateDsl.Wheels;

/// <summary>The modules of the Python package, with the version of this build.</summary>
internal static class LoaderSources
{
    /// <summary>The module that says the version.</summary>
    private const string VersionModule = "_version.py";

    /// <summary>The version of all packages, this program's too.</summary>
    public static string OwnVersion { get; } =
        typeof(LoaderSources).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Reads them: Python files and py.typed, in ordinal order.</summary>
    /// <param name="folder">Their folder.</param>
    /// <param name="version">Of the packages.</param>
    /// <exception cref="SettingException">The folder has no module.</exception>
    public static IReadOnlyList<(string Path, byte[] Content)> Read(string folder, string version)
    {
        if (!File.Exists(Path.Combine(folder, "__init__.py")))
        {
            throw new SettingException($"There is no Python package in {folder}.");
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(path => path.EndsWith(".py", StringComparison.Ordinal) || path == "py.typed")
                .Order(StringComparer.Ordinal)
                .Select(path => (path, Encoding.UTF8.GetBytes(path == VersionModule
                    ? Version(version)
                    : File.ReadAllText(Path.Combine(folder, path)).ReplaceLineEndings("\n")))),
        ];
    }

    private static string Version(string version) => $""""
        """The version of this package: as Python writes it, and as NuGet does."""

        __version__ = "{PythonVersion.Of(version)}"
        PACKAGE_VERSION = "{version}"

        """".ReplaceLineEndings("\n");
}
