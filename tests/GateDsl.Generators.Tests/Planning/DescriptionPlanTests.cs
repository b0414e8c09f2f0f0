using GateDsl.Gating;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Members;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>What a network tells of itself, as values: which gates have tables, over which indices, and how long it is to tell.</summary>
public class DescriptionPlanTests
{
    private const string Inputs = "[OneHotInput(4)] public partial Layer Item { get; } [Input(2)] public partial Layer X { get; } "
        + "[Selector(3)] public partial Selector Way { get; } ";

    private const string Out = "[Output(6), From(nameof(H))] public partial Layer Out { get; } ";

    [Theory]
    [InlineData("", false)]
    [InlineData(", ActiveIn(nameof(Way), 1)", true)]
    [InlineData(", ActiveWhen(nameof(Known))", true)]
    [InlineData(", ActiveWhen(nameof(Unknown))", false)]
    [InlineData(", ActiveWhen(nameof(Known)), ActiveWhen(nameof(Unknown))", false)]
    [InlineData(", GatedBy(nameof(Open), 0)", false)]
    [InlineData(", GatedBy(nameof(Open), 0), ActiveIn(nameof(Way), 1)", false)]
    public void AGateHasATableWhereAllOfItIsKnown(string gate, bool hasTable)
    {
        DescriptionPlan plan = Plan(Inputs + "[GateInput(1)] public partial GateInput Open { get; } "
            + $"[Hidden(5), From(nameof(Item)){gate}] public partial Layer H {{ get; }} " + Out
            + "public static bool Known(int way) => way > 1; public static bool Unknown(int way) => Environment.ProcessorCount > way;").Description;

        Assert.Equal(hasTable, Assert.Single(plan.Layers.Single(layer => layer.Layer.Name == "H").Gates).HasTable);
        Assert.Equal(hasTable, plan.HasTables);
    }

    [Fact]
    public void AGateOfAnEdgeHasATableToo()
    {
        DescriptionPlan plan = Plan(Inputs + Out
            + "[Hidden(5), From(nameof(Item), When = nameof(Known)), From(nameof(X))] public partial Layer H { get; } "
            + "public static bool Known(int way) => way > 1;").Description;

        string[] gates = ["HToOut everywhere", "ItemToH where Known holds", "XToH everywhere"];
        Assert.Equal(gates, plan.Edges.Select(edges => $"{edges.Member.Name} {edges.Gate.Gate.InWords}"));
        Assert.Equal([false, true, false], plan.Edges.Select(edges => edges.Gate.HasTable));
        Assert.True(plan.HasTables);
    }

    [Fact]
    public void TablesAreOverIndicesInDeclarationOrder()
    {
        DescriptionPlan plan = Plan(Inputs + "[Hidden(5), From(nameof(Item))] public partial Layer H { get; } " + Out).Description;

        Assert.Equal(["Item", "Way"], plan.Indices.Select(index => index.Name));
        Assert.Equal(1, plan.Indices.PlaceOf("Way"));
        Assert.Equal(["Item", "X", "Way"], plan.Domain.Select(part => part.Name));
        Assert.Equal([4, 3], plan.Domain.OfType<DomainIndex>().Select(index => index.Values));
    }

    [Fact]
    public void EveryCopyHasAGateAndAnInputNone()
    {
        DescriptionPlan plan = Plan(Inputs + "[Hidden(5), From(nameof(Item)), OnePer(nameof(Way))] public partial LayerBank H { get; } "
            + "[Hidden(5), From(nameof(H)), OnePer(nameof(Item))] public partial LayerBank High { get; } "
            + "[Output(6), From(nameof(H), nameof(High))] public partial Layer Out { get; }").Description;

        Assert.Equal([0, 0, 0, 3, 4, 1], plan.Layers.Select(layer => layer.Gates.Count));
        Assert.Equal([4, 4, 4, 16, 20, 8], plan.Layers.Select(layer => layer.Operands));

        // Between two banks each copy of the first has a text of its own.
        Assert.Equal([8, 11, 8, 8], plan.Edges.Select(edges => edges.Operands));
    }

    [Theory]
    [InlineData("Input(2)", false, false)]
    [InlineData("Input(2)", true, true)]
    [InlineData("OneHotInput(4)", true, false)]
    public void ABiasShowsWhatAOneHotInputShowsAnyway(string input, bool hasBias, bool isNews)
    {
        NetworkPlan network = Plan($"[{input}] public partial Layer X {{ get; }} "
            + $"[Hidden(5, Bias = {(hasBias ? "true" : "false")}), From(nameof(X))] public partial Layer H {{ get; }} " + Out).Network;

        Assert.Equal(isNews, network.IsConstantNews);
        Assert.Equal(hasBias, network.HasBiases);
    }

    private static CompilationPlan Plan(string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {members} }}");
        return CompilationPlan.Of(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!, []);
    }
}
