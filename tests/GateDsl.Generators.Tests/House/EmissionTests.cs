using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.House;

/// <summary>Emission prints what is planned; and what it prints for the Quickstart can be read through.</summary>
public sealed partial class EmissionTests
{
    private const int MostLines = 1200;
    private const int LongestLine = 140;

    private static readonly string Emission = Path.Combine(Repository.Root, "generators", "GateDsl.Generators", "Emission");
    private static readonly string Golden = Path.Combine(Repository.Root, "samples", "Quickstart", "Generated");

    [Fact]
    public void EmissionPlansNothing() => Assert.Empty(
        Directory.EnumerateFiles(Emission, "*.cs", SearchOption.AllDirectories).SelectMany(file => Planning().Matches(File.ReadAllText(file)))
            .Select(match => match.Value));

    [Fact]
    public void TheFilesOfTheQuickstartAreShort() => Assert.InRange(Lines().Count(), 1, MostLines);

    [Fact]
    public void TheirLinesAreShort() => Assert.All(Lines(), line => Assert.InRange(line.Length, 0, LongestLine));

    private static IEnumerable<string> Lines() => Directory.EnumerateFiles(Golden).SelectMany(File.ReadLines);

    /// <summary>A planner, or a plan's own maker; the splitter of methods is the one that printers ask.</summary>
    [GeneratedRegex(
        @"\w*Planner\b|\b(?:\w+Program|\w+Plan|GateArrays|BlockSize|StatisticsWork|WayOfGiving|PathwayEnds|DeclaredDomain)"
        + @"\.(?:Of|Plan|For|Parts)\w*\(")]
    private static partial Regex Planning();
}
