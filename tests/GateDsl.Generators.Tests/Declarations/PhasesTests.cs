using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>A phase knows what comes before it and nothing of what comes after; a room holds what one can oversee.</summary>
public class PhasesTests
{
    private const int MostFiles = 20;

    private static readonly string Compiler = Path.Combine(Repository.Root, "generators", "GateDsl.Generators");

    [Theory]
    [InlineData("Naming", "Model|Rules|Diagnostics|Parsing|Planning|Analysis|Emission")]
    [InlineData("Model", "Parsing|Planning|Analysis|Emission")]
    [InlineData("Rules", "Parsing|Planning|Analysis|Emission")]
    [InlineData("Diagnostics", "Parsing|Planning|Analysis|Emission")]
    [InlineData("Parsing/Reading", "Parsing.Checking|Parsing.Reuse|Planning|Analysis|Emission")]
    [InlineData("Parsing", "Planning|Analysis|Emission")]
    [InlineData("Planning", "Parsing|Analysis|Emission")]
    [InlineData("Analysis", "Emission")]
    [InlineData("Emission", "Parsing|Analysis")]
    public void NoArrowPointsForwards(string room, string later)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Compiler, room), "*.cs", SearchOption.AllDirectories))
        {
            string[] imports = [.. File.ReadLines(file).Where(line => line.StartsWith("using ", StringComparison.Ordinal))];
            Assert.All(later.Split('|'), phase => Assert.DoesNotContain(imports, line =>
                line.StartsWith($"using GateDsl.Generators.{phase};", StringComparison.Ordinal)
                || line.StartsWith($"using GateDsl.Generators.{phase}.", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("Naming")]
    [InlineData("Model")]
    [InlineData("Rules")]
    [InlineData("Diagnostics")]
    [InlineData("Parsing")]
    [InlineData("Analysis")]
    public void ARoomHoldsAtMostTwentyFiles(string phase)
    {
        string top = Path.Combine(Compiler, phase);
        Assert.All(
            Directory.EnumerateDirectories(top, "*", SearchOption.AllDirectories).Prepend(top),
            room => Assert.InRange(Directory.GetFiles(room, "*.cs").Length, 0, MostFiles));
    }
}
