using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Racing;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>
/// Pathways by the identities of what they pass: where they begin and end, which maps they are part of, which edges of Eq. 6 they share.
/// </summary>
public class PathwayPlannerTests
{
    private const string Inputs = "[OneHotInput(4)] public partial Layer Item { get; } [Selector(3)] public partial Selector Way { get; } "
        + "[Input(2)] public partial Layer X { get; } ";

    [Fact]
    public void EndsAreNumberedWithoutSelectorsAndWithoutOutputsThatAreNeverOn()
    {
        PathwayEnds ends = Plan(Inputs + "[Hidden(5), From(nameof(Item), nameof(X))] public partial Layer H { get; } "
            + "[Hidden(5), From(nameof(H)), OnePer(nameof(Way))] public partial LayerBank Own { get; } "
            + "[Output(6), From(nameof(Own)), OnePer(nameof(Way)), ActiveIn(nameof(Way), 0, 2)] public partial LayerBank Out { get; }").Network.Ends;

        Assert.Equal(["Item", "X"], ends.Inputs.Select(input => input.Name));
        Assert.Equal(["Out[0]", "Out[2]"], ends.Outputs.Select(output => output.Name));
        Assert.Equal(1, ends.Inputs.PlaceOf(new ModuleId("X", null)));
        Assert.Equal(1, ends.Outputs.PlaceOf(new ModuleId("Out", 2)));
    }

    [Fact]
    public void ABlockIsTheMapOfItsInputAndOutputUnderThePathwaysGate()
    {
        RacePlan race = Plan(Inputs + "[Hidden(5), From(nameof(Item), nameof(X)), ActiveIn(nameof(Way), 1)] public partial Layer H { get; } "
            + "[Hidden(5), From(nameof(Item))] public partial Layer Common { get; } "
            + "[Output(6), From(nameof(H), nameof(Common))] public partial Layer Out { get; } "
            + "[Output(2), From(nameof(H)), ActiveIn(nameof(Way), 1, 2)] public partial Layer Other { get; }").Race!;
        PathwayPlan pathway = race.Pathways.Single(pathway => pathway.Name == "H");

        Assert.Equal([new ModuleId("H", null)], pathway.Modules);
        Assert.Equal(["Item to Out", "X to Out", "Item to Other", "X to Other"], pathway.Blocks.Select(block => $"{block.Input} to {block.Output}"));
        foreach (PathwayBlock block in pathway.Blocks)
        {
            MapPlan map = race.Statistics.Map(block.Map);
            Assert.Equal((block.Output, block.Input.Layer, "where Way is 1"), (map.Module, map.Input, map.Gate.InWords));
            Assert.Same(block, pathway.Blocks.Find((block.Input, block.Output)));
        }
    }

    [Fact]
    public void APairThatNoEdgeJoinsOrThatIsNeverOnHasNoBlock()
    {
        RacePlan race = Plan(Inputs + "[Output(6), From(nameof(Item), nameof(X))] public partial Layer Out { get; } "
            + "[Output(2), From(nameof(X))] public partial Layer Other { get; } "
            + "[Output(2), From(nameof(X)), ActiveIn(nameof(Way), 0), ActiveIn(nameof(Way), 1)] public partial Layer Dead { get; }").Race!;
        PathwayPlan direct = Assert.Single(race.Pathways);

        Assert.Equal(["Out", "Other", "Dead"], direct.Outputs.Select(output => output.Name.ToString()));
        Assert.Equal(["Item to Out", "X to Out", "X to Other"], direct.Blocks.Select(block => $"{block.Input} to {block.Output}"));
        Assert.Null(direct.Blocks.FindOrNull((new ModuleId("Item", null), new ModuleId("Other", null))));
    }

    [Fact]
    public void PathwaysShareTheEdgesIntoAndOutOfAModule()
    {
        RacePlan race = Plan(Inputs + "[Hidden(5), From(nameof(Item))] public partial Layer A { get; } "
            + "[Hidden(5), From(nameof(Item))] public partial Layer B { get; } "
            + "[Hidden(5), From(nameof(A), nameof(B))] public partial Layer High { get; } "
            + "[Output(6), From(nameof(High))] public partial Layer Out { get; }").Race!;

        Assert.Equal(["into A", "A to High", "out of High", "into B", "B to High"], race.Edges);
        Assert.Equal([[0, 1, 2], [3, 4, 2]], race.Pathways.Select(pathway => pathway.Edges.Select(race.Edges.PlaceOf)));
    }

    private static CompilationPlan Plan(string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {members} }}");
        return CompilationPlan.Of(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!, []);
    }
}
