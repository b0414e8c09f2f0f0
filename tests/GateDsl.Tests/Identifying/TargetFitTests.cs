using GateDsl.Identifying;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Identifying;

/// <summary>How well gated inputs fit targets, against dense linear algebra.</summary>
public sealed class TargetFitTests
{
    [Fact]
    public void TheResidualIsThatOfTheRidge()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            (RandomTask task, List<bool[]> gates) = Random(new Random(seed), new Random(seed).Next(4, 60));
            (Matrix<double> left, Matrix<double> targets) = Ridge(task, gates);

            Assert.Equal((left * targets).FrobeniusNorm() / targets.FrobeniusNorm(), new TargetFit(task.Data).Residual(gates), 1e-5);
        }
    }

    /// <summary>Beside noise of equal variance at all datapoints, both about their means: of up to 64 datapoints exactly.</summary>
    [Fact]
    public void AgainstNoiseItIsInPartsOfWhatNoiseLeaves()
    {
        for (int seed = 0; seed <= 30; seed++)
        {
            (RandomTask task, List<bool[]> gates) = Random(new Random(seed), 4 + (2 * seed));

            Assert.Equal(Expected(task, gates), new TargetFit(task.Data).AgainstNoise(gates), 1e-5);
        }
    }

    /// <summary>Of many by samples of noise: nearly.</summary>
    [Fact]
    public void OfManyDatapointsNoiseIsDrawn()
    {
        for (int seed = 0; seed < 5; seed++)
        {
            (RandomTask task, List<bool[]> gates) = Random(new Random(seed), 65 + (30 * seed));

            Assert.Equal(Expected(task, gates), new TargetFit(task.Data).AgainstNoise(gates), 0.03);
        }
    }

    [Fact]
    public void OfTargetsThatAreAllTheSameItIsNotKnown()
    {
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]).WithTargets([1, 2, 1, 2, 1, 2, 1, 2], 2);

        Assert.Equal(double.NaN, new TargetFit(data).AgainstNoise([[true, true, false, true]]));
    }

    /// <summary>An output that is the same everywhere is nothing about its mean: what the others leave is what is left.</summary>
    [Fact]
    public void AnOutputThatIsTheSameEverywhereTellsNothing()
    {
        bool[][] gates = [[true, true, false, true]];
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]);

        double alone = new TargetFit(data.WithTargets([1, -1, 1, -1], 1)).AgainstNoise(gates);
        double beside = new TargetFit(data.WithTargets([1, 4, -1, 4, 1, 4, -1, 4], 2)).AgainstNoise(gates);

        Assert.Equal(alone, beside, 1e-5);
    }

    /// <summary>On whatever scale: what rounding leaves of them about their mean is nothing; a millionth of them is something.</summary>
    [Theory]
    [InlineData(1e-20)]
    [InlineData(0.1)]
    [InlineData(1e20)]
    public void WhatRoundingLeavesOfEqualTargetsIsNothing(double scale)
    {
        bool[][] gates = [[true, true, false, true, true, false, true]];
        IdentificationData data = IdentificationData.Of(7).OneHot("Item", 7, [0, 1, 2, 3, 4, 5, 6]);
        double[] near = [.. Enumerable.Range(0, 7).Select(n => scale * (0.3 + (1e-6 * (n % 2))))];
        double[] plain = [.. Enumerable.Range(0, 7).Select(n => n % 2.0)];

        Assert.Equal(double.NaN, new TargetFit(data.WithTargets([.. Enumerable.Repeat(0.3 * scale, 7)], 1)).AgainstNoise(gates));
        Assert.Equal(new TargetFit(data.WithTargets(plain, 1)).AgainstNoise(gates), new TargetFit(data.WithTargets(near, 1)).AgainstNoise(gates), 1e-4);
    }

    /// <summary>Sums of equal numbers divided by how many they are may be another number: of whatever number and however many they are nothing.</summary>
    [Fact]
    public void OfEqualTargetsNothingIsKnownHoweverManyTheyAre()
    {
        int inexact = 0;
        for (int count = 2; count < 30; count++)
        {
            IdentificationData data = IdentificationData.Of(count).OneHot("Item", count, [.. Enumerable.Range(0, count)]);
            bool[][] gates = [[.. Enumerable.Range(0, count).Select(n => n % 3 > 0)]];
            foreach (double target in new[] { 0.1, 0.3, 0.7, 1.1 })
            {
                Assert.Equal(double.NaN, new TargetFit(data.WithTargets([.. Enumerable.Repeat(target, count)], 1)).AgainstNoise(gates));
                inexact += Enumerable.Repeat(target, count).Average() == target ? 0 : 1;
            }
        }

        Assert.InRange(inexact, 10, 1_000);
    }

    private static double Expected(RandomTask task, List<bool[]> gates)
    {
        (Matrix<double> left, Matrix<double> targets) = Ridge(task, gates);
        int count = task.Rows.Length;
        Matrix<double> centred = Matrix<double>.Build.DenseIdentity(count) - Matrix<double>.Build.Dense(count, count, 1.0 / count);
        double ofTargets = (left * centred * targets).FrobeniusNorm() / (centred * targets).FrobeniusNorm();
        return ofTargets / ((left * centred).FrobeniusNorm() / centred.FrobeniusNorm());
    }

    // ridge (K + ridge I)^-1, with K the sum over modules of the gated inner products; and the targets, a row for each datapoint.
    private static (Matrix<double> Left, Matrix<double> Targets) Ridge(RandomTask task, List<bool[]> gates)
    {
        int count = task.Rows.Length;
        Matrix<double> x = Matrix<double>.Build.DenseOfRowArrays(task.Rows);
        double ridge = 0.1 * x.PointwisePower(2).ColumnSums().Sum() / x.ColumnCount;
        Matrix<double> kernel = ridge * Matrix<double>.Build.DenseIdentity(count);
        foreach (bool[] gate in gates)
        {
            Matrix<double> gated = Matrix<double>.Build.DenseOfRows(task.Rows.Select((row, n) => row.Select(value => gate[n] ? value : 0)));
            kernel += gated * gated.Transpose();
        }

        return (ridge * kernel.Inverse(),
            Matrix<double>.Build.Dense(count, task.Data.TargetWidth, (n, output) => task.Data.TargetValues![(n * task.Data.TargetWidth) + output]));
    }

    private static (RandomTask Task, List<bool[]> Gates) Random(Random random, int datapoints) => (
        RandomTask.Of(random, datapoints),
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Enumerable.Range(0, datapoints).Select(_ => random.Next(3) > 0).ToArray())]);
}
