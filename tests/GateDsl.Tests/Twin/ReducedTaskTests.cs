using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GateDsl.Tests.Twin;

/// <summary>
/// A task in bases of its inputs and targets is the task: a network on it is one on the whole, with the same losses, kernels and predictions.
/// </summary>
public sealed class ReducedTaskTests
{
    private const int Count = 6;

    [Theory]
    [InlineData(false, false, 2)]
    [InlineData(true, false, 4)]
    [InlineData(false, true, 5)]
    [InlineData(true, true, 5)]
    public void ANetworkOnItIsOneOnTheWhole(bool isGated, bool hasLabels, int units)
    {
        TwinTask whole = Task(7, Count, isGated, hasLabels), test = Task(8, 4, isGated, hasLabels);
        (TwinTask reduced, TwinTask? other) = whole.ReducedWith(test);
        Assert.Equal((3, units), (whole.Reduced().Features, whole.Reduced().OutputUnits));
        Assert.Equal((Count, 4), (reduced.Count, other!.Count));
        Assert.Equal((whole.Features, other.Features), (5, reduced.Features));
        foreach (bool alone in new[] { true, false })
        {
            TwinTask few = alone ? whole.Reduced() : reduced;
            Random random = new(3);
            double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
            double[][] weights = [Numbers(4 * few.Features), Numbers(3 * 4), Numbers(few.OutputUnits * 3)];
            double[][]? biases = alone ? null : [Numbers(4), Numbers(3), new double[few.OutputUnits]];
            LayeredNetwork small = new(few, [4, 3], weights, biases, [0.2, 0.2]);
            LayeredNetwork large =
                new(whole, [4, 3], [Inputs(weights[0], alone ? [(few, whole)] : [(few, whole), (other, test)]), weights[1], Outputs(few, weights[2])],
                alone ? null : [biases![0], biases[1], new double[whole.OutputUnits]], [0.2, 0.2]);
            small.Forward(small.All);
            large.Forward(large.All);
            Assert.Equal(large.Residuals(large.All), small.Residuals(small.All), 1e-11);
            Snapshot expected = LayerKernels.Of(1, large, whole), actual = LayerKernels.Of(1, small, few);
            Assert.Equal(["a", "b"], actual.Predictions.Keys.Order());
            (double[,], double[,])[] parts =
            [
                (expected.HiddenKernel, actual.HiddenKernel), (expected.TangentKernel, actual.TangentKernel),
                (expected.Predictions["a"], actual.Predictions["a"]),
                (expected.Predictions["b"], actual.Predictions["b"]),
            ];
            Assert.All(parts, pair => Assert.Equal(pair.Item1.Cast<double>(), pair.Item2.Cast<double>(), (one, two) => Math.Abs(one - two) < 1e-11));
        }
    }

    /// <summary>Both tasks are shown in one basis: what a network predicts of the second has the losses that it has there.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TestDataStandInTheSameBasis(bool isGated)
    {
        TwinTask whole = Task(7, Count, isGated, hasLabels: false), test = Task(8, 4, isGated, hasLabels: false);
        (TwinTask reduced, TwinTask? other) = whole.ReducedWith(test);
        Random random = new(3);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
        double[][] weights = [Numbers(4 * reduced.Features), Numbers(reduced.OutputUnits * 4)];
        LayeredNetwork small = new(other!, [4], weights, null, [0]);
        LayeredNetwork large = new(test, [4], [Inputs(weights[0], [(reduced, whole), (other!, test)]), Outputs(reduced, weights[1])], null, [0]);
        small.Forward(small.All);
        large.Forward(large.All);

        Assert.Equal(large.Residuals(large.All), small.Residuals(small.All), 1e-11);
        Assert.True(large.Residuals(large.All) > 0.1);
        (TwinTask alone, TwinTask? none) = whole.ReducedWith(null);
        Assert.Equal(3, alone.Features);
        Assert.Null(none);
    }

    // What weights of the reduced inputs are of the whole ones: both have the same products with every datapoint.
    private static double[] Inputs(double[] weights, (TwinTask Few, TwinTask Whole)[] tasks)
    {
        Matrix<double> few = tasks.Select(task => Rows(task.Few)).Aggregate((a, b) => a.Stack(b)),
            whole = tasks.Select(task => Rows(task.Whole)).Aggregate((a, b) => a.Stack(b));
        Matrix<double> w = Matrix<double>.Build.DenseOfRowMajor(weights.Length / few.ColumnCount, few.ColumnCount, weights);
        return (w * few.Transpose() * whole.PseudoInverse().Transpose()).ToRowMajorArray();

        static Matrix<double> Rows(TwinTask task) => Matrix<double>.Build.DenseOfRowMajor(task.Count, task.Features, task.Inputs);
    }

    // Every unit of the reduced outputs as the predictions that it stands for, at a datapoint at which all outputs are on.
    private static double[] Outputs(TwinTask few, double[] weights)
    {
        Matrix<double> full = DenseMatrix.Create(5, few.OutputUnits, (o, unit) =>
        {
            double[] predictions = new double[few.Count * few.OutputUnits];
            predictions[unit] = 1;
            Dictionary<string, double[,]> whole = few.Unreduced(predictions);
            return o < 2 ? whole["a"][0, o] : whole["b"][0, o - 2];
        });
        return (full * Matrix<double>.Build.DenseOfRowMajor(few.OutputUnits, weights.Length / few.OutputUnits, weights)).ToRowMajorArray();
    }

    // Inputs of rank 3 in 5 features, 5 with the test data; two outputs of two and three units whose targets are of rank 2 together, and each.
    private static TwinTask Task(int seed, int count, bool isGated, bool hasLabels)
    {
        Random random = new(seed), targets = new(1);
        Matrix<double> Draw(int rows, int columns, Random from) => DenseMatrix.Create(rows, columns, (_, _) => (from.NextDouble() * 2) - 1);
        Matrix<double> x = Draw(count, 3, random) * Draw(3, 5, random), factors = Draw(count, 2, random);
        double[] a = (factors * Draw(2, 2, targets)).ToRowMajorArray(), b = (factors * Draw(2, 3, targets)).ToRowMajorArray();
        if (hasLabels)
        {
            b = [.. Enumerable.Range(0, count * 3).Select(i => i % 3 == i / 3 % 3 ? 1.0 : 0)];
        }

        bool[]? active = isGated ? [.. Enumerable.Range(0, count).Select(n => n != 1 && n != 4)] : null;
        return new TwinTask(count, 5, x.ToRowMajorArray(),
            [new("a", 2, a, active, LossRule.Squared), new("b", 3, b, null, hasLabels ? LossRule.CrossEntropy : LossRule.Squared)]);
    }
}
