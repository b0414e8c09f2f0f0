using System.Collections.Immutable;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>One generator over a project that is edited file by file, as an IDE does.</summary>
internal sealed class Edits
{
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public Edits(params string[] sources)
    {
        _compilation = InMemory.Compile(sources);
        _driver = InMemory.NewDriver().RunGenerators(_compilation);
    }

    /// <summary>Generated text by file name, after the last edit.</summary>
    public ImmutableSortedDictionary<string, string> Files => _driver.GetRunResult().Results
        .SelectMany(generator => generator.GeneratedSources)
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Outputs of a step in the last run, with why they were run.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) => _driver.GetRunResult().Results
        .SelectMany(generator => generator.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? steps : [])
        .SelectMany(run => run.Outputs);

    /// <summary>Replaces text in one of the sources, or adds a file where the number is the next one.</summary>
    public Edits Replace(int file, string old, string text)
    {
        SyntaxTree tree = Tree(file);
        string source = tree.ToString();
        Assert.Contains(old, source, StringComparison.Ordinal);
        SyntaxTree edited = tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(source.Replace(old, text, StringComparison.Ordinal)));
        return Run(_compilation.ReplaceSyntaxTree(tree, edited));
    }

    public Edits Add(string source) => Run(_compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, InMemory.ParseOptions, "Added.cs")));

    private SyntaxTree Tree(int file) => _compilation.SyntaxTrees.Single(tree => tree.FilePath == $"Test{file}.cs");

    private Edits Run(CSharpCompilation compilation)
    {
        _compilation = compilation;
        _driver = _driver.RunGenerators(compilation);
        return this;
    }
}
