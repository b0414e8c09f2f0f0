using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Racing;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>Which widths a network has, and with which of them its race runs. A module H between 4 inputs and 6 outputs touches 10 units.</summary>
public class WidthsPlanTests
{
    private const string Item = "[OneHotInput(4)] public partial Layer Item { get; } ";

    [Theory]
    [InlineData(11, WidthsOfRace.Narrow, "H 10", null)]
    [InlineData(10, WidthsOfRace.Declared, null, null)]
    [InlineData(9, WidthsOfRace.Racing, null, "H 10")]
    public void ARaceRunsWithTheWidthsOfAnotherWhereTheyAreItsOwn(int units, object race, string? narrow, string? racing)
    {
        WidthsPlan widths = Plan(Item + $"[Hidden({units}), From(nameof(Item))] public partial Layer H {{ get; }} "
            + "[Output(6), From(nameof(H))] public partial Layer Out { get; }");

        Assert.Equal(race, widths.Race);
        Assert.Equal(narrow, Listed(widths.Narrow));
        Assert.Equal(racing, Listed(widths.Racing));
    }

    /// <summary>One layer is narrower and the other wider than as declared.</summary>
    [Fact]
    public void ARaceMayHaveWidthsBesideTheNarrowOnes()
    {
        WidthsPlan widths = Plan(Item + "[Hidden(20), From(nameof(Item))] public partial Layer A { get; } "
            + "[Hidden(3), From(nameof(Item))] public partial Layer B { get; } "
            + "[Output(6), From(nameof(A), nameof(B))] public partial Layer Out { get; }");

        Assert.Equal(WidthsOfRace.Racing, widths.Race);
        Assert.Equal("A 10", Listed(widths.Narrow));
        Assert.Equal("A 10, B 10", Listed(widths.Racing));
    }

    [Fact]
    public void CopiesOfABankHaveOneWidth() => Assert.Equal("Own 10", Listed(Plan(Item + "[Selector(3)] public partial Selector Way { get; } "
        + "[Hidden(20), From(nameof(Item)), OnePer(nameof(Way))] public partial LayerBank Own { get; } "
        + "[Output(6), From(nameof(Own))] public partial Layer Out { get; }").Narrow));

    [Fact]
    public void ARaceByBatchHasWidthsToo()
    {
        WidthsPlan widths = Plan(Item + "[Hidden(20), From(nameof(Item))] public partial Layer H { get; } "
            + "[Output(6, Loss = OutputLoss.Logistic), From(nameof(H))] public partial Layer Out { get; }");

        Assert.Equal((WidthsOfRace.Racing, null, "H 10"), (widths.Race, Listed(widths.Narrow), Listed(widths.Racing)));
    }

    [Fact]
    public void WithoutARaceThereIsNothingToBeWide()
    {
        WidthsPlan widths = Plan(Item + "[Hidden(20), From(nameof(Item)), SelfGated] public partial Layer H { get; } "
            + "[Output(6), From(nameof(H))] public partial Layer Out { get; }");

        Assert.Equal((null, null, null), (widths.Race, widths.Narrow, widths.Racing));
    }

    private static string? Listed(IEnumerable<LayerWidth>? widths) =>
        widths is null ? null : string.Join(", ", widths.Select(width => $"{width.Layer} {width.Units}"));

    private static WidthsPlan Plan(string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {members} }}");
        return CompilationPlan.Of(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!, []).Widths;
    }
}
