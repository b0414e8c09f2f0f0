using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.Mutation.Mutating;

/// <summary>What the build hands to the compiler for a project, handed to a compiler of ours.</summary>
internal sealed class Project
{
    private readonly CSharpCommandLineArguments _arguments;
    private readonly MetadataReference[] _references;
    private readonly ISourceGenerator[] _generators;

    private Project(string root, string folder, CSharpCommandLineArguments arguments)
    {
        Root = root;
        Assembly = Path.GetFileName(folder);
        _arguments = arguments;
        Files = [.. arguments.SourceFiles.Select(file => Path.GetFullPath(file.Path))];
        _references = [.. arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties))];
        _generators = [.. arguments.AnalyzerReferences.Select(reference => new AnalyzerFileReference(reference.FilePath, new Loader()))
            .Where(reference => !Path.GetFileName(reference.FullPath).StartsWith("GateDsl", StringComparison.Ordinal))
            .SelectMany(reference => reference.GetGenerators(LanguageNames.CSharp))];
    }

    public string Root { get; }

    public string Assembly { get; }

    public IReadOnlyList<string> Files { get; }

    /// <summary>Asks the build; the project must have been built.</summary>
    /// <exception cref="InvalidOperationException">The build does not tell.</exception>
    public static Project Read(string root, string folder)
    {
        string path = Path.Combine(root, folder, Path.GetFileName(folder) + ".csproj");
        ProcessStartInfo start = new("dotnet",
        [
            "msbuild", path, "-p:Configuration=Release", "-t:ResolveReferences;CoreCompile", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-p:BuildProjectReferences=false", "-p:NonExistentFile=none", "-getItem:CscCommandLineArgs",
        ])
        { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{path}: the build does not say how it is compiled. Build it first.\n{answer}");
        }

        string[] arguments = [.. JsonDocument.Parse(answer).RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!)];
        return arguments.Length == 0
            ? throw new InvalidOperationException($"{path}: the build says nothing about how it is compiled.")
            : new Project(root, folder, CSharpCommandLineParser.Default.Parse(arguments, Path.GetDirectoryName(path), sdkDirectory: null));
    }

    /// <summary>Everything but the trees of <paramref name="mutated"/> is what it is in the build.</summary>
    public CSharpCompilation Compile(IReadOnlyDictionary<string, SyntaxTree> mutated)
    {
        CSharpParseOptions parsing = ParseOptions;
        List<SyntaxTree> trees = [.. Files.Select(file => mutated.TryGetValue(file, out SyntaxTree? tree) ? tree : Parse(file))];
        trees.Add(CSharpSyntaxTree.ParseText(SwitchSource.Text, parsing, encoding: System.Text.Encoding.UTF8));
        CSharpCompilation compilation = CSharpCompilation.Create(
            Assembly, trees, _references,
                _arguments.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress).WithSpecificDiagnosticOptions([]));
        CSharpGeneratorDriver.Create(_generators, parseOptions: parsing).RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return (CSharpCompilation)generated;
    }

    public IEnumerable<ResourceDescription> Resources => _arguments.ManifestResources;

    public SyntaxTree Parse(string file) => Parse(file, File.ReadAllText(file));

    public SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, file);

    private CSharpParseOptions ParseOptions => _arguments.ParseOptions.WithDocumentationMode(DocumentationMode.None);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
