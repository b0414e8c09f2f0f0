using System.Reflection;
using System.Runtime.Loader;
using GateDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Paper.Compiling;

/// <summary>
/// A declaration that is only known at run time: written as text, and compiled as the build would compile it, by C# and GateDsl's generator.
/// </summary>
internal static class RuntimeDeclaration
{
    /// <summary>Compiles sources into an assembly and loads it.</summary>
    /// <param name="name">Name of the assembly.</param>
    /// <param name="sources">The declaration, and what uses it.</param>
    /// <exception cref="NotSupportedException">They do not compile; the message has the first error.</exception>
    public static Assembly Load(string name, params IReadOnlyList<string> sources)
    {
        CSharpParseOptions language = new(LanguageVersion.CSharp14);
        CSharpCompilation declared = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source, language)),
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        CSharpGeneratorDriver.Create([new GatedNetworkGenerator().AsSourceGenerator()], parseOptions: language)
            .RunGeneratorsAndUpdateCompilation(declared, out Compilation whole, out _);
        using MemoryStream assembly = new();
        var emitted = whole.Emit(assembly);
        if (!emitted.Success)
        {
            throw new NotSupportedException(
                $"{name} does not compile: {emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        }

        assembly.Position = 0;

        // Each in a context of its own: two declarations may have the same name.
        return new AssemblyLoadContext(name).LoadFromStream(assembly);
    }

    /// <summary>Every assembly that this program may load.</summary>
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
}
