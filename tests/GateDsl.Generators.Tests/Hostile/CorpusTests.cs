using GateDsl.Generators.Tests.Hostile.Checking;
using GateDsl.Generators.Tests.Hostile.Corpus;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>The corpus written by hand: whatever is declared, the checks hold.</summary>
public class CorpusTests
{
    [Theory]
    [InlineData("class")]
    [InlineData("layer")]
    [InlineData("attribute")]
    [InlineData("class attribute")]
    [InlineData("header")]
    [InlineData("property")]
    [InlineData("rule")]
    [InlineData("stimuli")]
    [InlineData("whole")]
    public void EveryDeclarationIsTakenOrRefusedWithAReason(string kind)
    {
        HostileCase[] cases = [.. Templates.All.Where(hostile => KindOf(hostile) == kind)];

        Assert.NotEmpty(cases);
        string[] faults = [.. cases.SelectMany(
            hostile => HostileCheck.Find(hostile, withVariants: kind is "whole" or "stimuli").Select(fault => $"{fault}\n{hostile}\n"))];
        Assert.True(faults.Length == 0, $"{faults.Length} faults:\n" + string.Join("\n", faults));
    }

    [Fact]
    public void ThereAreManyDeclarations() => Assert.True(Templates.All.Count() >= 200, $"There are only {Templates.All.Count()}.");

    private static string KindOf(HostileCase hostile) =>
        new[] { "class attribute ", "class ", "layer ", "attribute ", "header ", "property ", "rule ", "stimuli " }
            .FirstOrDefault(kind => hostile.Name.StartsWith(kind, StringComparison.Ordinal))?.Trim() ?? "whole";
}
