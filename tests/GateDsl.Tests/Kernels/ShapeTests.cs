using GateDsl.CompilerServices;

namespace GateDsl.Tests.Kernels;

/// <summary>Shapes that random cases seldom meet: blocks that are large enough for lists of what is not 0, no inner extent, packed rows of any width.</summary>
public sealed class ShapeTests
{
    public static TheoryData<int, int, int, int> Blocks => new()
    {
        // Rows of the block, every how many-th is on, targets, sources.
        { 64, 1, 66, 130 },
        { 70, 1, 130, 66 },
        { 150, 2, 70, 140 },
        { 63, 1, 130, 66 },
    };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void ALargeBlockIsMultipliedAndAddedRowByRow(int block, int every, int targets, int sources)
    {
        Random random = new(block);
        int[] rows = [.. Enumerable.Range(0, block).Where(n => n % every == 0)];
        double[] w = Draw(targets * sources, 1), x = Draw(block * sources, 4), e = Draw(block * targets, 3);
        double[] z = Draw(block * targets, 1), b = Draw(block * sources, 1), d = Draw(targets * sources, 1);
        (double[] forward, double[] added, double[] set, double[] steps) = ([.. z], [.. b], [.. b], [.. d]);
        foreach (int n in rows)
        {
            for (int s = 0; s < sources; s++)
            {
                set[(n * sources) + s] = 0;
            }

            for (int t = 0; t < targets; t++)
            {
                for (int s = 0; s < sources; s++)
                {
                    forward[(n * targets) + t] += w[(t * sources) + s] * x[(n * sources) + s];
                    added[(n * sources) + s] += w[(t * sources) + s] * e[(n * targets) + t];
                    set[(n * sources) + s] += w[(t * sources) + s] * e[(n * targets) + t];
                    steps[(t * sources) + s] -= 3 * e[(n * targets) + t] * x[(n * sources) + s];
                }
            }
        }

        double[] found = [.. z];
        BatchKernels.AddProduct<double>(w, x, found, rows, targets, sources);
        Assert.Equal(forward, found);
        found = [.. b];
        BatchKernels.AddTransposedProduct<double>(w, e, found, rows, targets, sources);
        Assert.Equal(added, found);
        found = [.. b];
        BatchKernels.SetTransposedProduct<double>(w, e, found, rows, targets, sources);
        Assert.Equal(set, found);
        found = [.. d];
        BatchKernels.AddOuterProducts<double>(e, x, found, rows, targets, sources, -3);
        Assert.Equal(steps, found);

        // One number in every so many is not 0.
        double[] Draw(int count, int sparsity) => [.. Enumerable.Range(0, count).Select(_ => random.Next(sparsity) > 0 ? 0.0 : random.Next(1, 10) - 5)];
    }

