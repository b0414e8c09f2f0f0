using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using GateDsl.Package.Tests.Support;
using GateDsl.Python.Tests.Reference;

namespace GateDsl.Python.Tests.Support;

/// <summary>
/// A project of random declarations, those of <c>python/networks.cs</c> and that of the sample, published once: a shared library, and the same
/// networks as a C# program that has written what it computes.
/// </summary>
public sealed class PublishedNetworks : IDisposable
{
    private const int Declarations = 24;

    private readonly string _folder = Directory.CreateTempSubdirectory("gatedsl-python-tests-").FullName;

    /// <summary>Whether the folder stays, to be looked into.</summary>
    private readonly bool _isKept = System.Environment.GetEnvironmentVariable("GATEDSL_KEEP") == "1";

    public PublishedNetworks()
    {
        if (PythonMachine.Lack is not null)
        {
            return;
        }

        WriteProject();
        CommandRun.Of(
            "dotnet",
            ["publish", "Tried.csproj", "-c", "Release", "-nologo", "-v", "q", "-o", "out", "-nodeReuse:false"],
            _folder,
            new Dictionary<string, string> { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" }).Succeeded();
        CommandRun.Of("dotnet", [Path.Combine("out", "Tried.dll"), "results"], _folder).Succeeded();
    }

    /// <summary>The shared library.</summary>
    public string Library => Path.Combine(_folder, "out", "tried" + (OperatingSystem.IsMacOS() ? ".dylib" : ".so"));

    /// <summary>The wheel.</summary>
    public string Wheel => Directory.EnumerateFiles(Path.Combine(_folder, "dist"), "*.whl").Single();

    /// <summary>What Python needs to find all of it.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["PYTHONPATH"] = Repository.At("src", "python"),
        ["PYTHONFAULTHANDLER"] = "1",
        ["PYTHONDONTWRITEBYTECODE"] = "1",
        ["MPLBACKEND"] = "Agg",
        ["GATEDSL_LIBRARY"] = Library,
        ["GATEDSL_RESULTS"] = Path.Combine(_folder, "results"),
        ["GATEDSL_WHEEL"] = Wheel,
        ["GATEDSL_PROGRAM"] = Path.Combine(_folder, "out", "Tried.dll"),
        ["GATEDSL_REPOSITORY"] = Repository.Root,
        ["XDG_CACHE_HOME"] = Path.Combine(_folder, "cache"),
    };

    /// <summary>Runs Python in a folder of its own.</summary>
    internal CommandRun Python(params string[] arguments) =>
        CommandRun.Of(PythonMachine.Python, arguments, Directory.CreateDirectory(Path.Combine(_folder, "run")).FullName, Environment);

    public void Dispose()
    {
        if (_isKept)
        {
            return;
        }

        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A compiler server still has an analyzer open; the folder is a temporary one.
        }
    }

    private void WriteProject()
    {
        Declaration[] declarations = [.. Enumerable.Range(0, Declarations).Select(RandomDeclarations.Draw)];
        Trial[] trials = [.. declarations.Select((declaration, seed) => Trial.Draw(declaration, new Random(seed)))];
        Directory.CreateDirectory(Path.Combine(_folder, "results"));
        for (int i = 0; i < declarations.Length; i++)
        {
            File.WriteAllText(Path.Combine(_folder, declarations[i].Name + ".cs"), "using GateDsl;\n\n" + DeclarationPrinter.Print(declarations[i]));
            File.WriteAllText(Path.Combine(_folder, "results", declarations[i].Name + ".given.json"), GivenData.Of(declarations[i], trials[i]));
        }

        string here = Repository.At("tests", "GateDsl.Python.Tests");
        File.WriteAllText(Path.Combine(_folder, "Program.cs"), ReferenceProgram.Print(declarations));
        foreach (string source in new[] { "Reference/Given.cs", "Reference/Results.cs", "python/networks.cs" })
        {
            File.Copy(Path.Combine(here, source), Path.Combine(_folder, Path.GetFileName(source)));
        }

        File.Copy(Repository.At("samples", "Python", "ThreeContexts.cs"), Path.Combine(_folder, "ThreeContexts.cs"));
        foreach (string stop in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(_folder, stop), "<Project />\n");
        }

        string built = Repository.At("src", "GateDsl", "buildTransitive");
        File.WriteAllText(Path.Combine(_folder, "Tried.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <GateDslPython>true</GateDslPython>
                <GateDslPythonInstructions>native</GateDslPythonInstructions>
                <Version>1.2.0-beta.3</Version>
                <RunAnalyzers>false</RunAnalyzers>
                <NoWarn>CS1718</NoWarn>
              </PropertyGroup>
              <Import Project="{built}/GateDsl.props" />
              <ItemGroup>
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "GateDsl.dll")}" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "System.Numerics.Tensors.dll")}" />
                <Analyzer Include="{Repository.At("generators", "GateDsl.Generators", "bin", Repository.Configuration, "netstandard2.0", "GateDsl.Generators.dll")}" />
              </ItemGroup>
              <Import Project="{built}/GateDsl.targets" />
            </Project>
            """);
    }
}

[CollectionDefinition(Name)]
public sealed class PublishedNetworksCollection : ICollectionFixture<PublishedNetworks>
{
    public const string Name = "published networks";
}
