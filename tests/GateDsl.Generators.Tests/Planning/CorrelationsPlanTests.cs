using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Maps;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>What training by statistics gathers of a data set, in which order and of what, as values.</summary>
public class CorrelationsPlanTests
{
    private const string Inputs = "[OneHotInput(4)] public partial Layer Item { get; } [Input(2)] public partial Layer X { get; } "
        + "[OneHotInput(3)] public partial Layer Context { get; } ";

    [Fact]
    public void WhatPathsSeeIsGatheredOfInputsAndWhatOutputsLackOfWhatPathsSee()
    {
        Gathering[] gatherings = Plan(Inputs + "[Hidden(5), From(nameof(Item))] public partial Layer Common { get; } "
            + "[Hidden(5), From(nameof(Item), nameof(X)), ActiveIn(nameof(Context), 1)] public partial Layer Own { get; } "
            + "[Output(6), From(nameof(Common), nameof(Own))] public partial Layer Out { get; } "
            + "[Output(2), From(nameof(Own))] public partial Layer Other { get; }");

        string[] targets =
        [
            "input_Item", "input_X", "x_Item_Always", "x_Item_ContextIn_1", "x_X_ContextIn_1", "Residual_Out", "Residual_Other", "Bases",
        ];
        Assert.Equal(targets, gatherings.Select(gathering => gathering.Target));
        GatheredView view = Assert.IsType<GatheredView>(gatherings[3]);
        Assert.Equal(("input_Item", "ContextIn_1"), (view.Input, view.Gate));
        Assert.Equal(["x_Item_Always", "x_Item_ContextIn_1", "x_X_ContextIn_1"], Assert.IsType<GatheredResidual>(gatherings[5]).Views);
        Assert.Equal(["x_Item_ContextIn_1", "x_X_ContextIn_1"], Assert.IsType<GatheredResidual>(gatherings[6]).Views);
        Assert.Equal([new NamedInput("X", "input_X")], Assert.IsType<GatheredBases>(gatherings[7]).Inputs);
    }

    /// <summary>Every value that is handed over, and where the result is kept.</summary>
    [Fact]
    public void OperandsAreCounted()
    {
        Gathering[] gatherings = Plan(Inputs + "[GateInput(3)] public partial GateInput Open { get; } "
            + "[Hidden(5), From(nameof(X)), GatedBy(nameof(Open), 0), GatedBy(nameof(Open), 2)] public partial Layer Own { get; } "
            + "[Output(6), From(nameof(Item), nameof(Own))] public partial Layer Out { get; } "
            + "[Output(2), From(nameof(Closed))] public partial Layer Unreached { get; } "
            + "[Hidden(5), From(nameof(Item)), ActiveIn(nameof(Context), 1), ActiveIn(nameof(Context), 2)] public partial Layer Closed { get; }");

        string[] targets = ["input_X", "input_Item", "x_Item_Always", "x_X_Open_0_And_Open_2", "Residual_Out", "Bases", "LossOfUnreached"];
        Assert.Equal(targets, gatherings.Select(gathering => gathering.Target));
        Assert.Equal([4, 4, 3, 6, 7, 3, 5], gatherings.Select(gathering => gathering.Operands));
        Assert.Equal("Unreached", Assert.IsType<GatheredLoss>(gatherings[6]).Output.Name);
    }

    [Fact]
    public void ANumberThatMultipliesTwiceIsPartOfTheName()
    {
        Gathering[] gatherings = Plan(Inputs + "[GateInput(1)] public partial GateInput Open { get; } "
            + "[Hidden(5), From(nameof(X)), GatedBy(nameof(Open), 0)] public partial Layer Low { get; } "
            + "[Hidden(5), From(nameof(Low)), GatedBy(nameof(Open), 0)] public partial Layer High { get; } "
            + "[Output(6), From(nameof(Low), nameof(High))] public partial Layer Out { get; }");

        Assert.Equal(["Open_0", "Open_0_Open_0_Power_2"], gatherings.OfType<GatheredView>().Select(view => view.Label));
        Assert.Equal([5, 6], gatherings.OfType<GatheredView>().Select(view => view.Operands));
    }

    [Fact]
    public void WithoutStatisticsNothingIsGathered() => Assert.Null(Compile(
        Inputs + "[Hidden(5), From(nameof(X)), SelfGated] public partial Layer H { get; } "
            + "[Output(6), From(nameof(H))] public partial Layer Out { get; }")
        .Correlations);

    private static Gathering[] Plan(string members) => [.. Compile(members).Correlations!.Gatherings];

    private static CompilationPlan Compile(string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {members} }}");
        return CompilationPlan.Of(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!, []);
    }
}
