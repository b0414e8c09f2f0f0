using System.Reflection;
using System.Security;
using System.Text.RegularExpressions;

namespace GateDsl.Tool.Publishing;

/// <summary>A project with one declaration and the package of this tool's version.</summary>
/// <param name="folder">An empty folder.</param>
/// <param name="declaration">The C# file.</param>
internal sealed partial class PublishedProject(string folder, string declaration)
{
    /// <summary>The package that it is built from.</summary>
    public const string Package = "GateDsl";

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The project file.</summary>
    public string File => Path.Combine(folder, Name + ".csproj");

    /// <summary>Where its library, header, stubs and wheel go.</summary>
    public string Out => Path.Combine(folder, "out");

    /// <summary>The name of the declaration, as far as assemblies have such names.</summary>
    private string Name
    {
        get
        {
            string name = NoName().Replace(Path.GetFileNameWithoutExtension(declaration), "_");
            return char.IsAsciiDigit(name[0]) ? "_" + name : name;
        }
    }

    /// <summary>The version of that package, which is this tool's.</summary>
    public static string Version => typeof(NetworkDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Writes it. Packages come from where the declaration's folder gets them; what stands above this one is left out.</summary>
    public void Write()
    {
        foreach (string stop in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            System.IO.File.WriteAllText(Path.Combine(folder, stop), "<Project />\n");
        }

        System.IO.File.WriteAllText(Path.Combine(folder, "Directory.Build.rsp"), "");
        System.IO.File.WriteAllText(Path.Combine(folder, "global.json"), "{}\n");
        System.IO.File.WriteAllText(Path.Combine(folder, ".editorconfig"), "root = true\n");

        System.IO.File.Copy(declaration, Path.Combine(folder, Path.GetFileName(declaration)));
        System.IO.File.WriteAllText(File, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <RestoreRootConfigDirectory>{SecurityElement.Escape(InProperty(Path.GetDirectoryName(declaration)!))}</RestoreRootConfigDirectory>
                <GateDslPython>true</GateDslPython>
                <PublishDir>out/</PublishDir>
                <GateDslPythonDist>out/dist</GateDslPythonDist>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{Package}" Version="[{Version}]" />
              </ItemGroup>
            </Project>

            """);
    }

    // What MSBuild would read as a list, a property, an item or a pattern.
    private static string InProperty(string text) =>
        string.Concat(text.Select(letter => "%$@;()*?'".Contains(letter, StringComparison.Ordinal) ? $"%{(int)letter:X2}" : letter.ToString()));

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex NoName();
}
