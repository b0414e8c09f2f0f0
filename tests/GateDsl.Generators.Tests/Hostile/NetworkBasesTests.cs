using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>A network that derives from a network has one error that says so, wherever the base class stands.</summary>
public class NetworkBasesTests
{
    private const string Base = """
        [GatedNetwork]
        public partial class Base
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [Output(3), From(nameof(Item))] public partial Layer Properties { get; }
            public Base() : this(Gaussian.WithSigma(1), 1) { }
        }
        public class Between : Base;
        """;

    [Theory]
    [InlineData("Base")]
    [InlineData("Between")]
    public void ABaseInTheSameProjectIsRefused(string parent) => Check(InMemory.Compile(Base, Derived(parent)));

    [Theory]
    [InlineData("Base")]
    [InlineData("Between")]
    public void ABaseInAnotherAssemblyIsRefused(string parent)
    {
        CSharpCompilation library = InMemory.Generate(InMemory.Compile(Base).WithAssemblyName("Library")).Compilation;
        using MemoryStream image = new();
        Assert.True(library.Emit(image).Success);

        Check(InMemory.Compile(Derived(parent)).AddReferences(MetadataReference.CreateFromImage(image.ToArray())));
    }

    private static string Derived(string parent) => $$"""
        [GatedNetwork]
        public partial class Net : {{parent}}
        {
            [OneHotInput(4)] public partial Layer Object { get; }
            [Output(3), From(nameof(Object))] public partial Layer Features { get; }
        }
        """;

    private static void Check(CSharpCompilation compilation)
    {
        CSharpCompilation generated = InMemory.Generate(compilation).Compilation;

        Diagnostic finding = Assert.Single(InMemory.Analyze(generated), finding => finding.Severity == DiagnosticSeverity.Error);
        Assert.Equal("GDSL014", finding.Id);
        Assert.Empty(InMemory.CompilerProblems(generated));
    }
}