    /// <summary>As many as four, with as many datapoints as values of all of them together, and with fewer.</summary>
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 10)]
    [InlineData(3, 10)]
    [InlineData(4, 10)]
    [InlineData(4, 8)]
    [InlineData(4, 7)]
    public void ColumnsOfSeveralOneHotInputsAreAddedUp(int inputs, int datapoints)
    {
        const int Targets = 3;
        int[] sources = [2, 3, 1, 2];
        Random random = new(inputs);
        double[][] weights = [.. sources.Select(count => Draw(Targets * count))];
        int[][] index = [.. sources.Select(count => Enumerable.Range(0, datapoints).Select(_ => random.Next(count)).ToArray())];
        double[] before = Draw(datapoints * Targets), set = new double[before.Length], e = Draw(before.Length);
        double[][] moved = [.. weights.Select(matrix => (double[])matrix.Clone())];
        for (int at = 0; at < set.Length; at++)
        {
            (int n, int t) = (at / Targets, at % Targets);
            for (int k = 0; k < inputs; k++)
            {
                int place = (t * sources[k]) + index[k][n];
                set[at] += weights[k][place];
                moved[k][place] -= 2 * e[at];
            }
        }

        (MatrixView<double>, int[])[] edges =
            [.. Enumerable.Range(0, inputs).Select(k => (new MatrixView<double>(weights[k], 0, Targets, sources[k], sources[k]), index[k]))];
        int[] rows = [.. Enumerable.Range(0, datapoints)];
        double[] found = [.. before], added = [.. before], rectified = [.. before];
        BatchKernels.SetColumns<double>(found, rows, Targets, 0, edges);
        BatchKernels.AddColumns<double>(added, rows, Targets, 0, edges);
        BatchKernels.SetRectifiedColumns<double>(rectified, rows, Targets, 0, edges);
        Assert.Equal(set, found);
        Assert.Equal(set.Select((value, i) => before[i] + value), added);
        Assert.Equal(set.Select(value => Math.Max(value, 0)), rectified);

        BatchKernels.AddToColumns<double>(e, rows, Targets, -2, 0, edges);
        Assert.Equal(moved, weights);

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-9, 10))];
    }

    [Fact]
    public void AProductOverNothingIsZero()
    {
        double[] c = [1, 2, 3, 4, 5, 6];
        MatrixProducts.Add<double>([], 4, [], 0, c, 3, 2, 0, 3, 1);
        MatrixProducts.AddTransposed<double>([], 4, [], 0, c, 3, 2, 0, 3, 1);
        MatrixProducts.AddFromTransposed<double>([], 4, [], 0, c, 3, 2, 0, 3, 1);
        Assert.Equal([1, 2, 3, 4, 5, 6], c);

        MatrixProducts.Set<double>([], 4, [], 0, c, 3, 2, 0, 3);
        Assert.Equal(new double[6], c);

        // Without rows or columns nothing is read.
        MatrixProducts.Set<double>([], 4, [], 3, [], 3, 0, 4, 3);
        MatrixProducts.Set<double>([], 4, [], 3, [], 3, 4, 4, 0);
        SingleProducts.Set([], 4, 1, [], 3, [], 3, 0, 4, 3);
        SingleProducts.Set([], 4, 1, [], 3, [], 3, 4, 4, 0);
        SingleProducts.Set([], 4, 1, [], 3, c, 3, 2, 0, 3);
        MatrixPacking.Transpose<double>([], 4, [], 3, 0, 4);
        MatrixView<double> noRows = new([], 0, 0, 2, 2), noColumns = new([], 0, 2, 0, 0);
        MatrixProducts.SetProduct(noRows, new([1, 2, 3, 4], 0, 2, 2, 2), noRows);
        MatrixProducts.SetProductWithTransposed(noRows, new([1, 2], 0, 1, 2, 2), new([], 0, 0, 1, 1));

        double[] set = [1, 2, 3, 4];
        MatrixProducts.AddProductWithTransposed(noColumns, noColumns, new(set, 0, 2, 2, 2), 2);
        Assert.Equal([1, 2, 3, 4], set);
        MatrixProducts.SetProduct(noColumns, noRows, new(set, 0, 2, 2, 2));
        Assert.Equal(new double[4], set);
    }

    /// <summary>Rows start at multiples of 32 bytes.</summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 8, 4)]
    [InlineData(4, 8, 4)]
    [InlineData(5, 8, 8)]
    [InlineData(8, 8, 8)]
    [InlineData(9, 16, 12)]
    public void PackedRowsAreFarEnoughApart(int columns, int singles, int doubles)
    {
        Assert.Equal(singles, MatrixPacking.Stride<float>(columns));
        Assert.Equal(doubles, MatrixPacking.Stride<double>(columns));
    }

    [Fact]
    public void WhatIsPackedIsUnpacked()
    {
        double[] packed = new double[8];
        MatrixPacking.Pack<double>([1, 2, 3, 4, 5, 6], 3, packed, 4);
        Assert.Equal([1, 2, 3, 0, 4, 5, 6, 0], packed);

        double[] matrix = new double[6];
        MatrixPacking.Unpack<double>([1, 2, 3, 7, 4, 5, 6, 7], 4, matrix, 3);
        Assert.Equal([1, 2, 3, 4, 5, 6], matrix);
    }

    /// <summary>Of views whose rows lie side by side in one of the two alone, or that have other numbers of rows, no more is added than there is.</summary>
    [Fact]
    public void RowsAreAddedOneByOneWhereTheyDoNotLieSideBySide()
    {
        double[] four = [1, 2, 3, 4], wide = [1, 1, 7, 1, 1, 7];
        MatrixPacking.Add(new MatrixView<double>(four, 0, 2, 2, 2), new MatrixView<double>(wide, 0, 2, 2, 3), 10);
        Assert.Equal([11, 21, 7, 31, 41, 7], wide);

        MatrixPacking.Add(new MatrixView<double>(wide, 0, 2, 2, 3), new MatrixView<double>(four, 0, 2, 2, 2), 1);
        Assert.Equal([12, 23, 34, 45], four);

        double[] apart = [1, 1, 7, 1, 1, 7];
        MatrixPacking.Add(new MatrixView<double>(wide, 0, 2, 2, 3), new MatrixView<double>(apart, 0, 2, 2, 3), 1);
        Assert.Equal([12, 22, 7, 32, 42, 7], apart);

        double[] packed = [1, 2, 3, 0, 4, 5, 6, 0], ends = [1, 1, 1, 7, 1, 1, 1];
        MatrixPacking.Add(MatrixView<double>.Packed(packed, 0, 2, 3, 4), new MatrixView<double>(ends, 0, 2, 3, 4), 2);
        Assert.Equal([3, 5, 7, 7, 9, 11, 13], ends);
    }

    [Fact]
    public void APackedViewHasTheZerosBehindItsColumnsAndRows()
    {
        MatrixView<double> view = MatrixView<double>.Packed(new double[50], 2, 3, 5, 8);
        Assert.Equal((3, 5, 8, 8, 32), (view.Rows, view.Columns, view.Width, view.Stride, view.Span.Length));
        Assert.Equal(28, MatrixView<double>.Packed(new double[30], 2, 3, 5, 8).Span.Length);

        Assert.Equal(44, MatrixView<double>.Packed(new double[80], 2, 3, 5, 12).Span.Length);
        Assert.Equal(0, new MatrixView<double>(new double[9], 2, 0, 3, 5).Span.Length);
        Assert.Equal(0, MatrixView<double>.Packed(new double[9], 2, 0, 3, 5).Span.Length);

        MatrixView<double> plain = new(new double[50], 2, 3, 5, 8);
        Assert.Equal((3, 5, 5, 8, 21), (plain.Rows, plain.Columns, plain.Width, plain.Stride, plain.Span.Length));
        Assert.Throws<ArgumentNullException>(() => new MatrixView<double>(null!, 0, 0, 0, 0));
    }
}
