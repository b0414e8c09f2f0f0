using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Modules;

/// <summary>What a centroid rounds to where some of its entries are close to a half.</summary>
public sealed class ModuleGatesTests
{
    private static readonly IdentificationData Data = IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).OneHot("Context", 2, [0, 0, 1, 1]);

    /// <summary>Item 0 in context 0 is on and item 1 in context 1 is off: between them an input decides, the context where either would.</summary>
    [Theory]
    [InlineData(0.9, 0.55, 0.55, 0.1, "1100")]
    [InlineData(0.9, 0.45, 0.45, 0.1, "1100")]
    [InlineData(0.9, 0.45, 0.8, 0.1, "1010")]
    [InlineData(0.9, 0.8, 0.55, 0.1, "1100")]
    [InlineData(0.9, 0.8, 0.8, 0.1, "1110")]
    [InlineData(0.9, 0.2, 0.2, 0.1, "1000")]
    public void UndecidedEntriesFollowTheContextFirst(double first, double second, double third, double last, string expected) =>
        Assert.Equal(expected, Bits(ModuleGates.Rounded([first, second, third, last], Data)));

    [Fact]
    public void OverOneInputEveryEntryIsRoundedByItself() => Assert.Equal(
        "10", Bits(ModuleGates.Rounded([0.51, 0.49], IdentificationData.Of(2).OneHot("Item", 2, [0, 1]))));

    /// <summary>What is more than a half of the weight decides: of exactly a half nothing is on, neither by itself nor by the values of an input.</summary>
    [Theory]
    [InlineData(0.5, 0.5, 1, 1, "0011")]
    [InlineData(1, 1, 0.5, 0.5, "1100")]
    [InlineData(0.5, 1, 1, 0.2, "0110")]
    [InlineData(0.39, 0.9, 0.61, 0.9, "0111")]
    [InlineData(0.41, 0.9, 0.61, 0.9, "1111")]
    [InlineData(0.41, 0.9, 0.59, 0.9, "1111")]
    [InlineData(0.41, 0.9, 0.39, 0.9, "0101")]
    public void ExactlyAHalfIsOff(double first, double second, double third, double last, string expected) =>
        Assert.Equal(expected, Bits(ModuleGates.Rounded([first, second, third, last], Data)));

    /// <summary>Clusters that round to the same gate have it once, also where it is the first one; one that is on nowhere has none.</summary>
    [Fact]
    public void EveryGateIsThereOnce()
    {
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]);
        Clustering clustering = new([[0.2, 0.3], [0.9, 0.1], [0.8, 0.2], [0.1, 0.9], [0.7, 0], [0.5, 0.5], [0, 0.6]], [], 0);

        (List<bool[]> gates, int[] gateOfCluster) = ModuleGates.Of(clustering, data);

        Assert.Equal(["10", "01"], gates.Select(Bits));
        Assert.Equal([-1, 0, 0, 1, 0, -1, 1], gateOfCluster);
    }

    private static string Bits(bool[] gate) => string.Concat(gate.Select(on => on ? '1' : '0'));
}
