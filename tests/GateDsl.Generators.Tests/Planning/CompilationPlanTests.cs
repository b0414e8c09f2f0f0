using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Program;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>What a declaration is planned as: its weights, gates, widths, paths and work, as values.</summary>
public class CompilationPlanTests
{
    private const string Item = "[OneHotInput(4)] public partial Layer Item { get; } [OneHotInput(3)] public partial Layer Context { get; } ";
    private const string Dense = "[Input(3)] public partial Layer X { get; } [OneHotInput(3)] public partial Layer C { get; } ";

    [Fact]
    public void AWeightKnowsThePlacesOfItsMatrices()
    {
        NetworkPlan network = Plan(Item + "[Hidden(5), From(nameof(Item))] public partial Layer Common { get; } "
            + "[Hidden(5), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Own { get; } "
            + "[Output(6), From(nameof(Common), nameof(Own))] public partial Layer Out { get; }").Network;

        Assert.Equal(["CommonToOut", "ItemToCommon", "ItemToOwn", "OwnToOut"], network.Weights.Select(weight => weight.Name).Order(StringComparer.Ordinal));
        foreach (WeightMember weight in network.Weights)
        {
            bool isBank = weight.Name.Contains("Own", StringComparison.Ordinal);
            Assert.Equal(isBank ? WeightShape.Bank : WeightShape.Matrix, weight.Shape);
            Assert.Equal(isBank ? ["0", "1", "2"] : [""], weight.Positions.Select(position => string.Join(",", position)));
        }
    }

    [Fact]
    public void CopiesHaveTheirGatesAsAnArrayAndEdgesOnlyWhereTheirsDiffer()
    {
        const string Bank = Item + "[Selector(2)] public partial Selector Mode { get; } "
            + "[Hidden(5), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Own { get; } ";
        CompilationPlan same = Plan(Bank + "[Output(6), From(nameof(Own))] public partial Layer Out { get; }");
        CompilationPlan differ = Plan(Bank + "[Output(6), From(nameof(Own)), ActiveIn(nameof(Mode), 1)] public partial Layer Out { get; }");
        CompilationPlan never = Plan(Bank + "[Output(6), From(nameof(Own)), ActiveIn(nameof(Context), 1)] public partial Layer Out { get; }");

        Assert.Equal(["Own"], same.GateArrays.Select(array => array.Name));
        Assert.Equal(["Own", "OwnToOut"], differ.GateArrays.Select(array => array.Name));
        Assert.Equal(["Own"], never.GateArrays.Select(array => array.Name));
        Assert.Equal(same.Network.Modules.Where(module => module.Layer == "Own").Select(module => module.Gate), same.GateArrays[0].Gates);
        Assert.Equal(
            differ.Network.Modules.Single(module => module.IsOutput).Edges.OrderBy(edge => edge.Position[0]).Select(edge => edge.On),
                differ.GateArrays[1].Gates);
    }

    [Fact]
    public void OnlyLayersWiderThanWhatTheyTouchAreReduced()
    {
        Assert.Null(Plan(Layers(hidden: 9)).Narrow);
        Assert.Null(Plan(Layers(hidden: 10)).Narrow);
        Assert.Equal([10], Assert.IsType<NetworkPlan>(Plan(Layers(hidden: 11)).Narrow).HiddenModules.Select(module => module.Units));
        Assert.Equal(0, Plan(Layers(hidden: 10)).SpanWork);
        Assert.Equal(4 * 11 * 10 * 10, Plan(Layers(hidden: 11)).SpanWork);

        static string Layers(int hidden) =>
            $"[OneHotInput(4)] public partial Layer Item {{ get; }} [Hidden({hidden}), From(nameof(Item))] public partial Layer H {{ get; }} "
            + "[Output(6), From(nameof(H))] public partial Layer Out { get; }";
    }

    /// <summary>Only the last copy meets the bank behind, which is on where that copy is: all copies are as wide as that one needs.</summary>
    [Fact]
    public void CopiesAreAsWideAsTheOneThatTouchesMost()
    {
        NetworkPlan reduced = Assert.IsType<NetworkPlan>(Plan(Item + "[Selector(2)] public partial Selector Way { get; } "
            + "[Hidden(20), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Own { get; } "
            + "[Hidden(5), From(nameof(Own)), OnePer(nameof(Way)), ActiveIn(nameof(Context), 2)] public partial LayerBank High { get; } "
            + "[Output(6), From(nameof(High))] public partial Layer Out { get; }").Narrow);

        Assert.Equal([14, 14, 14], reduced.HiddenModules.Where(module => module.Layer == "Own").Select(module => module.Units));
    }

