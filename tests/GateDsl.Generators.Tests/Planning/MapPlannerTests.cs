using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Maps;
using GateDsl.Generators.Planning.Program;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>What training by statistics computes, in which order and where it stands, as values: no text is read here.</summary>
public class MapPlannerTests
{
    private const string Dense = "[Input(3)] public partial Layer X { get; } [OneHotInput(3)] public partial Layer C { get; } ";
    private const string OneHot = "[OneHotInput(4)] public partial Layer X { get; } [OneHotInput(3)] public partial Layer C { get; } ";

    [Fact]
    public void AMapIsTheProductOfItsWeights()
    {
        MapProgram program =
            Plan(Dense + "[Hidden(5), From(nameof(X))] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }");

        Assert.Equal(MapLayout.UnitRows, program.Layout);
        Assert.Equal(["SetProduct w.HToOut w.XToH f.Out_X"], Calls(program.ComposeMaps));
        Assert.Equal(
            ["SetProductFromTransposed w.HToOut b.Out_X b.H_X", "AddProductWithTransposed b.Out_X w.XToH d.HToOut c", "Add b.H_X d.XToH c"],
            Calls(program.Descend));
    }

    [Fact]
    public void WithARowForEveryFeatureItIsTransposedAndSoAreTheWeightsBehindIt()
    {
        MapProgram program =
            Plan(OneHot + "[Hidden(5), From(nameof(X))] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }");

        Assert.Equal(MapLayout.FeatureRows, program.Layout);
        Assert.Equal(["HToOut"], program.TransposedWeights);
        Assert.Equal(["SetProductFromTransposed w.XToH w.HToOut f.Out_X"], Calls(program.ComposeMaps));
        Assert.Equal(
            ["Transpose b.Out_X b.UnitRows_Out_X", "SetProduct w.HToOut b.UnitRows_Out_X b.H_X", "AddProduct w.XToH b.Out_X d.HToOut c", "Add b.H_X d.XToH c"],
            Calls(program.Descend));
    }

    [Fact]
    public void PathsThatShareAGateAreSummedInOneMap()
    {
        MapProgram program =
            Plan(Dense + "[Hidden(5), From(nameof(X))] public partial Layer A { get; } [Hidden(4), From(nameof(X))] public partial Layer B { get; } "
            + "[Output(6), From(nameof(A), nameof(B))] public partial Layer Out { get; }");

        Assert.Equal(["SetProduct w.AToOut w.XToA f.Out_X", "AddProduct w.BToOut w.XToB f.Out_X"], Calls(program.ComposeMaps));
        Assert.Equal(["Out_X"], Assert.Single(program.Stacks).Maps.Select(map => map.Place.Name));
    }

    [Fact]
    public void PathsWithGatesOfTheirOwnHaveMapsOfTheirOwnInOneStack()
    {
        MapProgram program = Plan(Dense + "[Hidden(5), From(nameof(X))] public partial Layer A { get; } "
            + "[Hidden(4), From(nameof(X)), ActiveIn(nameof(C), 1)] public partial Layer B { get; } [Output(6), From(nameof(A), nameof(B))] public partial Layer Out { get; }");

        MapStack stack = Assert.Single(program.Stacks);
        Assert.Equal(("Into_Out", "Out"), (stack.Member, stack.Output));
        Assert.Equal(2, stack.Maps.Count);
        Assert.All(stack.Maps, map => Assert.Equal("X", map.Input));
        Assert.DoesNotContain(Calls(program.ComposeMaps), call => call.StartsWith("AddProduct", StringComparison.Ordinal));
    }

    [Fact]
    public void AnEdgeFromAnInputToAnOutputIsCopiedAndMovesByItsError()
    {
        MapProgram program = Plan(Dense + "[Output(6), From(nameof(X))] public partial Layer Out { get; }");

        Assert.Equal(["Copy w.XToOut f.Out_X"], Calls(program.ComposeMaps));
        Assert.Equal(["Add b.Out_X d.XToOut c"], Calls(program.Descend));
    }

