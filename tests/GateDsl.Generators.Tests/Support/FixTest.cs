using Basic.Reference.Assemblies;
using GateDsl.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GateDsl.Generators.Tests.Support;

/// <summary>
/// Applies a fix to marked source, one by one and all at once, compiles the result with what is generated for it, and expects no diagnostic
/// of ours and no error of the compiler but those marked in the fixed source.
/// </summary>
/// <typeparam name="TAnalyzer">The analyzer whose diagnostics it fixes.</typeparam>
/// <typeparam name="TFix">The fix.</typeparam>
internal sealed class FixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private FixTest(string source, string fixedSource)
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestCode = Usings + source.ReplaceLineEndings("\n");
        FixedCode = Usings + fixedSource.ReplaceLineEndings("\n");
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        foreach (SolutionState state in new[] { TestState, FixedState })
        {
            state.AdditionalReferences.AddRange(Net100.References.All);
            state.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(GatedNetworkAttribute).Assembly.Location));
            state.AdditionalReferences.Add(InMemory.Tensors);
        }
    }

    private const string Usings = "using GateDsl;\n\n";

    /// <summary>Marked like {|GDSL050:"Itme"|}.</summary>
    public static Task Run(string source, string fixedSource) => new FixTest<TAnalyzer, TFix>(source, fixedSource).RunAsync();

    /// <summary>No fix is offered.</summary>
    public static Task RunWithoutFix(string source)
    {
        var test = new FixTest<TAnalyzer, TFix>(source, source);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    /// <inheritdoc />
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(GatedNetworkGenerator)];

    /// <inheritdoc />
    protected override ParseOptions CreateParseOptions() => InMemory.ParseOptions;
}

/// <summary>The same for fixes of a faulty declaration.</summary>
internal static class FixTest<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <inheritdoc cref="FixTest{TAnalyzer, TFix}.Run"/>
    public static Task Run(string source, string fixedSource) => FixTest<DeclarationAnalyzer, TFix>.Run(source, fixedSource);

    /// <inheritdoc cref="FixTest{TAnalyzer, TFix}.RunWithoutFix"/>
    public static Task RunWithoutFix(string source) => FixTest<DeclarationAnalyzer, TFix>.RunWithoutFix(source);
}
