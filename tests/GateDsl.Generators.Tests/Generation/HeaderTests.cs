using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>The architecture at the head of a generated file: all of it where it is short, and where it is not, that there is more.</summary>
public partial class HeaderTests
{
    private const int MostLines = 240;
    private const int MostPathways = 120;

    /// <summary>
    /// So many hidden layers are two lines of the tree each and a pathway; beside them are the title, the output and an input that it reads, an
    /// empty line, a title and the way straight from input to output.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    [InlineData(78)]
    [InlineData(79)]
    [InlineData(110)]
    public void WhatFitsIsThereAndWhatDoesNotIsSaidToBeMissing(int layers)
    {
        string hidden = string.Concat(Enumerable.Range(0, layers).Select(k => $"[Hidden(2), From(nameof(X))] public partial Layer H{k} {{ get; }} "));
        string[] lines = Architecture("[Input(2)] public partial Layer X { get; } " + hidden
            + $"[Output(2), From(nameof(X){string.Concat(Enumerable.Range(0, layers).Select(k => $", nameof(H{k})"))})] public partial Layer Out {{ get; }}");

        int all = 6 + (3 * layers);
        Assert.Equal(Math.Min(all, MostLines), lines.Count(line => !line.Contains("and more", StringComparison.Ordinal)));
        Assert.Equal(all > MostLines, lines[^1] == "... and more");
    }

    /// <summary>Of layers that each read all before them there is a pathway for every set of them.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void PathwaysThatAreNotListedAreSaidToBeThere(int layers)
    {
        string hidden = string.Concat(Enumerable.Range(0, layers).Select(k =>
            $"[Hidden(2), From(nameof(X){string.Concat(Enumerable.Range(0, k).Select(before => $", nameof(H{before})"))})] public partial Layer H{k} {{ get; }} "));
        string[] lines = Architecture("[Input(2)] public partial Layer X { get; } " + hidden
            + $"[Output(2), From({string.Join(", ", Enumerable.Range(0, layers).Select(k => $"nameof(H{k})"))})] public partial Layer Out {{ get; }}");

        int pathways = (1 << layers) - 1;
        string[] listed = lines[(Array.FindIndex(lines, line => line.StartsWith("Pathways", StringComparison.Ordinal)) + 1)..];
        Assert.Equal(Math.Min(pathways, MostPathways), listed.Count(line => line.StartsWith("  X > ", StringComparison.Ordinal)));
        Assert.Equal(pathways > MostPathways, listed[^1] == "  ... and more");
    }

    /// <summary>Formula (2) is the loss, whichever losses outputs have.</summary>
    [Theory]
    [InlineData("Output(2)")]
    [InlineData("Output(2, Loss = OutputLoss.CrossEntropy)")]
    [InlineData("Output(2, Loss = OutputLoss.Logistic)")]
    public void TheLossIsAmongTheFormulas(string output)
    {
        string[] formulas = [.. Text($"[Input(2)] public partial Layer X {{ get; }} [{output}, From(nameof(X))] public partial Layer Out {{ get; }}")
            .Split('\n')
            .Where(line => Formula().IsMatch(line))];

        Assert.Single(formulas, line => line.Contains(" L ", StringComparison.Ordinal) && line.Contains("(2)", StringComparison.Ordinal));
    }

    /// <summary>A pathway is on where everything on it is: an output that is off where the rest is on says so, and one that all share tells for all.</summary>
    [Theory]
    [InlineData("", "", "X > H > First + Second: everywhere")]
    [InlineData(", ActiveIn(nameof(Way), 0)", "", "X > H > First (where Way is 0) + Second: everywhere")]
    [InlineData(", ActiveIn(nameof(Way), 0)", ", ActiveIn(nameof(Way), 1)", "X > H > First (where Way is 0) + Second (where Way is 1): everywhere")]
    [InlineData(", ActiveIn(nameof(Way), 0)", ", ActiveIn(nameof(Way), 0)", "X > H > First + Second: where Way is 0")]
    public void APathwaySaysWhereItsOutputsAreOn(string first, string second, string pathway) => Assert.Contains("  " + pathway, Architecture(
        "[Input(2)] public partial Layer X { get; } [Selector(3)] public partial Selector Way { get; } [Hidden(2), From(nameof(X))] public partial Layer H { get; } "
        + $"[Output(2), From(nameof(H)){first}] public partial Layer First {{ get; }} [Output(2), From(nameof(H)){second}] public partial Layer Second {{ get; }}"));

    /// <summary>Straight from inputs to outputs too.</summary>
    [Fact]
    public void TheWayStraightThroughIsOnWhereItsOutputIs() => Assert.Contains("  X > Out: where Way is 1", Architecture(
        "[Input(2)] public partial Layer X { get; } [Selector(3)] public partial Selector Way { get; } [Output(2), From(nameof(X)), ActiveIn(nameof(Way), 1)] public partial Layer Out { get; }"));

    // The comment's lines, without what marks them as one.
    private static string[] Architecture(string members)
    {
        string[] lines = [.. Text(members).Split('\n').SkipWhile(line => !line.StartsWith("// Architecture (", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).Select(line => line.Length > 3 ? line[3..] : "")];
        int empty = Array.FindIndex(lines, line => line.Length == 0);

        // What follows the pathways begins behind another empty line.
        int end = Array.FindIndex(lines, empty + 1, line => line.Length == 0);
        return empty < 0 || end < 0 ? lines : lines[..end];
    }

    private static string Text(string members) =>
        string.Join("\n", InMemory.Generate($"[GatedNetwork] public partial class Net {{ {members} }}").Result.GeneratedTrees
        .Select(tree => tree.ToString()));

    [GeneratedRegex(@"^\s*// .* = .*\(\d(, .*)?\)")]
    private static partial Regex Formula();
}
