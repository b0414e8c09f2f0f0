using System.Reflection;
using System.Runtime.Loader;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>Declarations compiled in memory with adapters for the members that users seldom call.</summary>
internal sealed class MembersBatch
{
    private const string Header =
        """
        #pragma warning disable GDSL301 // the sets that data are kept in
        using GateDsl.Generators.Tests.Differential.Compiled;
        using GateDsl.Generators.Tests.Differential.Members;
        using GateDsl.Generators.Tests.Differential.Oracle;


        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private readonly Assembly _assembly;

    private MembersBatch(Assembly assembly) => _assembly = assembly;

    public static MembersBatch Compile(IReadOnlyList<Declaration> declarations)
    {
        CSharpCompilation compilation =
            InMemory.Compile(Parsing,
                [.. declarations.Select(declaration => Header + DeclarationPrinter.Print(declaration) + MembersPrinter.Print(declaration))])
            .AddReferences(MetadataReference.CreateFromFile(typeof(IMembers).Assembly.Location))
            .WithAssemblyName($"Members{Guid.NewGuid():N}");
        CSharpCompilation generated = InMemory.Generate(compilation).Compilation;
        using MemoryStream image = new();
        Diagnostic[] errors = [.. generated.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(3).Select(Explain)));
        image.Position = 0;
        return new MembersBatch(AssemblyLoadContext.Default.LoadFromStream(image));
    }

    public INetworkMembers Network(Declaration declaration, Data data, Data test) =>
        Create<Func<Data, Data, INetworkMembers>>(declaration, isTwin: false)(data, test);

    public ITwinMembers Twin(Declaration declaration, Data data, Data test) => Create<Func<Data, Data, ITwinMembers>>(declaration, isTwin: true)(data, test);

    private T Create<T>(Declaration declaration, bool isTwin)
        where T : Delegate => _assembly.GetType(MembersPrinter.ClassName(declaration, isTwin), throwOnError: true)!.GetMethod("Create")!.CreateDelegate<T>();

    private static string Explain(Diagnostic error) =>
        $"{error}\n{error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line]}";
}
