using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Batch;
using GateDsl.Generators.Planning.Maps;
using GateDsl.Generators.Planning.Native;
using GateDsl.Generators.Planning.Program;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>Values of plans that no other test asked for: mutants lived through all of them. Counted by hand.</summary>
public class PlannedValuesTests
{
    private const string Item = "[OneHotInput(4)] public partial Layer Item { get; } [OneHotInput(3)] public partial Layer Context { get; } ";
    private const string Numbers = Item + "[GateInput(2)] public partial GateInput Open { get; } ";
    private const string Own = "[Hidden(5), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Own { get; } ";

    [Fact]
    public void ErrorsOfUnitsThatGateThemselvesBehindANumberAreScaledByItAndThenLeak()
    {
        CompilationPlan plan = Plan(Numbers + "[Hidden(5), From(nameof(Item)), SelfGated, GatedBy(nameof(Open), 1)] public partial Layer A { get; } "
            + "[Output(6), From(nameof(A))] public partial Layer Out { get; }");

        KernelCall call = Assert.Single(Calls(plan.Batch.Backward), call => call.Kernel == "LeakGatedErrors");
        Assert.Equal(["h.A", "e.A", "g.Open[1]"], call.AllOperands.Take(3).Select(operand => $"{operand.Owner}.{operand.Indexed(name => name)}"));
        Assert.Equal(
            ["Multiply", "LeakGatedErrors", "AddToColumns"],
            Calls(plan.Batch.Backward).Select(call => call.Kernel).SkipWhile(kernel => kernel != "Multiply"));
        Assert.DoesNotContain(Calls(plan.Batch.Forward), call => call.Kernel == "SetRectifiedColumns");
    }

    [Fact]
    public void AFormulaHasTheNumberThatMultipliesItsModule()
    {
        CompilationPlan plan = Plan(Numbers + "[Hidden(5), From(nameof(Item))] public partial Layer A { get; } "
            + "[Hidden(5), From(nameof(Item)), GatedBy(nameof(Open), 1)] public partial Layer B { get; } [Output(6), From(nameof(A), nameof(B))] public partial Layer Out { get; }");

        Assert.Equal(
            [false, true, false],
            plan.Batch.Forward.Groups.Select(group => group.Formula.Any(part => part.Operand is { } operand && operand.Indexed(name => name) == "Open[1]")));
    }

    [Fact]
    public void AOneHotInputWhoseEdgeHasAGateIsAddedWhereItIsOpen()
    {
        CompilationPlan plan = Plan(Item + "[Hidden(5), From(nameof(Item)), From(nameof(Context), When = nameof(Late))] public partial Layer H { get; } "
            + "[Output(6), From(nameof(H))] public partial Layer Out { get; } public static bool Late(int item) => item > 1;");

        Assert.Equal(["SetColumns", "AddColumns", "Clear", "AddProduct"], Calls(plan.Batch.Forward).Select(call => call.Kernel));
        KernelCall added = Calls(plan.Batch.Forward)[1];
        Assert.Equal(["w.ContextToH", "x.Context", "h.H"], added.AllOperands.Take(3).Select(operand => $"{operand.Owner}.{operand.Indexed(name => name)}"));
    }

    [Fact]
    public void ADenseInputIsMultipliedForwardAndForTheGradientAndAHiddenLayerOnceMore() => Assert.Equal(
        [new GateWork("Always", (5 * 4 * 3) + (6 * 6 * 5))],
        Plan("[Input(3)] public partial Layer X { get; } [Hidden(5), From(nameof(X))] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }").Batch.Work);

    /// <summary>Up to eight values are listed; of more it is said how many there are, and between which.</summary>
    [Theory]
    [InlineData(1, "where Context is 3")]
    [InlineData(2, "where Context is 3 or 5")]
    [InlineData(8, "where Context is 3, 5, 7, 9, 11, 13, 15 or 17")]
    [InlineData(9, "where Context is one of 9 values from 3 to 19")]
    public void ManyValuesOfAGateAreCounted(int count, string expected) =>
        Assert.Equal(expected, Gate.In("Context", Enumerable.Range(0, count).Select(k => 3 + (2 * k)), 30).InWords);

