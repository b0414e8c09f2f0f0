using System.IO.Compression;

namespace GateDsl.Package.Tests.Support;

/// <summary>
/// Packages made from a copy of the sources, and a place for those who use them: an empty folder with an empty cache, whose nuget.config adds the packed files
/// to the feeds that the machine has.
/// </summary>
public sealed class Packed : IDisposable
{
    /// <summary>The name of the collection of tests that share it.</summary>
    public const string Name = "packed files";

    private readonly string _root = Directory.CreateTempSubdirectory("gatedsl-packed-").FullName;
    private readonly Dictionary<string, string> _environment;
    private readonly SourceCopy _copy;

    public Packed()
    {
        _copy = SourceCopy.Packed(Path.Combine(_root, "a copy"));
        _environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_root, "cache"),
            ["DOTNET_CLI_HOME"] = Path.Combine(_root, "home"),
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
            ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
        Directory.CreateDirectory(_environment["DOTNET_CLI_HOME"]);
        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="packed" value="{Folder}" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>The folder of packed files.</summary>
    public string Folder => _copy.Packages;

    /// <summary>The version that all of them have.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Files("GateDsl.Identification.*.nupkg").Single())["GateDsl.Identification.".Length..];

    /// <summary>Packed files by a pattern.</summary>
    public string[] Files(string pattern) => [.. Directory.EnumerateFiles(Folder, pattern).Order(StringComparer.Ordinal)];

    /// <summary>A package, opened.</summary>
    internal ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.{extension}"));

    /// <summary>A new folder for users.</summary>
    public string NewFolder(string name)
    {
        string folder = Path.Combine(_root, name);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>The same packages from another copy.</summary>
    internal SourceCopy Again() => _copy.Again(Path.Combine(_root, "another"));

    /// <summary>A command of someone who uses them.</summary>
    internal CommandRun Run(string folder, string program, params string[] arguments) => CommandRun.Of(program, arguments, folder, _environment);

    /// <summary>The same with more in its environment.</summary>
    internal CommandRun Run(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments) =>
        CommandRun.Of(program, arguments, folder,
            _environment.Concat(environment).GroupBy(one => one.Key).ToDictionary(one => one.Key, one => one.Last().Value));

    /// <summary>A command of the SDK.</summary>
    internal CommandRun Dotnet(string folder, params string[] arguments) => Run(folder, "dotnet", arguments);

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A compiler server still has an analyzer open; the folder is a temporary one.
        }
    }
}

[CollectionDefinition(Packed.Name)]
public sealed class PackedCollection : ICollectionFixture<Packed>;
