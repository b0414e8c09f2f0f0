using System.Collections.Immutable;
using System.Diagnostics;
using GateDsl.Generators;
using GateDsl.Tests;
using GateDsl.Tool.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>What identify writes compiles without a warning.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void TheDeclarationCompilesAndNoAnalyzerWarns()
    {
        ImmutableArray<Diagnostic> problems = Problems(RecordedFiles.Identified.Value.Declaration);

        Assert.Empty(problems);
    }

    /// <summary>So that the test above can fail.</summary>
    [Fact]
    public void AGateThatNoUnitCanHaveIsAProblem() => Assert.Contains(
        Problems("""
            using GateDsl;

            [GatedNetwork]
            public sealed partial class Squares
            {
                [OneHotInput(2)] public partial Layer Item { get; }
                [OneHotInput(2)] public partial Layer Context { get; }
                [Hidden(9), From(nameof(Item), nameof(Context)), ActiveWhen(nameof(Differ))] public partial Layer Only { get; }
                [Output(3), From(nameof(Only))] public partial Layer Out { get; }
                private static bool Differ(int item, int context) => item != context;
            }
            """),
        problem => problem.Id == "GDSL101");

    [SlowFact]
    [Trait("Category", "Slow")]
    public void ItBuildsInAProjectOfItsOwn()
    {
        using RecordedFiles files = new();
        File.WriteAllText(files.Out, RecordedFiles.Identified.Value.Declaration);
        string root = RepositoryFolder.Path;
        string project = Path.Combine(files.Folder, "Own.csproj");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{root}/src/GateDsl/GateDsl.csproj" />
                <ProjectReference Include="{root}/generators/GateDsl.Generators/GateDsl.Generators.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
                <ProjectReference Include="{root}/generators/GateDsl.CodeFixes/GateDsl.CodeFixes.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
              </ItemGroup>
            </Project>
            """);

        using Process build =
            Process.Start(new ProcessStartInfo("dotnet", ["build", project, "-v", "q", "-nodeReuse:false"]) { RedirectStandardOutput = true })!;
        string said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();

        Assert.True(build.ExitCode == 0, said);
        Assert.Contains("0 Warning(s)", said, StringComparison.Ordinal);
    }

    /// <summary>What the compiler and every analyzer of ours report at the level of a warning or above.</summary>
    internal static ImmutableArray<Diagnostic> Problems(string source) => Compile(source).Problems;

    /// <summary>The same of several files in one project, and the project with what was generated.</summary>
    internal static (ImmutableArray<Diagnostic> Problems, Compilation Whole) Compile(params string[] sources)
    {
        CSharpParseOptions language = new(LanguageVersion.Latest, DocumentationMode.Diagnose);
        CSharpCompilation declared = CSharpCompilation.Create(
            "Identified",
            [.. sources.Select(source => CSharpSyntaxTree.ParseText(source, language))],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new GatedNetworkGenerator().AsSourceGenerator()], parseOptions: language)
            .RunGeneratorsAndUpdateCompilation(declared, out Compilation whole, out _);
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. typeof(GatedNetworkGenerator).Assembly.GetTypes()
                .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        Assert.NotEmpty(analyzers);
        ImmutableArray<Diagnostic> problems =
        [
            .. whole.GetDiagnostics()
                .Concat(whole.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult())
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"),
        ];
        return (problems, whole);
    }
}
