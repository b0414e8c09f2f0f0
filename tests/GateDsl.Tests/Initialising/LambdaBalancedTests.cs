using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Initialising;

/// <summary>W2^T W2 - W1 W1^T is lambda I, also where rounding decides what is zero.</summary>
public sealed class LambdaBalancedTests
{
    /// <summary>Minus the smallest eigenvalue, to rounding: the direction that has it needs no unit at the far end.</summary>
    [Fact]
    public void TheSmallestLambdaLeavesOutOneDirection()
    {
        Random random = new(4);
        for (int draw = 0; draw < 40; draw++)
        {
            double[,] incoming = Numbers(random, 3, 5);
            double smallest = Gram(incoming).Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);

            AssertBalanced(incoming, LambdaBalanced.Outgoing(incoming, 2, -smallest, seed: 1), -smallest);
        }
    }

    /// <summary>Rows that are multiples of one another, of which the correlations have one eigenvalue and two that are rounding.</summary>
    [Fact]
    public void DependentWeightsNeedNoUnitForWhatIsRounding()
    {
        Random random = new(5);
        for (int draw = 0; draw < 40; draw++)
        {
            double[,] row = Numbers(random, 1, 4), incoming = new double[3, 4];
            for (int i = 0; i < 3; i++)
            {
                double factor = (2 * random.NextDouble()) - 1;
                for (int j = 0; j < 4; j++)
                {
                    incoming[i, j] = factor * row[0, j];
                }
            }

            AssertBalanced(incoming, LambdaBalanced.Outgoing(incoming, 1, 0, seed: 2), 0);
        }
    }

    /// <summary>More hidden units than inputs: the smallest eigenvalue is 0, and no rounding of it is named.</summary>
    [Fact]
    public void WithMoreUnitsThanInputsNoLambdaIsBelowZero()
    {
        Random random = new(6);
        for (int draw = 0; draw < 20; draw++)
        {
            ArgumentOutOfRangeException fault =
                Assert.Throws<ArgumentOutOfRangeException>(() => LambdaBalanced.Outgoing(Numbers(random, 4, 2), 4, -0.25, seed: 3));
            Assert.Equal("lambda", fault.ParamName);
            Assert.Contains("at least 0,", fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    [InlineData(-1e-300)]
    public void SpreadsThatAreNoneAreRefused(double sigma) =>
        Assert.Equal("sigma", Assert.Throws<ArgumentOutOfRangeException>(() => LambdaBalanced.Draw(4, 2, 3, sigma, 0, 0)).ParamName);

    private static void AssertBalanced(double[,] incoming, double[,] outgoing, double lambda)
    {
        Matrix<double> w2 = Matrix<double>.Build.DenseOfArray(outgoing), gram = Gram(incoming);
        Assert.Equal(0, (w2.TransposeThisAndMultiply(w2) - gram - (lambda * Matrix<double>.Build.DenseIdentity(gram.RowCount))).L2Norm(), 1e-13);
    }

    private static Matrix<double> Gram(double[,] weights)
    {
        Matrix<double> w = Matrix<double>.Build.DenseOfArray(weights);
        return w * w.Transpose();
    }

    private static double[,] Numbers(Random random, int rows, int columns)
    {
        double[,] numbers = new double[rows, columns];
        for (int i = 0; i < rows * columns; i++)
        {
            numbers[i / columns, i % columns] = (2 * random.NextDouble()) - 1;
        }

        return numbers;
    }
}