    [Fact]
    public void TheDirectEdgeComesFirstSoThatNothingIsCleared()
    {
        MapProgram program =
            Plan(Dense + "[Hidden(5), From(nameof(X))] public partial Layer A { get; } [Output(6), From(nameof(A), nameof(X))] public partial Layer Out { get; }");

        Assert.Equal(["Copy w.XToOut f.Out_X", "AddProduct w.AToOut w.XToA f.Out_X"], Calls(program.ComposeMaps));
    }

    [Fact]
    public void SoItDoesWhereAMapHasARowForEveryFeature()
    {
        MapProgram program = Plan("[OneHotInput(4)] public partial Layer X { get; } [Hidden(5), From(nameof(X))] public partial Layer A { get; } "
            + "[Output(6), From(nameof(A), nameof(X))] public partial Layer Out { get; }");

        Assert.Equal(["Copy w.XToOut f.Out_X", "AddProductFromTransposed w.XToA w.AToOut f.Out_X"], Calls(program.ComposeMaps));
    }

    [Fact]
    public void TheLargerOfTwoMatricesInSeriesIsReadOnce()
    {
        MapProgram program = Plan("[Input(50)] public partial Layer X { get; } [Hidden(5), From(nameof(X))] public partial Layer H { get; } "
            + "[Output(2), From(nameof(H))] public partial Layer Out { get; }");

        // 250 weights before 10: the step of the 10 waits beside them.
        Assert.Equal(
            ["SetProductWithTransposed b.Out_X w.XToH b.Step_Out_X", "AddProductFromTransposed w.HToOut b.Out_X d.XToH c", "Add b.Step_Out_X d.HToOut c"],
            Calls(program.Descend));
        Assert.Contains(new MapBuffer("Step_Out_X", 0, "Out", "H"), program.Errors);
    }

    /// <summary>The weights from X are the larger ones everywhere but in the last case.</summary>
    [Theory]
    [InlineData("[Input(50)] public partial Layer X { get; }", "X", "[Output(2), From(nameof(H))] public partial Layer Out { get; }", "Step_Out_X")]
    [InlineData("[Input(50)] public partial Layer X { get; }", "X",
        "[Output(2), From(nameof(H))] public partial Layer Out { get; } [Output(2), From(nameof(H))] public partial Layer Two { get; }", "")]
    [InlineData("[Input(50)] public partial Layer X { get; } [Input(40)] public partial Layer Z { get; }", "X), nameof(Z",
        "[Output(2), From(nameof(H))] public partial Layer Out { get; }", "")]
    [InlineData("[Input(50)] public partial Layer X { get; }", "X", "[Output(2), From(nameof(H), nameof(X))] public partial Layer Out { get; }", "")]
    [InlineData("[Input(50)] public partial Layer X { get; }", "X",
        "[Hidden(2), From(nameof(H))] public partial Layer G { get; } [Output(2), From(nameof(G))] public partial Layer Out { get; }", "Step_G_X")]
    [InlineData("[Input(3)] public partial Layer X { get; }", "X", "[Output(2), From(nameof(H))] public partial Layer Out { get; }", "Step_Out_X")]
    [InlineData("[Input(2)] public partial Layer X { get; }", "X", "[Output(2), From(nameof(H))] public partial Layer Out { get; }", "")]
    public void OnlyALargerMatrixThatNothingElseReadsMovesFirst(string inputs, string from, string behind, string expected) => Assert.Equal(
        expected,
        string.Concat(Plan(inputs + $"[Hidden(5), From(nameof({from}))] public partial Layer H {{ get; }} " + behind).Errors
            .Select(error => error.Member).Where(member => member.StartsWith("Step_", StringComparison.Ordinal))));

