using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Package.Tests.Contents;

/// <summary>The packed analyzers and generator in the compiler of the first .NET 10 SDK, loaded from their file as the compiler does.</summary>
[Collection(Packed.Name)]
public sealed class OldestCompilerTests(Packed packed)
{
    private const string Right = """
        using GateDsl;

        [GatedNetwork]
        [ReluTwin(16)]
        public sealed partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [Hidden(8), From(nameof(Item))] public partial Layer Common { get; }
            [Output(7), From(nameof(Common))] public partial Layer Properties { get; }
        }
        """;

    [Fact]
    public void ItIsTheCompilerOfTheFirstSdk() =>
        Assert.StartsWith("5.0.", typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void ARightDeclarationCompiles()
    {
        CSharpCompilation compilation = Compile(Right);
        CSharpGeneratorDriver.Create(Analyzers().GetGenerators(LanguageNames.CSharp))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> said);

        Assert.Empty(said);
        Assert.NotEmpty(generated.SyntaxTrees.Except(compilation.SyntaxTrees));
        Assert.Empty(generated.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public async Task AWrongOneIsSaidById()
    {
        CSharpCompilation compilation = Compile(Right.Replace("nameof(Item))", "\"Itme\")", StringComparison.Ordinal));
        ImmutableArray<DiagnosticAnalyzer> analyzers = Analyzers().GetAnalyzers(LanguageNames.CSharp);

        ImmutableArray<Diagnostic> said = await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();

        Assert.Contains(said, problem => problem.Id.StartsWith("GDSL", StringComparison.Ordinal) && problem.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(said, problem => problem.Id.StartsWith("AD", StringComparison.Ordinal));
    }

    private AnalyzerFileReference Analyzers()
    {
        AnalyzerFileReference reference = new(Unpacked("analyzers/dotnet/cs/GateDsl.Generators.dll"), new Loader());
        reference.AnalyzerLoadFailed += (_, failure) => Assert.Fail(failure.Message);
        return reference;
    }

    private CSharpCompilation Compile(string source)
    {
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        MetadataReference[] references =
        [
            .. platform.Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
            MetadataReference.CreateFromFile(Unpacked("lib/net10.0/GateDsl.dll")),
        ];
        return CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private string Unpacked(string file)
    {
        string target = Path.Combine(packed.NewFolder("unpacked"), Path.GetFileName(file));
        if (!File.Exists(target))
        {
            using ZipArchive package = packed.Open("GateDsl");
            package.GetEntry(file)!.ExtractToFile(target);
        }

        return target;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => new AssemblyLoadContext(fullPath).LoadFromAssemblyPath(fullPath);
    }
}
