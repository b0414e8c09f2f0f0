using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Tests.Support;

/// <summary>Compiles source in memory against .NET 10 and GateDsl, and runs our generators and analyzers on it.</summary>
internal static class InMemory
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using GateDsl;
        """;

    /// <summary>The assembly whose spans weights are given out as.</summary>
    public static MetadataReference Tensors { get; } = MetadataReference.CreateFromFile(Path.Combine(
        Path.GetDirectoryName(typeof(GatedNetworkAttribute).Assembly.Location)!, "System.Numerics.Tensors.dll"));

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(GatedNetworkAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(GateDsl.Sweeps.SweepProgram).Assembly.Location),
        Tensors,
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        optimizationLevel: OptimizationLevel.Release);

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>One instance of every analyzer of the compiler's assembly.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = Instances<DiagnosticAnalyzer, DiagnosticAnalyzerAttribute>();

    /// <summary>The sources, each a file "Test0.cs", "Test1.cs", ..., with GateDsl in scope everywhere; nothing generated yet.</summary>
    public static CSharpCompilation Compile(params string[] sources) => Compile(ParseOptions, sources);

    /// <inheritdoc cref="Compile(string[])"/>
    public static CSharpCompilation Compile(CSharpParseOptions options, params string[] sources)
    {
        IEnumerable<SyntaxTree> trees = sources
            .Select((source, i) => CSharpSyntaxTree.ParseText(source, options, $"Test{i}.cs"))
            .Prepend(CSharpSyntaxTree.ParseText(GlobalUsings, options, "GlobalUsings.cs"));
        return CSharpCompilation.Create("InMemory", trees, References, Options);
    }

    /// <summary>The class of that name, or the only network, or else the first class of the sources.</summary>
    public static INamedTypeSymbol FindClass(CSharpCompilation compilation, string? name = null)
    {
        INamedTypeSymbol[] types =
        [
            .. compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes()
                .OfType<TypeDeclarationSyntax>()
                .Select(type => compilation.GetSemanticModel(tree).GetDeclaredSymbol(type))
                .OfType<INamedTypeSymbol>()),
        ];
        return types.FirstOrDefault(type => name is null ? type.IsGatedNetwork() : type.Name == name) ?? types[0];
    }

    /// <summary>What the parser makes of the network in the sources.</summary>
    public static ParseResult Parse(params string[] sources)
    {
        CSharpCompilation compilation = Compile(sources);
        return NetworkParser.Parse(FindClass(compilation), compilation, CancellationToken.None);
    }

    /// <summary>The compilation with what our generators add, and the generators' own result.</summary>
    public static (CSharpCompilation Compilation, GeneratorDriverRunResult Result) Generate(params string[] sources) =>
        Generate(Compile(sources));

    /// <inheritdoc cref="Generate(string[])"/>
    public static (CSharpCompilation Compilation, GeneratorDriverRunResult Result) Generate(CSharpCompilation compilation)
    {
        GeneratorDriver driver = NewDriver((CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return ((CSharpCompilation)generated, driver.GetRunResult());
    }

    /// <summary>A driver over every generator of the compiler's assembly, with tracked steps.</summary>
    public static GeneratorDriver NewDriver(CSharpParseOptions? options = null) => CSharpGeneratorDriver.Create(
        Instances<IIncrementalGenerator, GeneratorAttribute>().Select(generator => generator.AsSourceGenerator()),
        parseOptions: options ?? ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What our analyzers report on the sources and what is generated for them, in order of place and id.</summary>
    public static ImmutableArray<Diagnostic> Analyze(params string[] sources) => Analyze(Generate(sources).Compilation);

    /// <summary>The same on a compilation as it is.</summary>
    public static ImmutableArray<Diagnostic> Analyze(CSharpCompilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException("An analyzer threw.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = compilation.WithAnalyzers(Analyzers, options)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return
        [
            .. diagnostics
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the C# compiler itself reports as an error or a warning; sources of tests need not be documented (CS1591).</summary>
    public static ImmutableArray<Diagnostic> CompilerProblems(CSharpCompilation compilation) =>
    [
        .. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
            && !(diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree?.FilePath.StartsWith("Test", StringComparison.Ordinal) == true)),
    ];

    private static ImmutableArray<T> Instances<T, TAttribute>()
        where TAttribute : Attribute =>
    [
        .. typeof(NetworkParser).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type) && type.GetCustomAttribute<TAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
