using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Wording;

/// <summary>Boxes of combinations that are to be both inside and outside, and of more combinations than boxes grow from.</summary>
public sealed class BoxEdgeTests
{
    [Fact]
    public void WhatIsBothInsideAndOutsideIsRefused()
    {
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).OneHot("Context", 2, [0, 0, 1, 1]));

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => BoxCover.Of(space, [[0, 0], [1, 1]], [[0, 1], [1, 1]]));

        Assert.Contains("differs between datapoints whose inputs are equal", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Of 128 combinations boxes grow from every second; the others, which lie in no box of these, have one too.</summary>
    [Fact]
    public void CombinationsBetweenThoseThatBoxesGrowFromAreContained()
    {
        int[][] all = [.. Enumerable.Range(0, 64).SelectMany(n => new int[][] { [n % 8, n / 8, 0], [8 + (n % 8), n / 8, 1] })];
        int[][] outside = [.. all.Select(point => (int[])[point[0], point[1], 1 - point[2]])];
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(256).OneHot("A", 16, [.. all.Concat(outside).Select(point => point[0])])
            .OneHot("B", 8, [.. all.Concat(outside).Select(point => point[1])]).OneHot("C", 2, [.. all.Concat(outside).Select(point => point[2])]));

        Assert.Equal(
            ["0000000011111111|11111111|01", "1111111100000000|11111111|10"],
            BoxCover.Of(space, all, outside).Select(box => box.Key));
    }
}
