namespace GateDsl.Tests.Gating;

public sealed class GateCensusTests
{
    // Two items in two contexts, contexts outer as in the data of P1 §4.
    private static readonly int[] Items = [0, 1, 0, 1];
    private static readonly int[] Contexts = [0, 0, 1, 1];

    private static LayerDatapoints Inputs => LayerDatapoints.Of(4)
        .OneHot("Item", 2, Items, InputRole.Item)
        .OneHot("Context", 2, Contexts, InputRole.Context);

    [Fact]
    public void CountsUnitsAndPathStrengthByPatternAndClass()
    {
        GateCensus census = GateCensus.Take(Gates("1111", "1100", "0000", "1100", "1110", "1001"), [2, 1, 0.5, 3, 1, 0.5], Inputs);

        Assert.Equal(
            [
                new("1100", GateClass.ContextOnly, 2, 0.5),
                new("1111", GateClass.AlwaysOn, 1, 0.25),
                new("1110", GateClass.NestedMixed, 1, 0.125),
                new("0000", GateClass.NeverOn, 1, 0.0625),
                new("1001", GateClass.NotImplementable, 1, 0.0625),
            ],
            census.Patterns);
        Assert.Equal(
            [GateClass.NotImplementable, GateClass.NeverOn, GateClass.AlwaysOn, GateClass.ContextOnly, GateClass.NestedMixed],
            census.Classes.Select(share => share.Class));
        Assert.Equal(0.5, census.ShareOf(GateClass.ContextOnly));
        Assert.Equal(0, census.ShareOf(GateClass.ItemOnly));
        Assert.Equal(1, census.Patterns.Sum(row => row.Share), 12);
        Assert.Equal(6, census.Classes.Sum(share => share.Units));
    }

    [Fact]
    public void RepeatedAndMissingDatapointsAreFine()
    {
        // Item 1 in context 1 is missing, item 0 in context 0 is there twice.
        LayerDatapoints datapoints = LayerDatapoints.Of(4)
            .OneHot("Item", 2, [0, 0, 1, 0], InputRole.Item)
            .OneHot("Context", 2, [0, 0, 0, 1], InputRole.Context);
        GateCensus census = GateCensus.Take(Gates("1100", "0011", "0010", "1000"), [4, 3, 2, 1], datapoints);
        Assert.Equal(
            [GateClass.SingleDatapoint, GateClass.NestedMixed, GateClass.SingleDatapoint, GateClass.NotImplementable],
            census.Patterns.Select(row => row.Class));
    }

    [Fact]
    public void ADeepLayerIsClassedByWhatItsGatesDependOn()
    {
        LayerDatapoints labels = LayerDatapoints.Of(4)
            .Label("Item", 2, Items, InputRole.Item)
            .Label("Context", 2, Contexts, InputRole.Context);
        GateCensus census = GateCensus.Take(Gates("1100", "1010", "1001", "0111", "1000"), [5, 4, 3, 2, 1], labels);
        Assert.Equal(
            [GateClass.ContextOnly, GateClass.ItemOnly, null, null, GateClass.SingleDatapoint],
            census.Patterns.Select(row => row.Class));
        Assert.Null(census.Classes[^1].Class);
    }

    [Fact]
    public void WithItsActivationsADeepLayerCanDoMore()
    {
        // The first layer's units are on for one datapoint each, so that the XoR square is within reach of the second.
        LayerDatapoints datapoints = LayerDatapoints.Of(4)
            .Label("Item", 2, Items, InputRole.Item)
            .Label("Context", 2, Contexts, InputRole.Context)
            .Dense("Hidden1", 4, [0.1, 0, 0, 0, 0, 0.2, 0, 0, 0, 0, 0.3, 0, 0, 0, 0, 0.4]);
        GateCensus census = GateCensus.Take(Gates("1001", "1100"), [2, 1], datapoints);
        Assert.Equal([GateClass.NestedMixed, GateClass.ContextOnly], census.Patterns.Select(row => row.Class));
    }

    [Fact]
    public void WithoutAnyStrengthUnitsCountTheSame()
    {
        GateCensus census = GateCensus.Take(Gates("0000", "1111", "0000", "0000"), [0, 0, 0, 0], Inputs);
        Assert.Equal(0.75, census.ShareOf(GateClass.NeverOn));
        Assert.Equal(0.25, census.ShareOf(GateClass.AlwaysOn));
    }

    [Fact]
    public void WhatDoesNotMatchIsRefused()
    {
        Assert.Throws<ArgumentException>(() => GateCensus.Take(Gates("11"), [1], Inputs));
        Assert.Throws<ArgumentException>(() => GateCensus.Take(Gates("1111"), [1, 2], Inputs));
        Assert.Throws<ArgumentException>(() => GateCensus.Take(Gates("1111"), [-1], Inputs));
        Assert.Throws<ArgumentException>(() => GateCensus.Take(Gates("1111"), [double.NaN], Inputs));
        Assert.Throws<ArgumentException>(() => LayerDatapoints.Of(2).OneHot("Item", 2, [0, 2]));
        Assert.Throws<ArgumentException>(() => LayerDatapoints.Of(2).OneHot("Item", 2, [0]));
        Assert.Throws<ArgumentException>(() => LayerDatapoints.Of(2).Dense("x", 1, [0, double.NaN]));
        Assert.Throws<ArgumentException>(() => LayerDatapoints.Of(2).Dense("x", 2, [0, 1]));
    }

    private static bool[,] Gates(params string[] units)
    {
        bool[,] gates = new bool[units.Length, units[0].Length];
        for (int unit = 0; unit < units.Length; unit++)
        {
            for (int n = 0; n < units[unit].Length; n++)
            {
                gates[unit, n] = units[unit][n] == '1';
            }
        }

        return gates;
    }
}
