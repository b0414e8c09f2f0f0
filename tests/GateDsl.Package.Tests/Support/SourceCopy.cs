namespace GateDsl.Package.Tests.Support;

/// <summary>The repository in another folder, without what was built, and what is packed there.</summary>
internal sealed class SourceCopy
{
    private static readonly HashSet<string> Left = new(["bin", "obj", "artifacts", "TestResults", ".git"], StringComparer.OrdinalIgnoreCase);

    private SourceCopy(string folder) => Packages = Path.Combine(folder, "artifacts", "packages");

    /// <summary>The folder of packed files.</summary>
    public string Packages { get; }

    /// <summary>Copies the sources and packs them by the one command of docs/release.md. Style is the solution's matter, not looked at again.</summary>
    /// <param name="folder">Where to.</param>
    public static SourceCopy Packed(string folder)
    {
        Copy(new DirectoryInfo(FindRoot()), folder);
        CommandRun.Of(
            "dotnet",
            ["pack", "GateDsl.sln", "-c", "Release", "-o", "artifacts/packages", "-v", "q", "-p:RunAnalyzers=false", "-nodeReuse:false"],
            folder,
            new Dictionary<string, string> { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" }).Succeeded();
        return new SourceCopy(folder);
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GateDsl.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (FileInfo file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (DirectoryInfo folder in from.EnumerateDirectories().Where(folder => !Left.Contains(folder.Name)))
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