    [Fact]
    public void WeightsAreNamedAsUsersWriteThem() => Assert.Equal(
        ["CommonToOut", "ItemToCommon", "ItemToOwn[0]", "ItemToOwn[1]", "ItemToOwn[2]", "OwnToOut[0]", "OwnToOut[1]", "OwnToOut[2]"],
        Plan(Item + Own +
            "[Hidden(5), From(nameof(Item))] public partial Layer Common { get; } [Output(6), From(nameof(Common), nameof(Own))] public partial Layer Out { get; }")
            .Network.Modules.SelectMany(module => module.Edges).Select(edge => edge.Weight).Order(StringComparer.Ordinal));

    [Fact]
    public void MapsOfTwoCopiesAreAnArrayToo()
    {
        NetworkPlan network = Plan("[OneHotInput(4)] public partial Layer Item { get; } [OneHotInput(2)] public partial Layer Context { get; } "
            + Own + "[Output(6), From(nameof(Own))] public partial Layer Out { get; }").Network;
        Dictionary<MapId, MapMember> members = MapMembers.Of(network.Modules, network.Statistics!);

        Assert.Equal([0, 1], network.Statistics!.Maps.Where(map => map.Module.Layer == "Own").Select(map => members[map.Id].Copy));
        Assert.Single(network.Statistics.Maps.Where(map => map.Module.Layer == "Own").Select(map => members[map.Id].Member).Distinct());
    }

    [Fact]
    public void OneGateInputIsEnoughForAReportFromOutside()
    {
        const string Rest = "[Hidden(5), From(nameof(Item))] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }";

        Assert.True(NativePlan.Of(Plan(Numbers + Rest))!.HasReport);
        Assert.False(NativePlan.Of(Plan(Item + Rest))!.HasReport);
    }

    [Fact]
    public void PathwaysAreCalledByTheirModulesAndWhatHasNoneByNothing() => Assert.Equal(
        ["", "Low>High"],
        Plan(Item + "[Hidden(5), From(nameof(Item))] public partial Layer Low { get; } [Hidden(4), From(nameof(Low))] public partial Layer High { get; } "
            + "[Output(6), From(nameof(High), nameof(Context))] public partial Layer Out { get; }").Race!.Pathways.Select(pathway => pathway.Name));

    [Fact]
    public void WhatGoesStraightToOneOutputHasItsGateAndToSeveralNone()
    {
        NetworkPlan one = Plan(Item + "[Output(6), From(nameof(Item)), ActiveIn(nameof(Context), 1)] public partial Layer Out { get; }").Network;
        NetworkPlan two = Plan(Item + "[Output(6), From(nameof(Item)), ActiveIn(nameof(Context), 1)] public partial Layer Out { get; } "
            + "[Output(2), From(nameof(Item)), ActiveIn(nameof(Context), 2)] public partial Layer Other { get; }").Network;

        Assert.Equal(one.OutputModules.Single().Gate, Assert.Single(Pathways.Of(one)).Gate);
        Assert.False(Assert.Single(Pathways.Of(one)).Gate.IsAlways);
        Assert.True(Assert.Single(Pathways.Of(two)).Gate.IsAlways);
    }

    [Fact]
    public void ALayerThatNothingReadsHasNoMap()
    {
        StatisticsPlan statistics =
            Plan(Item + "[Hidden(5), From(nameof(Item))] public partial Layer H { get; } [Hidden(5), From(nameof(Item))] public partial Layer Dead { get; } "
            + "[Hidden(3), From(nameof(Dead))] public partial Layer Deader { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }").Network.Statistics!;

        Assert.Equal(["H", "Out"], statistics.Maps.Select(map => map.Module.ToString()).Distinct());
    }

    [Theory]
    [InlineData(5, MapLayout.UnitRows)]
    [InlineData(6, MapLayout.FeatureRows)]
    [InlineData(8, MapLayout.FeatureRows)]
    [InlineData(9, MapLayout.UnitRows)]
    [InlineData(10, MapLayout.UnitRows)]
    [InlineData(11, MapLayout.FeatureRows)]
    [InlineData(17, MapLayout.FeatureRows)]
    public void MapsStandByFeaturesWhereOutputsFillTwoThirdsOfTheRegisters(int units, object layout) => Assert.Equal(
        layout,
        Plan(Item + $"[Hidden(5), From(nameof(Item))] public partial Layer H {{ get; }} [Output({units}), From(nameof(H))] public partial Layer Out {{ get; }}").Network.Statistics!.Layout);

