using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>Where no analyzer runs, the emitted file of a faulty declaration says what is wrong.</summary>
public class AnalyzersOffTests
{
    private const string Faulty = """
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [Output(3), From("Itm")] public partial Layer Properties { get; }
        }
        """;

    [Theory]
    [InlineData("build_property.RunAnalyzers", "false", true)]
    [InlineData("build_property.RunAnalyzersDuringBuild", "False", true)]
    [InlineData("build_property.RunAnalyzers", "true", false)]
    [InlineData("build_property.RunAnalyzers", "", false)]
    [InlineData("build_property.Other", "false", false)]
    public void AnErrorStandsInTheFileWhereNobodyElseWouldSayIt(string property, string value, bool isSaid)
    {
        Diagnostic[] errors = Errors(Faulty, property, value);

        if (isSaid)
        {
            string said = Assert.Single(errors).ToString();
            Assert.Contains("CS1029", said, StringComparison.Ordinal);
            Assert.Contains("Network 'Net' is in error: GDSL050: ", said, StringComparison.Ordinal);
            Assert.Contains("did you mean 'Item'?", said, StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(errors);
        }
    }

    [Fact]
    public void AClassThatCanHaveNoOtherPartIsToldToo() =>
        Assert.Contains(Errors(Faulty.Replace("partial class", "class", StringComparison.Ordinal), "build_property.RunAnalyzers", "false"),
            error => error.ToString().Contains("GDSL001", StringComparison.Ordinal));

    [Theory]
    [InlineData("\\n#if X")]
    [InlineData("\\u2028class Broken")]
    [InlineData("\\r\\n}")]
    public void NoNameInTheMessageLeavesItsLine(string name) =>
        Assert.Equal("CS1029", Assert.Single(Errors(Faulty.Replace("Itm", name, StringComparison.Ordinal), "build_property.RunAnalyzers", "false")).Id);

    [Fact]
    public void ADeclarationWithoutErrorsIsAsEver() =>
        Assert.Empty(Errors(Faulty.Replace("Itm", "Item", StringComparison.Ordinal), "build_property.RunAnalyzers", "false"));

    private static Diagnostic[] Errors(string source, string property, string value)
    {
        CSharpCompilation compilation = InMemory.Compile(source);
        InMemory.NewDriver().WithUpdatedAnalyzerConfigOptions(new BuildProperty(property, value))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return [.. generated.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error)];
    }
}
