using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Tests.Declarations;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Gating;

/// <summary>Every GDSL1xx: the wrong code of its page has it, alone and in the right place with the right words; the right code has none.</summary>
public class GatingPageTests
{
    public static TheoryData<string> Ids => [.. GatingDescriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheWrongCodeHasTheDiagnosticAlone(string id)
    {
        DiagnosticPage page = DiagnosticPage.Read(id);

        Diagnostic diagnostic = Assert.Single(InMemory.Analyze(page.Wrong));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(page.MarkedLine, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(GatingMessages.Of(id), diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(diagnostic.DefaultSeverity, diagnostic.Severity);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheRightCodeIsAcceptedAndCompiles(string id)
    {
        CSharpCompilation generated = InMemory.Generate(DiagnosticPage.Read(id).Right).Compilation;

        Assert.Empty(InMemory.CompilerProblems(generated));
        Assert.Empty(InMemory.Analyze(generated));
    }
}
