using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>Every GDSL0xx: the wrong code of its page has it, alone and in the right place with the right words; the right code has none.</summary>
public class PageTests
{
    public static TheoryData<string> Ids => [.. DeclarationDescriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheWrongCodeHasTheDiagnosticAlone(string id)
    {
        DiagnosticPage page = DiagnosticPage.Read(id);

        Diagnostic diagnostic = Assert.Single(OfDeclaration(page.Wrong));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(page.MarkedLine, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        ExpectedFinding expected = ExpectedFindings.Of(id);
        Assert.Equal(expected.Message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected.Place, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheWrongCodeHasNoModelUnlessItIsAWarning(string id)
    {
        bool isWarning = DeclarationDescriptors.All.Single(descriptor => descriptor.Id == id).DefaultSeverity == DiagnosticSeverity.Warning;

        Assert.Equal(isWarning, InMemory.Parse(DiagnosticPage.Read(id).Wrong).Model is not null);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheRightCodeIsAccepted(string id)
    {
        DiagnosticPage page = DiagnosticPage.Read(id);

        Assert.Empty(OfDeclaration(page.Right));
        Assert.NotNull(InMemory.Parse(page.Right).Model);
    }

    private static IEnumerable<Diagnostic> OfDeclaration(string source) => InMemory.Analyze(source)
        .Where(diagnostic => diagnostic.Descriptor.Category == Categories.Declaration);
}
