using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>What is emitted compiles without a warning whatever the project calls its things and forbids: no pragma of a user's reaches it.</summary>
public class EmittedTextTests
{
    private const string Net = """
        [GatedNetwork, ReluTwin(4)]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [Hidden(3), From(nameof(Item)), ActiveWhen(nameof(Rule))] public partial Layer H { get; }
            [Output(3), From(nameof(H))] public partial Layer Properties { get; }
            REMARK public static bool Rule(int item) => item > 1;
        }
        """;

    [Theory]
    [InlineData("System")]
    [InlineData("GateDsl")]
    [InlineData("BatchKernels")]
    [InlineData("Span")]
    [InlineData("global")]
    [InlineData("net")]
    [InlineData("record")]
    [InlineData("nint")]
    public void ANetworkMayBeCalledAnything(string name) =>
        Check($"namespace Space {{ {Plain.Replace("class Net", "class @" + name, StringComparison.Ordinal)} }}");

    [Theory]
    [InlineData("System")]
    [InlineData("GateDsl")]
    [InlineData("CompilerServices")]
    [InlineData("TensorSpan<T>")]
    public void ATypeBesideItMayBeCalledAnything(string name) => Check($$"""
        namespace Space
        {
            public class {{name}} { }
            {{Plain.Replace("Layer ", "global::GateDsl.Layer ", StringComparison.Ordinal)}}
        }
        """);

    [Theory]
    [InlineData("System")]
    [InlineData("Numerics")]
    public void ANamespaceAroundItMayBeCalledAnything(string name) => Check($"namespace Space.{name} {{ {Plain} }}");

    [Theory]
    [InlineData("[System.Obsolete]")]
    [InlineData("[System.Obsolete(\"Use another.\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"EXP001\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"It reflects.\")]")]
    public void ARuleMayBeMarked(string remark) => Check(Net.Replace("REMARK", remark, StringComparison.Ordinal));

    /// <summary>Nothing silences the call of such a rule.</summary>
    [Theory]
    [InlineData("[System.Obsolete(\"Use another.\", true)]")]
    [InlineData("[System.Obsolete(\"Use another.\", error: true, DiagnosticId = \"MY001\")]")]
    [InlineData("[System.Runtime.InteropServices.UnmanagedCallersOnly]")]
    public void ARuleThatNobodyMayCallIsRefused(string remark)
    {
        string source = Net.Replace("REMARK", remark, StringComparison.Ordinal);

        Assert.Contains(InMemory.Analyze(source),
            finding => finding.Id == "GDSL069" && finding.GetMessage(null).Contains("generated code calls it", StringComparison.Ordinal));
        Assert.DoesNotContain(InMemory.Generate(source).Compilation.GetDiagnostics(), problem => problem.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("outer")]
    [InlineData("Outer")]
    public void AClassAroundItMayBeCalledAnything(string name) => Check($"public partial class {name} {{ {Plain} }}");

    /// <summary>What is gathered then stands in several methods, and what they share in fields.</summary>
    [Theory]
    [InlineData("[GateInput(128)] public partial GateInput Part { get; }")]
    [InlineData("[Selector(128)] public partial Selector Part { get; }")]
    [InlineData("[OneHotInput(128)] public partial Layer Part { get; }")]
    public void ABankMayHaveManyCopies(string index) => Check($$"""
        [GatedNetwork]
        public partial class Net
        {
            [Input(3)] public partial Layer X { get; }
            {{index}}
            [Hidden(2), From(nameof(X)), OnePer(nameof(Part))] public partial LayerBank H { get; }
            [Output(2), From(nameof(H))] public partial Layer Out { get; }
        }
        """);

    [Fact]
    public void AnAssemblyMayPromiseToServeAllLanguages() => Check("[assembly: System.CLSCompliant(true)]\n" + Plain);

    [Fact]
    public void AnObsoleteNetworkMayBeDeclared() => Check("[System.Obsolete]\n" + Plain);

    [Fact]
    public void ATypeWithTheNameOfOursIsToldFromIt() => Assert.Contains(
        InMemory.Analyze("public struct Layer { }\n" + Plain),
        finding => finding.GetMessage(
            null) == "'Item' has the attribute [OneHotInput] and the type 'global::Layer': change the type to 'Layer' of the namespace GateDsl");

    private static string Plain => Net.Replace("REMARK", "", StringComparison.Ordinal);

    /// <summary>Every warning counts, in emitted files only: the rest is the user's.</summary>
    private static void Check(string source)
    {
        CSharpCompilation compilation = InMemory.Compile(source);
        CSharpCompilation generated =
            InMemory.Generate(compilation.WithOptions(
                compilation.Options.WithWarningLevel(9_999).WithGeneralDiagnosticOption(ReportDiagnostic.Error))).Compilation;

        Assert.True(generated.SyntaxTrees.Length > compilation.SyntaxTrees.Length, "Nothing is emitted.");
        Assert.Empty(generated.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning
            && (problem.Location.SourceTree is not { } tree || !compilation.SyntaxTrees.Any(own => own.FilePath == tree.FilePath))));
    }
}
