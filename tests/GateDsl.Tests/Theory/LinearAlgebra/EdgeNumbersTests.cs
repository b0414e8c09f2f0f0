using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Tests.Theory.LinearAlgebra;

/// <summary>Where numbers are at the edge of what counts: of zero, of a rank, of a shape.</summary>
public sealed class EdgeNumbersTests
{
    [Fact]
    public void TheLargestMagnitudeMayBeThatOfANegativeNumber()
    {
        Assert.Equal(5, new Matrix(1, 3, [2, -5, 3]).LargestMagnitude());
        Assert.Equal(5, new Matrix(1, 3, [5, -2, -3]).LargestMagnitude());
        Assert.Equal(0, new Matrix(0, 3).LargestMagnitude());
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(-1, -3, 3)]
    [InlineData(2, 2, 3)]
    public void AMatrixHasTheNumbersOfItsShape(int rows, int columns, int values) =>
        Assert.Throws<ArgumentException>(() => new Matrix(rows, columns, new double[values]));

    /// <summary>Every extent that two of the three matrices share.</summary>
    [Fact]
    public void ProductsTakeNoOtherShape()
    {
        foreach ((int inner, int rows, int columns) in new[] { (4, 2, 5), (3, 1, 5), (3, 2, 4) })
        {
            Assert.Throws<ArgumentException>(() => Products.AddProduct(1, new Matrix(2, 3), new Matrix(inner, 5), new Matrix(rows, columns)));
            Assert.Throws<ArgumentException>(() => Products.AddTransposeProduct(1, new Matrix(3, 2), new Matrix(inner, 5), new Matrix(rows, columns)));
        }
    }

    /// <summary>The rank counts what is above the longer side times the machine epsilon, 8 of them here, whichever side that is.</summary>
    [Theory]
    [InlineData(7.5, 1)]
    [InlineData(8.5, 2)]
    public void ARankIsCountedAboveTheRoundingOfTheLongerSide(double epsilons, int rank)
    {
        Matrix tall = new(8, 2);
        (tall[2, 1], tall[5, 0]) = (1, epsilons * Math.Pow(2, -52));

        Assert.Equal(rank, SingularValues.Of(tall).Rank());
        Assert.Equal(rank, SingularValues.Of(tall.Transpose()).Rank());
    }

    /// <summary>Two small columns, coupled, beside a large one: 1e-80 (5 +- sqrt 5)/2 of [[3, 1], [1, 2]], to their last digits.</summary>
    [Fact]
    public void SmallColumnsAreMadeOrthogonalToo()
    {
        Matrix a = new(3, 3, [1, 0, 0, 0, 3e-80, 1e-80, 0, 1e-80, 2e-80]);

        double[] s = SingularValues.Of(a).S;

        Assert.Equal(1, s[0], 1e-15);
        Assert.Equal((5 + Math.Sqrt(5)) / 2, s[1] / 1e-80, 1e-14);
        Assert.Equal((5 - Math.Sqrt(5)) / 2, s[2] / 1e-80, 1e-14);
    }

    /// <summary>What is below 1e-140 of the largest is zero, as its square cannot be computed with; vectors are orthonormal all the same.</summary>
    [Fact]
    public void WhatCannotBeSquaredIsZero()
    {
        SingularValues values = SingularValues.Of(new Matrix(3, 2, [1, 0, 0, 3e-155, 0, 4e-155]));

        Assert.Equal([1, 0], values.S);
        Assert.Equal([1, 0, 0, 1], values.V.TransposeTimes(values.V).Values.Select(value => Math.Round(value, 14)));
        Assert.Equal([1, 0, 0, 1], values.U.TransposeTimes(values.U).Values.Select(value => Math.Round(value, 14)));
        Assert.Equal(1e-130, SingularValues.Of(new Matrix(2, 2, [1, 0, 0, 1e-130])).S[1], 1e-143);
    }

    /// <summary>
    /// The space of two equal values is spanned by (-a, b, 0) and (0, 0, 1), where a is less than b by less than a millionth, but its square by more: the
    /// second row is the next pivot, and the first entry counts as the largest, and is positive.
    /// </summary>
    [Fact]
    public void ChosenVectorsHaveThePositiveEntryThatTheSignAsksFor()
    {
        double a = 1 - 0.75e-6, norm = Math.Sqrt(1 + (a * a));
        Matrix v = new(3, 2, [-a / norm, 0, 1 / norm, 0, 0, 1]);
        Matrix u = v.Copy();

        EqualSingularValues.Canonicalise(u, [2, 2], v);

        Assert.Equal([0, a / norm, 0, -1 / norm, 1, 0], v.Values, (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(v.Values, u.Values);
    }

    /// <summary>
    /// Of two rows along the axes the longer one is the first vector, unless the one before it is as long within a millionth, by their squares.
    /// </summary>
    [Theory]
    [InlineData(0.45e-6, true)]
    [InlineData(0.55e-6, false)]
    public void TheFirstOfRowsWithinAMillionthIsThePivot(double less, bool isFirst)
    {
        double shorter = 0.9 * (1 - less), longer = 0.9;
        double[] one = [shorter, 0, Math.Sqrt(1 - (shorter * shorter)), 0], other = [0, longer, 0, Math.Sqrt(1 - (longer * longer))];
        Matrix v = new(4, 2, [.. one.Zip(other).SelectMany(pair => new[] { pair.First, pair.Second })]);
        Matrix u = v.Copy();

        EqualSingularValues.Canonicalise(u, [1, 1], v);

        Assert.Equal(isFirst ? one : other, v.Column(0));
        Assert.Equal(isFirst ? other : one, v.Column(1));
        Assert.Equal(v.Values, u.Values);
    }
}