    [Fact]
    public void TheRaceIsPlannedByMapsOrByBatchOrNotAtAll()
    {
        CompilationPlan maps =
            Plan(Item + "[Hidden(5), From(nameof(Item))] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }");
        CompilationPlan batch = Plan(Item + "[Hidden(5), From(nameof(Item))] public partial Layer H { get; } "
            + "[Output(6, Loss = OutputLoss.CrossEntropy), From(nameof(H))] public partial Layer Out { get; }");
        CompilationPlan none =
            Plan(Item + "[Hidden(5), From(nameof(Item)), SelfGated] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }");

        Assert.NotNull(maps.Race);
        Assert.Null(maps.BatchRace);
        Assert.Null(batch.Race);
        Assert.NotNull(batch.BatchRace);
        Assert.Null(none.Race);
        Assert.Null(none.BatchRace);
        Assert.Contains("trained by CrossEntropy", batch.Network.NoStatistics, StringComparison.Ordinal);
        Assert.Contains("H is self-gated", none.Network.NoStatistics, StringComparison.Ordinal);
    }

    [Fact]
    public void AGateOfNumbersMultipliesAndIsKeptOutOfTheRace()
    {
        CompilationPlan plan =
            Plan(Item + "[GateInput(2)] public partial GateInput Open { get; } [Hidden(5), From(nameof(Item))] public partial Layer A { get; } "
            + "[Hidden(5), From(nameof(Item)), GatedBy(nameof(Open), 1)] public partial Layer B { get; } [Output(6), From(nameof(A), nameof(B))] public partial Layer Out { get; }");

        Assert.StartsWith("B is gated by numbers of Open", plan.NoRace, StringComparison.Ordinal);
        EffectiveInputPlan[] seen = [.. plan.Network.Statistics!.Maps.Where(map => map.Module.Layer == "Out").Select(map => map.Seen)];
        Assert.Equal([0, 1], seen.Select(one => one.Factors.Count));
        Assert.Equal(MapLayout.UnitRows, plan.Network.Statistics.Layout);
        Assert.Contains(Calls(plan.Batch.Forward), call => call == "Multiply h.B g.Open[1] on.Open_1");
        Assert.Contains(Calls(plan.Batch.Backward), call => call == "Multiply e.B g.Open[1] on.Open_1");
        Assert.Equal(1, Calls(plan.Batch.Forward).Count(call => call.StartsWith("Multiply", StringComparison.Ordinal)));
    }

    [Fact]
    public void OnlyLayersThatSaySoHaveABias()
    {
        NetworkPlan network =
            Plan(Dense + "[Hidden(5, Bias = true), From(nameof(X))] public partial Layer Low { get; } [Hidden(4), From(nameof(Low))] public partial Layer High { get; } "
            + "[Output(6, Bias = true), From(nameof(High))] public partial Layer Out { get; }").Network;

        Assert.Equal(["BiasToLow", "BiasToOut"],
            network.Weights.Select(weight => weight.Name).Where(name => name.StartsWith("Bias", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["X", "C", "Bias"], network.Inputs.Select(input => input.Name));
        Assert.DoesNotContain(
            Plan(Dense + "[Hidden(5), From(nameof(X))] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }").Network.Inputs,
            input => input.Name == "Bias");
    }

    /// <summary>The twin's outputs have what the twin was asked for, not what the network's have.</summary>
    [Theory]
    [InlineData("", "Bias = true", 0)]
    [InlineData(", Bias = true", "Loss = OutputLoss.Squared", 2)]
    public void BiasesOfATwinAreItsOwn(string twin, string output, int expected)
    {
        NetworkPlan planned = Assert.IsType<NetworkPlan>(Plan(
            $"[OneHotInput(4)] public partial Layer Item {{ get; }} [Hidden(5), From(nameof(Item))] public partial Layer H {{ get; }} [Output(6, {output}), From(nameof(H))] public partial Layer Out {{ get; }}",
            $", ReluTwin(7{twin})").Twin);

        Assert.Equal(expected, planned.Weights.Count(weight => weight.Source == "Bias"));
    }

    /// <summary>Both ways lead through one layer, and the first of them ends there: nothing that is found on it is said of the second.</summary>
    [Theory]
    [InlineData(0, "Second>Shared")]
    [InlineData(1, "First>Shared")]
    public void AWayThatEndsInALayerEndsNoOtherThroughIt(int closed, string expected)
    {
        CompilationPlan plan = Plan(Item + "[Hidden(5), From(nameof(Item)), ActiveIn(nameof(Context), 0)] public partial Layer First { get; } "
            + "[Hidden(5), From(nameof(Item)), ActiveIn(nameof(Context), 1)] public partial Layer Second { get; } "
            + "[Hidden(5), From(nameof(First), nameof(Second))] public partial Layer Shared { get; } "
            + $"[Output(6), From(nameof(Shared)), ActiveIn(nameof(Context), {1 - closed})] public partial Layer Out {{ get; }}");

        Assert.Equal([expected], Assert.IsType<RacePlan>(plan.Race).Pathways.Select(pathway => pathway.Name));
    }

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "The network has more than 256 pathways.")]
    public void ARaceHasUpTo256Pathways(int behind, string? expected)
    {
        string first = string.Concat(Enumerable.Range(0, 16).Select(i => $"[Hidden(1), From(nameof(Item))] public partial Layer A{i} {{ get; }} "));
        string sources = string.Join(", ", Enumerable.Range(0, 16).Select(i => $"nameof(A{i})"));
        string second = string.Concat(Enumerable.Range(0, behind).Select(i => $"[Hidden(1), From({sources})] public partial Layer B{i} {{ get; }} "));
        string last = string.Join(", ", Enumerable.Range(0, behind).Select(i => $"nameof(B{i})"));
        CompilationPlan plan =
            Plan($"[OneHotInput(4)] public partial Layer Item {{ get; }} {first}{second}[Output(6), From({last})] public partial Layer Out {{ get; }}");

        Assert.Equal(expected, plan.NoRace);
        Assert.Equal(expected is null ? 256 : null, plan.Race?.Pathways.Count);
    }

