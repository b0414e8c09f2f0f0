using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Data;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>How the numbers of a data set are given, and what it has of gates that are numbers.</summary>
public class NumbersPlanTests
{
    private const string Inputs = "[Input(4)] public partial Layer X { get; } [OneHotInput(3)] public partial Layer Context { get; } ";
    private const string Open = "[GateInput(3)] public partial GateInput Open { get; } ";
    private const string Out = "[Output(6), From(nameof(H))] public partial Layer Out { get; } ";

    [Fact]
    public void WithoutGatesNumbersAreGivenInEitherPrecision() => Assert.Equal(
        ["double", "float"], Ways(Inputs + "[Hidden(5), From(nameof(X))] public partial Layer H { get; } " + Out));

    [Fact]
    public void WhatIsGivenAsIndicesAloneIsGivenInOneWay() => Assert.Equal(
        ["double"],
        Ways("[OneHotInput(4)] public partial Layer X { get; } [Hidden(5), From(nameof(X))] public partial Layer H { get; } "
            + "[Output(6, Loss = OutputLoss.CrossEntropy), From(nameof(H))] public partial Layer Out { get; }"));

    [Fact]
    public void GatesAreNumbersOrOpenAndClosed() => Assert.Equal(
        ["double", "float", "double Open", "float Open"],
        Ways(Inputs + Open + "[Hidden(5), From(nameof(X)), GatedBy(nameof(Open), 1)] public partial Layer H { get; } " + Out));

    /// <summary>Precision makes no difference where all numbers are gates that are given as open and closed.</summary>
    [Fact]
    public void WaysThatNoTypeTellsApartAreOne() => Assert.Equal(
        ["double", "float", "double Open"],
        Ways("[OneHotInput(4)] public partial Layer X { get; } " + Open
            + "[Hidden(5), From(nameof(X)), GatedBy(nameof(Open), 1)] public partial Layer H { get; } "
            + "[Output(6, Loss = OutputLoss.CrossEntropy), From(nameof(H))] public partial Layer Out { get; }"));

    [Theory]
    [InlineData(3, 16)]
    [InlineData(4, 4)]
    public void UpToThreeGateInputsAreEachGivenAsTheyAre(int inputs, int ways)
    {
        string gates = string.Concat(Enumerable.Range(0, inputs).Select(k => $"[GateInput(1)] public partial GateInput G{k} {{ get; }} "));
        string gated = string.Concat(Enumerable.Range(0, inputs).Select(k => $", GatedBy(nameof(G{k}), 0)"));

        Assert.Equal(ways, Ways(Inputs + gates + $"[Hidden(5), From(nameof(X)){gated}] public partial Layer H {{ get; }} " + Out).Length);
    }

    [Fact]
    public void AProductIsKeptOfSeveralNumbersAlone()
    {
        NumbersPlan numbers = Plan(Inputs + Open + "[Hidden(5), From(nameof(X)), GatedBy(nameof(Open), 1)] public partial Layer One { get; } "
            + "[Hidden(5), From(nameof(X)), GatedBy(nameof(Open), 0), GatedBy(nameof(Open), 2)] public partial Layer Two { get; } "
            + "[Hidden(5), From(nameof(X)), OnePer(nameof(Open)), GatedBy(nameof(Open), 1)] public partial LayerBank Own { get; } "
            + "[Output(6), From(nameof(One), nameof(Two), nameof(Own))] public partial Layer Out { get; }").Numbers;

        Assert.Equal([("Two", false), ("Own", true)], numbers.Multiplied.Select(layer => (layer.Layer, layer.IsBank)));
        Assert.Equal([[0, 2]], Products(numbers.Multiplied[0]));
        Assert.Equal([[1, 0], [1, 1], [1, 2]], Products(numbers.Multiplied[1]));
    }

    /// <summary>A gate that all edges from inputs share is the module's own; of edges from other layers, or with unequal gates, it is not.</summary>
    [Theory]
    [InlineData("From(nameof(X), nameof(Context), When = nameof(First))", "where Context is 1 or 2 and First holds")]
    [InlineData("From(nameof(X), When = nameof(First)), From(nameof(Context))", "where Context is 1 or 2")]
    [InlineData("From(nameof(Low), When = nameof(First))", "where Context is 1 or 2")]
    public void AReportIsOnTheGateThatAUnitSees(string from, string expected)
    {
        NumbersPlan numbers = Plan(Inputs + "[Hidden(5), From(nameof(X))] public partial Layer Low { get; } "
            + $"[Hidden(5), {from}, ActiveIn(nameof(Context), 1, 2)] public partial Layer H {{ get; }} " + Out
            + "public static bool First(int context) => context == 1;").Numbers;

        Assert.Equal(expected, numbers.Reported.Single(reported => reported.Module.Layer == "H").Gate.InWords);
    }

    [Fact]
    public void AModuleThatIsNeverOnIsNotReported() => Assert.Equal(
        ["H"],
        Plan(Inputs + "[Hidden(5), From(nameof(X)), ActiveIn(nameof(Context), 1), ActiveIn(nameof(Context), 2)] public partial Layer Dead { get; } "
            + "[Hidden(5), From(nameof(X))] public partial Layer H { get; } "
            + "[Output(6), From(nameof(H), nameof(Dead))] public partial Layer Out { get; }")
            .Numbers.Reported.Select(reported => reported.Module.ToString()));

    private static IEnumerable<IEnumerable<int>> Products(MultipliedLayer layer) =>
        layer.Products.Select(factors => factors.Select((NumberGate factor) => factor.Number));

    private static string[] Ways(string members) => [.. Plan(members).Ways.Select(way => string.Join(' ', way.Booleans.Prepend(way.Scalar)))];

    private static CompilationPlan Plan(string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {members} }}");
        return CompilationPlan.Of(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!, []);
    }
}
