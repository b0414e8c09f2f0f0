using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>Maps are told apart by an identity of their own, which says where their paths end.</summary>
public class MapIdTests
{
    private const string Members = "[OneHotInput(4)] public partial Layer Item { get; } [OneHotInput(3)] public partial Layer Context { get; } "
        + "[Hidden(5), From(nameof(Item))] public partial Layer Common { get; } "
        + "[Hidden(5), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Own { get; } "
        + "[Output(6), From(nameof(Common), nameof(Own))] public partial Layer Out { get; } "
        + "[Output(2), From(nameof(Own)), ActiveIn(nameof(Context), 1)] public partial Layer Other { get; }";

    [Fact]
    public void EveryMapIsFoundByItsId()
    {
        CompilationPlan plan = Plan();
        StatisticsPlan statistics = plan.Network.Statistics!;

        Assert.Equal(statistics.Maps, statistics.Maps.Select(map => statistics.Map(map.Id)));
        Assert.Equal(statistics.Maps.Select(map => map.Id), plan.Maps!.Places.Select(placed => placed.Map));
        Assert.Equal(plan.Maps.Places.Select(placed => placed.Place), statistics.Maps.Select(map => plan.Maps.Place(map.Id)));
        Assert.Equal(statistics.Maps.Count, plan.Maps.Places.Select(placed => placed.Place).Distinct().Count());
    }

    [Fact]
    public void AMapEndsInTheModuleOfItsId()
    {
        StatisticsPlan statistics = Plan().Network.Statistics!;

        string[] modules = ["Common", "Own[0]", "Own[1]", "Own[2]", "Out", "Out", "Out", "Out", "Other"];
        Assert.Equal(modules, statistics.Maps.Select(map => map.Id.Module.ToString()));
        Assert.Equal(["OwnToOther[1]"], statistics.Map(statistics.Outputs[1].Maps.Single()).Terms.Select(term => term.Weight));
        Assert.Equal(new ModuleId("Own", 1), statistics.Map(statistics.Outputs[1].Maps.Single()).Terms.Single().Map!.Value.Module);
        Assert.All(statistics.Outputs, output => Assert.All(output.Maps, map => Assert.Equal(output.Module, map.Module)));
    }

    [Fact]
    public void AMapIsWrittenByItsName() => Assert.Equal("Other_Item", Plan().Network.Statistics!.Outputs[1].Maps.Single().ToString());

    private static CompilationPlan Plan()
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {Members} }}");
        return CompilationPlan.Of(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!, []);
    }
}
