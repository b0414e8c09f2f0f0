using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying;

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

    private static string Bits(bool[] gate) => string.Concat(gate.Select(on => on ? '1' : '0'));
}
