using GateDsl.Identifying;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Identifying;

/// <summary>Start and step of forecasts whose network is not known, and the steps that forecasts bear.</summary>
public sealed class SmallStartTests
{
    /// <summary>
    /// The strongest mode of inputs and targets ends at s / |X v|^2, and starts at H sigma^2; the step is a tenth of 1 / s: whatever the number of units.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(3_000)]
    public void AModeStartsAtTheSameShareOfItsEnd(int units)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            RandomTask task = RandomTask.Of(new Random(seed), 14);
            Matrix<double> x = Matrix<double>.Build.DenseOfRowArrays(task.Rows);
            Matrix<double> y = Matrix<double>.Build.Dense(14, 3, (n, output) => task.Data.TargetValues![(n * 3) + output]);
            MathNet.Numerics.LinearAlgebra.Factorization.Svd<double> modes = (y.Transpose() * x).Svd();
            double end = modes.S[0] / Math.Pow((x * modes.VT.Row(0)).L2Norm(), 2);

            SmallStart start = SmallStart.Of(GatedProblem.Of(task.Data, []), units)!;

            Assert.Equal(1e-8, units * start.Sigma * start.Sigma / end, 1e-14);
            Assert.Equal(0.1, start.StepSize * modes.S[0], 1e-9);
        }
    }

    /// <summary>On whatever scale targets are: of those 1e10 times as small the end of a mode is as much smaller, and steps are as much larger.</summary>
    [Fact]
    public void SmallTargetsAreLearntToo()
    {
        RandomTask task = RandomTask.Of(new Random(1), 14);
        IdentificationData small = task.Data.WithTargets([.. task.Data.TargetValues!.Select(target => 1e-10 * target)], task.Data.TargetWidth);

        SmallStart start = SmallStart.Of(GatedProblem.Of(small, []), 40)!;
        SmallStart usual = SmallStart.Of(GatedProblem.Of(task.Data, []), 40)!;

        Assert.Equal(1, start.StepSize / usual.StepSize / 1e10, 1e-6);
        Assert.Equal(1, start.Sigma / usual.Sigma / 1e-5, 1e-6);
    }

    /// <summary>
    /// Two datapoints that are there many times bear a step as many times smaller than once: the loss is as many times as large. It takes no longer to say.
    /// </summary>
    [Fact]
    public void ManyRepetitionsOfTwoDatapointsTakeNoLonger()
    {
        const int Times = 100_000;
        double[] inputs = [.. Enumerable.Range(0, 2 * Times).Select(n => n % 2 == 0 ? 0.7 : 1.4)];
        double[] targets = [.. inputs.SelectMany(input => new[] { input, 2.0 })];

        Assert.Equal(1, Times * Bound(inputs, targets) / Bound([0.7, 1.4], [0.7, 2, 1.4, 2]), 1e-3);
    }

    /// <summary>
    /// Datapoints with equal inputs and equal targets count once, as much as all of them; with equal inputs and other targets they are different.
    /// Inputs that are told apart by little hide neither, and bear the same step.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void StepsAreTheSameWhetherRepetitionsAreSeenOrNot(bool haveEqualTargets)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            Random random = new(seed);
            double[] inputs = [.. Enumerable.Range(0, 3).Select(vector => vector + 0.5 + random.NextDouble())];
            double[] targets = [.. Enumerable.Range(0, 3 * 2).Select(_ => 0.5 + random.NextDouble())];
            int[] at = [0, 1, 2, 0, 1, 0, 0];
            double[] asked = [.. at.SelectMany(
                (vector, n) => targets[(2 * vector)..(2 * (vector + 1))].Select(target => haveEqualTargets || n < 3 ? target : -0.4 * target))];

            // Of one feature above 0 units are on everywhere or nowhere: their directions do not matter.
            double bound = Bound([.. at.Select(vector => inputs[vector])], asked);
            double apart = Bound([.. at.Select(vector => inputs[vector] + (1e-7 * random.NextDouble()))], asked);

            Assert.Equal(1, bound / apart, 1e-3);
        }
    }

    /// <summary>
    /// 8,000 epochs of two multiply-adds of every unit, dimension and datapoint may be 6e10: of 100 units on one feature that is 18,750 datapoints,
    /// with two outputs fewer.
    /// </summary>
    [Theory]
    [InlineData(1, 100, 18_750)]
    [InlineData(2, 100, 12_500)]
    [InlineData(1, 75, 25_000)]
    public void AForecastMayTakeSoMuchWork(int outputs, int units, int datapoints)
    {
        Assert.NotNull(Start(datapoints));
        Assert.Null(Start(datapoints + 1));

        SmallStart? Start(int count) => SmallStart.Of(GatedProblem.Of(
            IdentificationData.Of(count).Dense("X", 1, [.. Enumerable.Range(0, count).Select(n => 1 + (n % 3.0))])
                .WithTargets([.. Enumerable.Range(0, outputs * count).Select(i => 1 + (i % 5.0))], outputs), []), units);
    }

    /// <summary>Where inputs and targets are not correlated nothing begins to be learnt; a little is enough.</summary>
    [Fact]
    public void WithoutCorrelationThereIsNoStart()
    {
        IdentificationData inputs = IdentificationData.Of(4).Dense("X", 1, [1, -1, 1, -1]);

        Assert.Null(SmallStart.Of(GatedProblem.Of(inputs.WithTargets([1, 1, -1, -1], 1), []), 10));
        Assert.NotNull(SmallStart.Of(GatedProblem.Of(inputs.WithTargets([1, 1, -1, -1.000001], 1), []), 10));
    }

    /// <summary>A run ends at the first loss of a hundredth of the first one; what is never learnt ends after 8,000 epochs.</summary>
    [Theory]
    [InlineData(2, true)]
    [InlineData(-1, false)]
    public void ARunEndsWhereTheDataAreLearnt(double last, bool isLearnt)
    {
        IdentificationData data = IdentificationData.Of(2).Dense("X", 1, [1, 2]).WithTargets([1, last], 1);
        SmallStart start = SmallStart.Of(GatedProblem.Of(data, []), 50)!;

        List<double> losses = start.Run(RepresentativeUnits.Create(start.Problem, 50, start.Sigma, start.Sigma, 1));

        Assert.Equal(0.5 * (1 + (last * last)), losses[0], 1e-6);
        Assert.Equal(isLearnt, losses[^1] <= 0.01 * losses[0]);
        Assert.Equal(!isLearnt, losses.Count == 8_000);
        Assert.True(losses[^2] > 0.01 * losses[0]);
    }

    /// <summary>Two layers that have learnt a mode of strength s bear a step of 1 / s; while they are small they bear twice that.</summary>
    [Fact]
    public void StepsAreThoseThatAreBorneInTheEnd()
    {
        double strength = (1 + 4 + 9) * Math.Sqrt(1 + 4);

        Assert.InRange(strength * Bound([1, 2, 3], [1, 2, 2, 4, 3, 6]), 0.95, 1.2);
    }

    /// <summary>Where all datapoints are one, it is as many times as there are.</summary>
    [Fact]
    public void OneDatapointMayBeThereSeveralTimes() =>
        Assert.Equal(1, 2.5 * Bound([0.7, 0.7, 0.7, 0.7, 0.7], [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) / Bound([0.7, 0.7], [1, 2, 1, 2]), 1e-6);

    /// <summary>Of vectors too: every one three times is a third of the step, with every number of theirs, whatever the outputs.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void RepeatedVectorsBearAsManyTimesSmallerSteps(int outputs)
    {
        double[] vectors = [1, 0.3, -0.4, 0.2, 1, 0.6, -0.5, 0.4, 1.2];
        double[] targets = [.. Enumerable.Range(0, 3 * outputs).Select(i => Math.Cos(i) + 0.3)];
        int[] at = [0, 1, 2, 2, 1, 0, 1, 0, 2];
        double once = StableBound.Of(IdentificationData.Of(3).Dense("X", 3, vectors).WithTargets(targets, outputs), 50, 1e-3, 1);
        IdentificationData thrice = IdentificationData.Of(9).Dense("X", 3, [.. at.SelectMany(vector => vectors[(3 * vector)..(3 * (vector + 1))])])
            .WithTargets([.. at.SelectMany(vector => targets[(outputs * vector)..(outputs * (vector + 1))])], outputs);

        Assert.Equal(1, 3 * StableBound.Of(thrice, 50, 1e-3, 1) / once, 1e-6);
        Assert.InRange(once, 1e-3, 1e3);
    }

    /// <summary>
    /// From small weights it is what learning ends at that bounds steps, whatever the weights. From large ones it is the start: weights twice as
    /// large bend the loss four times as much, as targets are nothing beside what they say.
    /// </summary>
    [Fact]
    public void LargeWeightsBearSmallerStepsFromTheStart()
    {
        IdentificationData data = IdentificationData.Of(3).Dense("X", 1, [1, 2, 3]).WithTargets([1, 2, 3], 1);

        Assert.Equal(1, Bound(1e-3) / Bound(1e-6), 1e-3);
        Assert.Equal(4, Bound(100) / Bound(200), 1e-2);
        Assert.InRange(Bound(100) / Bound(1e-3), 1e-9, 1e-2);

        double Bound(double sigma) => StableBound.Of(data, 50, sigma, 1);
    }

    /// <summary>
    /// At large weights of both layers the loss bends like the square of how the answers do: by H / 2 units that are on, a^2 + w^2 = 2 sigma^2 each,
    /// times the squares of the inputs. A step may be 2 over that.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void LargeWeightsOfBothLayersBendTheLoss(double sigma)
    {
        const int Units = 4_000;
        IdentificationData data = IdentificationData.Of(2).Dense("X", 1, [1, 2]).WithTargets([1e-3, 2e-3], 1);

        Assert.Equal(1, StableBound.Of(data, Units, sigma, 1) * Units * sigma * sigma * 5 / 2, 0.15);
    }

    /// <summary>
    /// Different inputs are different datapoints though their targets be equal, and equal inputs are where any of their targets differs: as if told
    /// apart by little.
    /// </summary>
    [Theory]
    [InlineData(new[] { 0.7, 1.4, 0.3 }, new[] { 2, 1, 2, 1, 1, -0.5 })]
    [InlineData(new[] { 0.7, 0.7, 1.4 }, new[] { 1, 2, 1, -3, 0.5, 1 })]
    [InlineData(new[] { 0.7, 0.7, 1.4 }, new[] { 2, 1, -3, 1, 0.5, 1 })]
    [InlineData(new[] { 0.7, 0.7, 1.4 }, new[] { 1, 1, 1, -3, 0.5, 1 })]
    [InlineData(new[] { 0.7, 1.4, 0.7 }, new[] { 2, 1, 1, 2, 2, 3.5 })]
    public void DatapointsAreTheSameWhereInputsAndAllTargetsAre(double[] inputs, double[] targets) =>
        Assert.Equal(1,
            Bound(inputs, targets) / Bound([.. inputs.Select((input, n) => input + (1e-9 * n))], [.. targets.Select((target, i) => target + (1e-9 * i))]),
            1e-4);

    private static double Bound(double[] inputs, double[] targets) =>
        StableBound.Of(IdentificationData.Of(inputs.Length).Dense("Features", 1, inputs).WithTargets(targets, 2), 50, 1e-3, 1);
}
