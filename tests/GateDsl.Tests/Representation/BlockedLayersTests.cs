using System.Runtime.CompilerServices;
using GateDsl.CompilerServices;

namespace GateDsl.Tests.Representing;

/// <summary>What layers compute, block by block of datapoints and module by module of a bank.</summary>
public sealed class BlockedLayersTests
{
    /// <summary>
    /// Seven datapoints in blocks of three; the second module of the bank is on at even datapoints alone, and leaves what was there before at others.
    /// </summary>
    [Fact]
    public void ActivationsStandAtTheirDatapoint()
    {
        MatrixView<double> first = View(2), second = View(1), other = View(4);
        Dictionary<string, StrongBox<MatrixView<double>>> modules = new() { ["Bank[0]"] = new(first), ["Other"] = new(other), ["Bank[1]"] = new(second) };

        Assert.Equal(
            new double[,] { { 0, 10, 20, 30, 40, 50, 60 }, { 1, 11, 21, 31, 41, 51, 61 }, { 5, 0, 25, 0, 45, 0, 65 } },
                LayerActivations.Of(modules, "Bank", 7, 3, Forward));
        Assert.Equal(new double[,] { { 5, 0, 25, 0, 45, 0, 65 } }, LayerActivations.Of(modules, " Bank [ 1 ]", 7, 3, Forward));
        Assert.Equal("layer", Assert.Throws<ArgumentException>(() => LayerActivations.Of(modules, "Ban", 7, 3, Forward)).ParamName);

        void Forward(int block)
        {
            for (int k = 0; k < 3 && (3 * block) + k < 7; k++)
            {
                int n = (3 * block) + k;
                (first.Span[2 * k], first.Span[(2 * k) + 1]) = (10 * n, (10 * n) + 1);
                second.Span[k] = n % 2 == 0 ? (10 * n) + 5 : second.Span[k];
            }
        }

        static MatrixView<double> View(int units) => new(new double[3 * units], 0, 3, units, units);
    }

    /// <summary>
    /// An output of two units in two copies: predictions are their sum. Of each unit of each copy the slope of the only edge is its number times the
    /// datapoint's input, so that the tangent kernel is the sum of squares of 1 to 4 times the inputs' product; an error of another copy that is not
    /// taken away would add to it.
    /// </summary>
    [Fact]
    public void CopiesOfAnOutputAddUp()
    {
        double[] x = [2, 0, -3];
        LayerUnits units = new LayerUnits().Input("In", 1).Output("Out", 2);
        BlockBuffers<double> errors = new(units, 1);
        MatrixView<double>[] copies = errors.Bank("Out", 2);
        EdgeMatrix<double> step = new("InToOut", "In", "Out", 1, 1, new double[1]);
        double[,] activations = { { 1, 2, 3 }, { 4, 5, 6 }, { 10, 20, 30 }, { 40, 50, 60 } };
        SnapshotTaker<double> taker = new(new(3, [], [("Out", 2)]), errors, [step], _ => activations, (n, seed) =>
        {
            seed();
            step.Values[0] = x[n] * (copies[0].Span[0] + (2 * copies[0].Span[1]) + (3 * copies[1].Span[0]) + (4 * copies[1].Span[1]));
        });

        Snapshot snapshot = taker.Take(7, [0.5]);

        Assert.Equal(new double[,] { { 11, 44 }, { 22, 55 }, { 33, 66 } }, snapshot.Predictions["Out"]);
        for (int n = 0; n < 3; n++)
        {
            for (int m = 0; m < 3; m++)
            {
                Assert.Equal(0.5 * (1 + 4 + 9 + 16) * x[n] * x[m], snapshot.TangentKernel[n, m], 1e-12);
            }
        }
    }
}
