using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Documentation;

/// <summary>The picture of the editor is drawn from what the analyzers say of the tutorial's wrong declaration. GATEDSL_UPDATE_GOLDEN draws it anew.</summary>
public sealed class SquiggleTests
{
    [Fact]
    public void ThePictureShowsTheMessageOfTheWrongDeclaration()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "tutorial.md"));
        string wrong = page.Split("```cs\n")[1].Split("\n```")[0];
        string right = SnippetTests.Blocks(page).Single(block => block.Contains("class ThreeContexts", StringComparison.Ordinal));
        string pairs = right[right.IndexOf("    [Hidden(100), From(nameof(Item)), OnePerSubset", StringComparison.Ordinal)..right.IndexOf(
            "\n\n    [Output", StringComparison.Ordinal)];
        string[] indented = [.. wrong.Split('\n').Select(line => line.Length == 0 ? line : "    " + line)];
        string code = right.Replace("[ReluTwin(200)]\n", "", StringComparison.Ordinal)
            .Replace(pairs, string.Join("\n", indented), StringComparison.Ordinal).TrimEnd();

        CSharpCompilation compilation = InMemory.Generate(code).Compilation;
        Diagnostic said = Assert.Single(InMemory.Analyze(compilation), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal("GDSL101", said.Id);

        string picture = SquiggleFigure.Draw(code, said, string.Join("\n", indented));
        string file = Path.Combine(Repository.Root, "docs", "figures", "squiggle.svg");
        if (Environment.GetEnvironmentVariable("GATEDSL_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, picture);
        }

        Assert.Equal(File.ReadAllText(file), picture);
    }
}
