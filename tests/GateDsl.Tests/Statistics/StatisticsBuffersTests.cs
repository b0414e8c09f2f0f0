using GateDsl.CompilerServices;

namespace GateDsl.Tests;

/// <summary>Where maps stand beside or below each other, and what is behind the matrices of edges.</summary>
public class StatisticsBuffersTests
{
    private static readonly LayerUnits Units = new LayerUnits().Input("Five", 5).Input("Three", 3).Input("Two", 2).Output("Out", 3);

    [Fact]
    public void MapsStandBesideEachOtherInWholeRegisters()
    {
        StatisticsBuffers<double> buffers = new(Units, hasFeatureRows: false);
        MatrixView<double> stack = buffers.Stack("Out", ("A", "Five"), ("B", "Three"), ("C", "Two"));
        Assert.Equal((3, 16, 16), (stack.Rows, stack.Columns, stack.Stride));

        foreach ((string map, int columns, int first) in (ReadOnlySpan<(string, int, int)>)[("A", 5, 0), ("B", 3, 8), ("C", 2, 12)])
        {
            MatrixView<double> part = buffers.Part(map);
            Assert.Equal((3, columns, 16), (part.Rows, part.Columns, part.Stride));
            part.Span[16 + 1] = first + 7;
            Assert.Equal(first + 7, stack.Span[16 + first + 1]);
        }
    }

    [Fact]
    public void RowsOfFeaturesStandBelowEachOther()
    {
        StatisticsBuffers<double> buffers = new(Units, hasFeatureRows: true);
        MatrixView<double> stack = buffers.Stack("Out", ("A", "Five"), ("B", "Three"), ("C", "Two"));
        Assert.Equal((10, 4, 4), (stack.Rows, stack.Columns, stack.Stride));

        foreach ((string map, int rows, int first) in (ReadOnlySpan<(string, int, int)>)[("A", 5, 0), ("B", 3, 5), ("C", 2, 8)])
        {
            MatrixView<double> part = buffers.Part(map);
            Assert.Equal((rows, 3, 4), (part.Rows, part.Columns, part.Stride));
            part.Span[4 + 1] = first + 7;
            Assert.Equal(first + 7, stack.Span[((first + 1) * 4) + 1]);
        }
    }

    /// <summary>Whole registers of rows too: what multiplies by their transpose reads them.</summary>
    [Theory]
    [InlineData(false, 8, 4)]
    [InlineData(true, 4, 8)]
    public void BehindTheRowsOfAnEdgeThereAreZeros(bool isTransposed, int stride, int rows)
    {
        StatisticsBuffers<double> buffers = new(Units, hasFeatureRows: false);

        MatrixView<double> edge = buffers.Edge("FiveToOut", "Five", "Out", isTransposed);

        Assert.Equal(isTransposed ? (5, 3, stride) : (3, 5, stride), (edge.Rows, edge.Columns, edge.Stride));
        Assert.Equal(rows * stride, edge.Span.Length);
        Assert.Equal(32, buffers.Matrix("Three", "Five").Span.Length);
    }

    /// <summary>Only the pairs that are drawn have weights, and copies are called by their number.</summary>
    [Fact]
    public void EdgesOfBanksAreCalledByTheirCopies()
    {
        LayerUnits units = new LayerUnits().Input("In", 1).Hidden("A", 2, copies: 2).Hidden("B", 3, copies: 3).Output("Out", 1);
        StatisticsBuffers<float> buffers = new(units, hasFeatureRows: false);
        buffers.Bank("InToA", "In", "A[]", 2);
        MatrixView<float>[][] grid = buffers.Grid("AToB", "A[]", "B[]", false, "011", "100");

        Assert.Equal(["InToA[0]", "InToA[1]", "AToB[0, 1]", "AToB[0, 2]", "AToB[1, 0]"], buffers.Edges.Select(edge => edge.Name));
        Assert.Equal(["In>A[0]", "In>A[1]", "A[0]>B[1]", "A[0]>B[2]", "A[1]>B[0]"], buffers.Edges.Select(edge => $"{edge.Source}>{edge.Target}"));
        Assert.Equal([0, 3, 3, 3, 0, 0], grid.SelectMany(row => row.Select(view => view.Rows)));
        Assert.Equal([2, 2, 6, 6, 6], buffers.Unpacked.Select(edge => edge.Values.Length));
    }
}