    [Fact]
    public void APathBeginsAtAnInputAndEndsAtAnOutput()
    {
        NetworkPlan network =
            Plan(Item + "[Hidden(5), From(nameof(Item))] public partial Layer Low { get; } [Hidden(4), From(nameof(Low))] public partial Layer High { get; } "
            + "[Output(6), From(nameof(High), nameof(Context))] public partial Layer Out { get; }").Network;

        Assert.Equal(["Context> >Out", "Item>Low,High>Out"], Pathways.Of(network).Select(chain =>
            $"{string.Join(",", chain.Inputs)}>{(chain.Modules.Count == 0 ? " " : string.Join(",", chain.Modules.Select(module => module.Name)))}>{string.Join(",", chain.Outputs.Select(output => output.Name))}"));
    }

    [Fact]
    public void TheWorkOfMapsGrowsWithWhatIsOnTogether()
    {
        const string Out = "[Output(6), From(nameof(A), nameof(B))] public partial Layer Out { get; }";
        const string A = "[Hidden(5), From(nameof(X)){0}] public partial Layer A {{ get; }} [Hidden(4), From(nameof(X)), ActiveIn(nameof(C), 1)] public partial Layer B {{ get; }} ";

        // Each map is multiplied forward once and back twice: 2 x 6 x 3 for each hidden unit. Its columns meet those that are on with it: 4 x 6 x columns^2.
        // Weights into hidden units move by c B.
        long products = (3 * 2 * 6 * 3 * (5 + 4)) + (2 * 3 * (5 + 4));
        Assert.Equal(products + (2 * 4 * 6 * 3 * 3), Work(", ActiveIn(nameof(C), 0)"));
        Assert.Equal(products + (4 * 6 * 6 * 6), Work(""));

        static long Work(string gate) => Plan(Dense + string.Format(System.Globalization.CultureInfo.InvariantCulture, A, gate) + Out).Network.Statistics!.Work;
    }

    [Fact]
    public void CallsOfOneModuleStandUnderOneFormula()
    {
        CompilationPlan plan =
            Plan(Item + "[Hidden(5), From(nameof(Item))] public partial Layer H { get; } [Output(6), From(nameof(H), nameof(Context))] public partial Layer Out { get; }");

        Assert.Equal([1, 2], plan.Batch.Forward.Groups.Select(group => group.Calls.Count));
    }

    private static CompilationPlan Plan(string members, string attributes = "")
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork{attributes}] public partial class Net {{ {members} }}");
        NetworkModel model = NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!;
        return CompilationPlan.Of(model, []);
    }

    private static string[] Calls(ProgramMethod method) => [.. method.Groups.SelectMany(group => group.Calls)
        .Select(call => $"{call.Kernel} {string.Join(" ", call.AllOperands.Select(operand => $"{operand.Owner}.{operand.Indexed(name => name)}"))}")];
}
