using GateDsl.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests;

/// <summary>The basis of what the weights around a module span, whichever of its three ways finds it.</summary>
public class LayerBasisTests
{
    private const int Units = 40;
    private const int Columns = 11;

    // How far the last column stands out of the span of the others; 0: it is a sum of two of them.
    public static TheoryData<double> Apart => [1, 1e-1, 1e-3, 1e-4, 1e-7, 1e-12, 0];

    [Theory]
    [MemberData(nameof(Apart))]
    public void TheBasisIsOrthonormalAndHoldsTheWeights(double apart)
    {
        Matrix<double> z = Weights(apart);
        LayerBasis basis = LayerBasis.OfSpan(Packed(z), Units, Columns);

        Matrix<double> q = Unpacked(basis.Right(Packed(Matrix<double>.Build.DenseIdentity(Units)), MatrixPacking.Stride<double>(Units), Units), Units);

        Assert.True((q.TransposeThisAndMultiply(q) - Matrix<double>.Build.DenseIdentity(Columns)).FrobeniusNorm() < 1e-11);
        Assert.True((z - (q * q.TransposeThisAndMultiply(z))).FrobeniusNorm() < 1e-12 * z.FrobeniusNorm());
        int stride = MatrixPacking.Stride<double>(Columns);
        Matrix<double> down = Unpacked(basis.Down(Packed(z), stride, Columns), Columns);
        Assert.True((q.TransposeThisAndMultiply(z) - down).FrobeniusNorm() < 1e-11 * z.FrobeniusNorm());
        double[] up = new double[Units * stride];
        basis.Up(basis.Prepared(Packed(down), stride, Columns, new double[Columns * stride]), stride, Columns, 0, Units, up);
        Assert.True((z - Unpacked(up, Units)).FrobeniusNorm() < 1e-11 * z.FrobeniusNorm());
        if (basis.Coordinates is { } r)
        {
            Assert.True((down - Unpacked(r, Columns)).FrobeniusNorm() < 1e-11 * z.FrobeniusNorm());
        }
    }

    [Fact]
    public void OnlyColumnsThatStandWellApartAreTakenAsTheyAre()
    {
        Assert.NotNull(LayerBasis.OfSpan(Packed(Weights(1)), Units, Columns).Coordinates);
        Assert.Null(LayerBasis.OfSpan(Packed(Weights(1e-3)), Units, Columns).Coordinates);
        Assert.Null(LayerBasis.OfSpan(Packed(Weights(0)), Units, Columns).Coordinates);
    }

    [Fact]
    public void ColumnsOfVeryDifferentLengthsStandApart()
    {
        Matrix<double> z = Weights(1);
        z.SetColumn(2, z.Column(2) * 1e-9);

        Assert.NotNull(LayerBasis.OfSpan(Packed(z), Units, Columns).Coordinates);
    }

    /// <summary>Two columns in the middle that are almost the same, and others behind them that stand apart.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-7)]
    public void ColumnsThatAreAlmostTheSameCountWhereverTheyStand(double apart)
    {
        Matrix<double> z = Weights(1);
        z.SetColumn(5, z.Column(4) + (apart * z.Column(5)));
        LayerBasis basis = LayerBasis.OfSpan(Packed(z), Units, Columns);

        Assert.Null(basis.Coordinates);
        Matrix<double> q = Unpacked(basis.Right(Packed(Matrix<double>.Build.DenseIdentity(Units)), MatrixPacking.Stride<double>(Units), Units), Units);
        Assert.True((q.TransposeThisAndMultiply(q) - Matrix<double>.Build.DenseIdentity(Columns)).FrobeniusNorm() < 1e-12);
    }

    /// <summary>The rows of some units alone are those of all, whichever way the basis is kept.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1e-7)]
    public void SomeUnitsAreRaisedLikeAll(double apart)
    {
        LayerBasis basis = LayerBasis.OfSpan(Packed(Weights(apart)), Units, Columns);
        int stride = MatrixPacking.Stride<double>(3);
        double[] m = [.. Enumerable.Range(0, Columns * stride).Select(i => (i % 7) - 3.0)];
        ReadOnlySpan<double> prepared = basis.Prepared(m, stride, 3, new double[m.Length]);
        double[] all = new double[Units * stride], some = new double[9 * stride];

        basis.Up(prepared, stride, 3, 0, Units, all);
        basis.Up(prepared, stride, 3, 13, 9, some);

        Assert.Equal(all[(13 * stride)..(22 * stride)], some);
    }

    private static Matrix<double> Weights(double apart)
    {
        Random random = new(3);
        Matrix<double> z = Matrix<double>.Build.Dense(Units, Columns, (_, _) => (2 * random.NextDouble()) - 1);
        z.SetColumn(Columns - 1, z.Column(0) - z.Column(4) + (apart * z.Column(Columns - 1)));
        return z;
    }

    private static double[] Packed(Matrix<double> matrix)
    {
        int stride = MatrixPacking.Stride<double>(matrix.ColumnCount);
        double[] packed = new double[matrix.RowCount * stride];
        MatrixPacking.Pack<double>(matrix.ToRowMajorArray(), matrix.ColumnCount, packed, stride);
        return packed;
    }

    private static Matrix<double> Unpacked(double[] packed, int rows)
    {
        double[] values = new double[rows * Columns];
        MatrixPacking.Unpack<double>(packed, MatrixPacking.Stride<double>(Columns), values, Columns);
        return Matrix<double>.Build.DenseOfRowMajor(rows, Columns, values);
    }
}
