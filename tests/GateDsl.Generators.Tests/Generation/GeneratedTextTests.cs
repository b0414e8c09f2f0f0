using System.Globalization;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Generated text is the same on every machine and fit to be read and reviewed.</summary>
public class GeneratedTextTests
{
    private const int LongestLine = 140;

    private static readonly string[] Sources = [Declarations.ThreeContexts, Declarations.Routes];

    [Fact]
    public void LinesEndInLineFeedsAndNothingElse() => Assert.All(Texts(), file =>
    {
        Assert.DoesNotContain('\r', file.Text);
        Assert.DoesNotContain('\t', file.Text);
        Assert.DoesNotContain('\uFEFF', file.Text);
        Assert.EndsWith("}\n", file.Text);
        Assert.All(file.Text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.DoesNotContain("\n\n\n", file.Text);
    });

    [Fact]
    public void LinesAreNotTooLongToRead() => Assert.All(
        Texts().SelectMany(file => file.Text.Split('\n')), line => Assert.True(line.Length <= LongestLine, $"{line.Length} characters: {line}"));

    /// <summary>What is documented has an empty line before it, unless it is the first in its braces.</summary>
    [Fact]
    public void MembersStandApart() =>
        Assert.All(InMemory.Generate([.. Sources, .. Declarations.OfEveryRace]).Result.GeneratedTrees.Select(tree => tree.ToString()), text =>
    {
        string[] lines = text.Split('\n');
        for (int i = 1; i < lines.Length; i++)
        {
            string before = lines[i - 1].Trim();
            bool begins = lines[i].TrimStart().StartsWith("///", StringComparison.Ordinal) && !before.StartsWith("///", StringComparison.Ordinal);
            Assert.True(!begins || before is "" or "{", $"{before}\n{lines[i]}\n{lines[Math.Min(i + 1, lines.Length - 1)]}");
        }
    });

    /// <summary>
    /// Empty lines part what stands side by side: one at a time, none beside a brace around it. Whatever a declaration lacks leaves none behind.
    /// </summary>
    [Fact]
    public void NoEmptyLineIsTooMany() => Assert.All(
        InMemory.Generate([.. Sources, .. Declarations.OfEveryRace, Declarations.WithoutPaths,
            Declarations.RacingWider]).Result.GeneratedTrees.Select(tree => tree.ToString()),
        text =>
        {
            string[] lines = [.. text.Split('\n').Select(line => line.Trim())];
            for (int i = 1; i < lines.Length - 1; i++)
            {
                Assert.True(lines[i].Length > 0 || (lines[i - 1] is not ("" or "{") && lines[i + 1] is not ("" or "}")),
                    string.Join('\n', lines[Math.Max(0, i - 3)..(i + 2)]));
            }
        });

    [Fact]
    public void NoPathOfTheMachineIsIn() => Assert.All(Texts(), file =>
    {
        Assert.DoesNotContain("Test0.cs", file.Text);
        Assert.DoesNotContain(Repository.Root, file.Text);
        Assert.DoesNotContain(Path.GetTempPath(), file.Text);
    });

    [Fact]
    public void TheSameSourceGivesTheSameText() => Assert.Equal(Texts(), Texts());

    /// <summary>Every sign by which a culture may write a number is another one here.</summary>
    [Fact]
    public void TheCultureHasNoSay()
    {
        (string, string)[] expected = Texts();
        CultureInfo foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat = new NumberFormatInfo
        {
            NegativeSign = "~",
            NumberDecimalSeparator = ",",
            NumberGroupSeparator = ".",
            NumberGroupSizes = [4],
            PositiveSign = "plus",
        };
        CultureInfo own = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal("~1,5", (-1.5).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }

    private static (string Name, string Text)[] Texts()
    {
        (_, GeneratorDriverRunResult result) = InMemory.Generate(Sources);
        return [.. result.Results.SelectMany(generator => generator.GeneratedSources).Select(source => (source.HintName, source.SourceText.ToString()))];
    }
}
