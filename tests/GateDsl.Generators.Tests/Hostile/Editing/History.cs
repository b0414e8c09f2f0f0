using System.Collections.Immutable;
using GateDsl.Generators.Tests.Hostile.Checking;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile.Editing;

/// <summary>One project edited step by step, with one generator over all of it as in an editor.</summary>
internal sealed class History
{
    private readonly Random _random;
    private readonly List<ProjectText> _past = [ProjectText.Start];
    private CSharpCompilation _compilation = InMemory.Compile([]);
    private GeneratorDriver _driver = InMemory.NewDriver();
    private ImmutableSortedDictionary<string, string> _before = ImmutableSortedDictionary<string, string>.Empty;
    private int _edits;

    public History(int seed)
    {
        _random = new Random(seed);
        Run(ProjectText.Start);
    }

    /// <summary>Edits once and says what.</summary>
    public string Edit()
    {
        EditKind kind = (EditKind)_random.Next(Enum.GetValues<EditKind>().Length);
        ProjectText now = kind == EditKind.Undo ? _past[Math.Max(0, _past.Count - 2)] : _past[^1].After(kind, _random, ++_edits);
        _past.Add(now);
        Run(now);
        return kind.ToString();
    }

    /// <summary>What is wrong after the last edit; null: nothing.</summary>
    public string? FindFault()
    {
        GeneratorRunResult run = Assert.Single(_driver.GetRunResult().Results);
        if (run.Exception is not null)
        {
            return "the generator throws " + run.Exception;
        }

        ImmutableSortedDictionary<string, string> fresh = HostileProject.Generate(HostileProject.Fresh(_compilation)).Files;
        ImmutableSortedDictionary<string, string> files = Files();
        if (!files.SequenceEqual(fresh))
        {
            return "what is generated is not what a new compiler generates: " + Difference(files, fresh) + "\n" + string.Join("\n---- ", _past[^1].Files);
        }

        // A network whose files are those of before was not planned or printed again. Where files come, go or move, the compiler itself
        // compares networks by their number in the project.
        return !AreFilesAsBefore()
            ? null
            : run.TrackedSteps.TryGetValue(GatedNetworkGenerator.Steps.Emit, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            && steps.SelectMany(step => step.Outputs).Any(output => output.Reason == IncrementalStepRunReason.Modified && IsOld(output.Value))
            ? "a network that did not change was emitted again"
            : null;
    }

    /// <summary>The first file, and the first line in it, that differ.</summary>
    private static string Difference(ImmutableSortedDictionary<string, string> files, ImmutableSortedDictionary<string, string> fresh)
    {
        string name = files.Keys.Union(fresh.Keys).Order(StringComparer.Ordinal).First(key => files.GetValueOrDefault(key) != fresh.GetValueOrDefault(key));
        string[] lines = (files.GetValueOrDefault(name) ?? "no such file").Split('\n');
        string[] expected = (fresh.GetValueOrDefault(name) ?? "no such file").Split('\n');
        int at = lines.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{name}, line {at + 1}: '{lines.ElementAtOrDefault(at)}', not '{expected.ElementAtOrDefault(at)}'";
    }

    private bool AreFilesAsBefore() => _past.Count < 2
        || _past[^1].Files.Select(file => file.Name).SequenceEqual(_past[^2].Files.Select(file => file.Name));

    private bool IsOld(object emitted) => ((IEnumerable<GateDsl.Generators.Emission.SourceFile>)emitted)
        .All(file => _before.TryGetValue(file.HintName, out string? text) && text == file.Text);

    private ImmutableSortedDictionary<string, string> Files() => _driver.GetRunResult().Results
        .SelectMany(generator => generator.GeneratedSources.IsDefault ? [] : generator.GeneratedSources)
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>As an editor does: trees of files that did not change stay the same objects.</summary>
    private void Run(ProjectText text)
    {
        _before = _edits == 0 && _past.Count == 1 ? _before : Files();
        Dictionary<string, SyntaxTree> known = _compilation.SyntaxTrees.ToDictionary(tree => tree.FilePath);
        SyntaxTree usings = known["GlobalUsings.cs"];
        IEnumerable<SyntaxTree> trees = text.Files.Select(file =>
            known.TryGetValue(file.Name, out SyntaxTree? tree)
                ? tree.ToString() == file.Text ? tree : tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(file.Text))
                : CSharpSyntaxTree.ParseText(file.Text, InMemory.ParseOptions, file.Name));
        _compilation = _compilation.RemoveAllSyntaxTrees().AddSyntaxTrees([usings, .. trees])
            .WithOptions(_compilation.Options.WithOverflowChecks(text.IsChecked));
        _driver = _driver.RunGenerators(_compilation);
    }
}
