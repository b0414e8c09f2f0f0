namespace GateDsl.Package.Tests.Support;

/// <summary>The repository in another folder, without what was built, and what is packed there.</summary>
internal sealed class SourceCopy
{
    private static readonly HashSet<string> Left = new(["bin", "obj", "artifacts", "TestResults", ".git"], StringComparer.OrdinalIgnoreCase);

    private readonly string _folder;

    private SourceCopy(string folder) => _folder = folder;

    /// <summary>The folder of packed files.</summary>
    public string Packages => Path.Combine(_folder, "artifacts", "packages");

    /// <summary>Copies the sources and packs them.</summary>
    /// <param name="folder">Where to.</param>
    public static SourceCopy Packed(string folder) => Packed(FindRoot(), folder);

    /// <summary>The same from this copy: whatever has changed in the repository since.</summary>
    /// <param name="folder">Where to.</param>
    public SourceCopy Again(string folder) => Packed(_folder, folder);

    /// <summary>By the one command of docs/release.md. Style is the solution's matter, not looked at again.</summary>
    private static SourceCopy Packed(string from, string folder)
    {
        Copy(new DirectoryInfo(from), folder);
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
