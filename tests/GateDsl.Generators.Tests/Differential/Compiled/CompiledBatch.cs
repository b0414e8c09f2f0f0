using System.Reflection;
using System.Runtime.Loader;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace GateDsl.Generators.Tests.Differential.Compiled;

/// <summary>Many declarations compiled with the generator into one assembly in memory.</summary>
internal sealed class CompiledBatch
{
    private const string Header =
        """
        using GateDsl.Generators.Tests.Differential.Compiled;
        using GateDsl.Generators.Tests.Differential.Oracle;


        """;

    // Documentation is compiled elsewhere; leaving it out here saves a good part of the time.
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private readonly Assembly _assembly;

    private CompiledBatch(Assembly assembly) => _assembly = assembly;

    /// <param name="declarations">What to compile.</param>
    public static CompiledBatch Compile(IReadOnlyList<Declaration> declarations)
    {
        CSharpCompilation compilation = InMemory.Compile(Parsing, [.. declarations.Select(Source)])
            .AddReferences(MetadataReference.CreateFromFile(typeof(ICompiledNetwork).Assembly.Location))
            .WithAssemblyName($"Batch{Guid.NewGuid():N}");
        CSharpCompilation generated = InMemory.Generate(compilation).Compilation;

        using MemoryStream image = new();
        EmitResult result = generated.Emit(image);
        if (result.Diagnostics.FirstOrDefault(IsProblem) is { } problem)
        {
            Assert.Fail(Explain(problem, declarations));
        }

        image.Position = 0;
        return new CompiledBatch(AssemblyLoadContext.Default.LoadFromStream(image));
    }

    public CompiledFactory Factory(Declaration declaration, bool isTwin) =>
        _assembly.GetType(AdapterPrinter.AdapterName(declaration, isTwin), throwOnError: true)!
            .GetMethod("Create")!.CreateDelegate<CompiledFactory>();

    /// <summary>The file of one declaration: as a user writes it, and the adapters.</summary>
    private static string Source(Declaration declaration) =>
        Header + DeclarationPrinter.Print(declaration) + "\n" + AdapterPrinter.Print(declaration, isTwin: false)
        + (declaration.TwinWidth is null ? "" : "\n" + AdapterPrinter.Print(declaration, isTwin: true));

    /// <summary>An error, or a warning in generated code: a project may treat those as errors.</summary>
    private static bool IsProblem(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);

    /// <summary>The problem with its line and the declaration whose file, or whose generated file, it stands in.</summary>
    private static string Explain(Diagnostic problem, IReadOnlyList<Declaration> declarations)
    {
        SyntaxTree? tree = problem.Location.SourceTree;
        string line = tree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line].ToString() ?? "";
        string file = Path.GetFileName(tree?.FilePath ?? "");
        Declaration? declaration =
            declarations.Where((candidate, i) => file == $"Test{i}.cs" || file.StartsWith(candidate.Name + ".", StringComparison.Ordinal))
            .FirstOrDefault();
        return $"{problem}\n{line}\n\n{(declaration is null ? "" : Source(declaration))}";
    }
}
