using System.Collections.Immutable;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>Every GDSL0xx: the wrong code of its page has it, alone and in the right place with the right words; the right code has none.</summary>
public class PageTests
{
    /// <summary>Here no part can be added to the class, or nothing says that it is a network.</summary>
    private static readonly string[] WithoutBodies = ["GDSL001", "GDSL002", "GDSL007", "GDSL013"];

    private static readonly string[] Large = ["GDSL031", "GDSL032", "GDSL033", "GDSL034"];

    public static TheoryData<string> LargeIds => [.. Large];

    public static TheoryData<string> SmallIds => [.. DeclarationDescriptors.All.Select(descriptor => descriptor.Id).Except(Large)];

    public static TheoryData<string> Ids => [.. DeclarationDescriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheWrongCodeHasTheDiagnosticAlone(string id)
    {
        DiagnosticPage page = DiagnosticPage.Read(id);

        Diagnostic diagnostic = Assert.Single(OfDeclaration(InMemory.Generate(page.Wrong).Compilation));

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
        string right = DiagnosticPage.Read(id).Right;

        Assert.NotNull(InMemory.Parse(right).Model);
        Assert.Empty(OfDeclaration(InMemory.Compile(right)));
    }

    [Theory]
    [MemberData(nameof(SmallIds))]
    public void TheRightCodeCompiles(string id) => CheckThatItCompiles(DiagnosticPage.Read(id).Right);

    /// <summary>Networks just within the limits are hundreds of modules of generated code.</summary>
    [SlowTheory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(LargeIds))]
    public void TheLargeRightCodeCompiles(string id) => CheckThatItCompiles(DiagnosticPage.Read(id).Right);

    /// <summary>
    /// C# has its own complaints about some of the wrong code. What is generated adds none, and takes away that the layers lack a body (CS9248).
    /// </summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void WhatIsGeneratedForTheWrongCodeAddsNoError(string id)
    {
        CSharpCompilation compilation = InMemory.Compile(DiagnosticPage.Read(id).Wrong);
        IEnumerable<string> before = InMemory.CompilerProblems(compilation).Select(problem => problem.ToString());

        ImmutableArray<Diagnostic> after = InMemory.CompilerProblems(InMemory.Generate(compilation).Compilation);

        Assert.Empty(after.Select(problem => problem.ToString()).Except(before));
        Assert.Equal(WithoutBodies.Contains(id), after.Any(problem => problem.Id == "CS9248"));
    }

    /// <summary>An analyzer sees what is generated too, and must not take it for the user's.</summary>
    private static void CheckThatItCompiles(string source)
    {
        CSharpCompilation generated = InMemory.Generate(source).Compilation;

        Assert.Empty(InMemory.CompilerProblems(generated));
        Assert.Empty(OfDeclaration(generated));
    }

    private static IEnumerable<Diagnostic> OfDeclaration(CSharpCompilation compilation) => InMemory.Analyze(compilation)
        .Where(diagnostic => diagnostic.Descriptor.Category == Categories.Declaration);
}