    [Fact]
    public void WorkByFeaturesIsARowAddedAndOneSubtractedForEveryCombination()
    {
        // The map 6 x 4 over 5 units, made once and carried back twice. Its residual: one row of 6 for each of the 4 items, subtracted and added. The 5 x 4
        // weights from the input move by c B.
        long one = 3 * 2 * 6 * 4 * 5, residual = 2 * 6 * 4, move = 2 * 5 * 4;

        Assert.Equal(
            one + residual + move,
            Plan(Item + "[Hidden(5), From(nameof(Item))] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }").Network.Statistics!.Work);
    }

    /// <summary>
    /// Of dense inputs the products with themselves and with targets, once added each; of one-hot inputs targets are added, and which map reads them looked up.
    /// </summary>
    [Theory]
    [InlineData("[OneHotInput(4)]", 6 + 2)]
    [InlineData("[Input(4)]", (2 * 4 * 6 * 2) + (8 * 8))]
    public void GatheringOneHotInputsOnlyAddsTargets(string input, long expected) => Assert.Equal(
        expected,
        Plan($"{input} public partial Layer X {{ get; }} [Selector(2)] public partial Selector S {{ get; }} [Hidden(5), From(nameof(X))] public partial Layer H {{ get; }} "
            + "[Hidden(5), From(nameof(X)), ActiveIn(nameof(S), 1)] public partial Layer G { get; } "
            + "[Output(6), From(nameof(H), nameof(G))] public partial Layer Out { get; }").Network.Statistics!.GatheringWork);

    /// <summary>Copies of a bank in the order of their contexts: of five contexts all ten sets of three.</summary>
    [Fact]
    public void ABankOfSubsetsHasACopyForEveryOne() => Assert.Equal(
        ["0, 1 or 2", "0, 1 or 3", "0, 1 or 4", "0, 2 or 3", "0, 2 or 4", "0, 3 or 4", "1, 2 or 3", "1, 2 or 4", "1, 3 or 4", "2, 3 or 4"],
        Plan("[OneHotInput(4)] public partial Layer Item { get; } [OneHotInput(5)] public partial Layer Context { get; } "
            + "[Hidden(5), From(nameof(Item)), OnePerSubset(nameof(Context), 3)] public partial LayerBank H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }")
            .Network.HiddenModules.Select(module => module.Gate.InWords.Replace("where Context is ", "", StringComparison.Ordinal)));

    /// <summary>A pathway is open where the edge between its layers is, not only where the layers are.</summary>
    [Fact]
    public void APathwayKnowsTheGatesOfTheEdgesBetweenItsLayers() => Assert.Equal(
        "where First holds",
        Assert.Single(Assert.Single(Plan(Item + "[Hidden(5), From(nameof(Item))] public partial Layer Low { get; } "
            + "[Hidden(5), From(nameof(Low), When = nameof(First))] public partial Layer High { get; } [Output(6), From(nameof(High))] public partial Layer Out { get; } "
            + "public static bool First(int context) => context == 0;").Race!.Pathways).BetweenGates).InWords);

    /// <summary>Statistics of an output are of all effective inputs together.</summary>
    [Theory]
    [InlineData(4_096, false)]
    [InlineData(4_097, true)]
    public void AllFeaturesOfAnOutputTogetherAreLimited(int features, bool isRefused)
    {
        StatisticsPlan? statistics = Plan($"[Input(4_096)] public partial Layer X {{ get; }} [Input({features})] public partial Layer Y {{ get; }} "
            + "[Hidden(2), From(nameof(X), nameof(Y))] public partial Layer H { get; } [Output(2), From(nameof(H))] public partial Layer Out { get; }").Network.Statistics;

        Assert.Equal(isRefused, statistics is null);
    }

    [Fact]
    public void OnlyLayersThatGetNarrowerAreGivenABasis()
    {
        CompilationPlan plan =
            Plan(Item + "[Hidden(20), From(nameof(Item))] public partial Layer Wide { get; } [Hidden(3), From(nameof(Wide))] public partial Layer Narrow { get; } "
            + "[Output(6), From(nameof(Narrow))] public partial Layer Out { get; }");

        Assert.Equal([7, 3], plan.Narrow!.HiddenModules.Select(module => module.Units));
        Assert.Equal(4 * 20 * 7 * 7, plan.SpanWork);
    }

    private static CompilationPlan Plan(string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {members} }}");
        return CompilationPlan.Of(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!, []);
    }

    private static KernelCall[] Calls(ProgramMethod method) => [.. method.Groups.SelectMany(group => group.Calls)];
}