    [Fact]
    public void TheFirstErrorThatReachesAMapSetsItAndTheOthersAreAdded()
    {
        MapProgram program =
            Plan(Dense + "[Hidden(5), From(nameof(X))] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer One { get; } "
            + "[Output(2), From(nameof(H))] public partial Layer Two { get; }");

        Assert.Equal(
            ["SetProductFromTransposed w.HToTwo b.Two_X b.H_X", "AddProductFromTransposed w.HToOne b.One_X b.H_X"],
            Calls(program.Descend).Where(call => call.EndsWith("b.H_X", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryErrorIsCarriedOverAnEdgeBeforeTheEdgeMoves()
    {
        MapProgram program =
            Plan(Dense + "[Hidden(5), From(nameof(X), nameof(C))] public partial Layer H { get; } [Output(6), From(nameof(H))] public partial Layer Out { get; }");
        string[] calls = Calls(program.Descend);

        Assert.Equal(2, calls.Count(call => call.StartsWith("SetProductFromTransposed w.HToOut", StringComparison.Ordinal)));
        Assert.True(Array.FindLastIndex(calls, call => call.StartsWith("SetProductFromTransposed w.HToOut", StringComparison.Ordinal))
            < Array.FindIndex(calls, call => call.EndsWith("d.HToOut c", StringComparison.Ordinal)));
    }

    [Fact]
    public void AMapOfTwoHiddenLayersIsComputedOnceAndHasAMatrix()
    {
        MapProgram program =
            Plan(Dense + "[Hidden(5), From(nameof(X))] public partial Layer Low { get; } [Hidden(4), From(nameof(Low))] public partial Layer High { get; } "
            + "[Output(6), From(nameof(High))] public partial Layer One { get; } [Output(2), From(nameof(High))] public partial Layer Two { get; }");

        Assert.Equal(
            ["SetProduct w.LowToHigh w.XToLow f.High_X", "SetProduct w.HighToOne f.High_X f.One_X", "SetProduct w.HighToTwo f.High_X f.Two_X"],
            Calls(program.ComposeMaps));
        Assert.Equal([new MapBuffer("High_X", 0, "High", "X")], program.Maps);
    }

    [Fact]
    public void MapsOfTheCopiesOfABankAreArraysAndLoops()
    {
        MapProgram program = Plan(Dense + "[Hidden(5), From(nameof(X)), OnePer(nameof(C))] public partial LayerBank Own { get; } "
            + "[Output(6), From(nameof(Own))] public partial Layer Out { get; }");

        Assert.Equal(["SetProduct w.OwnToOut[k] w.XToOwn[k] f.Out_X_Own[k]"], Calls(program.ComposeMaps));
        Assert.Equal([new LoopRange(0, 2)], program.ComposeMaps.Groups.Select(group => group.Loop));
        Assert.Equal([new LoopRange(0, 2), new LoopRange(2, 0)], program.Descend.Groups.Select(group => group.Loop));
        Assert.Contains(new MapBuffer("Own_X", 3, "Own", "X"), program.Errors);
    }

    [Fact]
    public void WhatReachesNoOutputIsNeitherComputedNorMoved()
    {
        MapProgram program =
            Plan(Dense + "[Hidden(5), From(nameof(X))] public partial Layer Dead { get; } [Hidden(4), From(nameof(X))] public partial Layer H { get; } "
            + "[Output(6), From(nameof(H))] public partial Layer Out { get; }");

        Assert.DoesNotContain(Calls(program.ComposeMaps).Concat(Calls(program.Descend)), call => call.Contains("Dead", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryMapHasItsPlace()
    {
        MapProgram program = Plan(OneHot + "[Hidden(5), From(nameof(X)), OnePer(nameof(C))] public partial LayerBank Own { get; } "
            + "[Output(6), From(nameof(Own))] public partial Layer Out { get; }");

        Assert.Equal(["Out_X_Own[0]", "Out_X_Own[1]", "Out_X_Own[2]"], Assert.Single(program.Stacks).Maps.Select(map => map.Place.Name));
        Assert.Equal(program.Places.Count, program.Places.Select(placed => placed.Place.Name).Distinct().Count());
    }

    private static MapProgram Plan(string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {members} }}");
        NetworkModel model = NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!;
        return CompilationPlan.Of(model, []).Maps!;
    }

    /// <summary>Kernel, operands and factor of every call.</summary>
    private static string[] Calls(ProgramMethod method) => [.. method.Groups.SelectMany(group => group.Calls).Select(call => string.Join(
        ' ', call.AllOperands.Select(operand => $"{operand.Owner}.{operand.Indexed(name => name)}").Prepend(call.Kernel).Append(call.Factor)
            .Where(part => part.Length > 0)))];
}
