using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using GateDsl.Generators.Tests.Differential.Compiled;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>Declarations compiled in memory with adapters for their training and their race.</summary>
internal sealed class RacingBatch
{
    private const string Header =
        """
        using GateDsl.Generators.Tests.Differential.Compiled;
        using GateDsl.Generators.Tests.Differential.Oracle;
        using GateDsl.Generators.Tests.Racing;


        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private readonly Assembly _assembly;

    private RacingBatch(Assembly assembly) => _assembly = assembly;

    /// <param name="declarations">The networks.</param>
    /// <param name="alter">Changes the text of every generated file, to plant a fault; null: as generated.</param>
    public static RacingBatch Compile(IReadOnlyList<Declaration> declarations, Func<string, string>? alter = null)
    {
        CSharpCompilation compilation = InMemory.Compile(Parsing, [.. declarations.Select(Source)])
            .AddReferences(MetadataReference.CreateFromFile(typeof(IRacer).Assembly.Location))
            .WithAssemblyName($"Racing{Guid.NewGuid():N}");
        CSharpCompilation generated = InMemory.Generate(compilation).Compilation;
        if (alter is not null)
        {
            foreach (SyntaxTree tree in generated.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
            {
                generated = generated.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(alter(tree.ToString()), Encoding.UTF8)));
            }
        }

        using MemoryStream image = new();
        Diagnostic[] errors = [.. generated.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(3).Select(error => error.ToString())));
        image.Position = 0;
        return new RacingBatch(AssemblyLoadContext.Default.LoadFromStream(image));
    }

    public ICompiledNetwork Network(Declaration declaration, Data data) =>
        Create<CompiledFactory>(AdapterPrinter.AdapterName(declaration, isTwin: false))(data);

    public IRacer Racer(Declaration declaration, Data data) => Create<Func<Data, IRacer>>(RacerPrinter.ClassName(declaration))(data);

    private T Create<T>(string adapter)
        where T : Delegate => _assembly.GetType(adapter, throwOnError: true)!.GetMethod("Create")!.CreateDelegate<T>();

    private static string Source(Declaration declaration) =>
        Header + DeclarationPrinter.Print(declaration) + "\n" + AdapterPrinter.Print(declaration, isTwin: false) + "\n" + RacerPrinter.Print(declaration);
}
