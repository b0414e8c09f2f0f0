using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>Wherever C# can have a body, the property of a faulty declaration has one, so that our error is what is seen.</summary>
public class PropertyBodiesTests
{
    [Theory]
    [InlineData("public partial ref Layer H { get; }")]
    [InlineData("public partial ref readonly Layer H { get; }")]
    [InlineData("public static partial Layer H { get; }")]
    [InlineData("public virtual partial Layer H { get; }")]
    [InlineData("public partial Layer H { get; set; }")]
    [InlineData("public partial Layer H { get; init; }")]
    [InlineData("public partial Layer H { set; }")]
    [InlineData("public partial Layer H { get; private set; }")]
    [InlineData("public required partial Layer H { get; set; }")]
    [InlineData("public partial Layer? H { get; }")]
    [InlineData("public partial int H { get; }")]
    [InlineData("public partial string? H { get; }")]
    [InlineData("public partial dynamic H { get; }")]
    [InlineData("public partial (int A, string? B)[] H { get; }")]
    [InlineData("public partial Layer this[int h] { get; }")]
    [InlineData("public partial ref Layer this[in int h, params int[] @class] { get; }")]
    public void AFaultyPropertyHasABody(string property)
    {
        CSharpCompilation generated = InMemory.Generate($$"""
            [GatedNetwork]
            public partial class Net
            {
                [OneHotInput(4)] public partial Layer First { get; }
                [Hidden(5), From(nameof(First))] {{property}}
                [Output(7), From(nameof(First))] public partial Layer Properties { get; }
            }
            """).Compilation;

        Assert.Empty(generated.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error));
        Assert.Contains(InMemory.Analyze(generated), finding => finding.Severity == DiagnosticSeverity.Error);
    }
}
