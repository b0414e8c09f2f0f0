using GateDsl.Numerics.Tests.Racing.Networks;
using GateDsl.Tests;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>ReLU networks predicted by representative units: within 0.01 rms of the mean of three seeds, nothing fitted.</summary>
public sealed class RepresentativeUnitsTests
{
    private const double Bound = 0.01;

    private delegate double[] Relu(ContextTask task, double[] targets, double sigma, ulong seed, TrainingOptions training);

    private delegate double[] Predicted(ContextTask task, double[] targets, double sigma, int epochs, double stepSize);

    [Fact]
    public void TwoContextsOfFourObjectsArePredicted() =>
        AssertPredicted(2, 4, isRandom: false, sigma: 1e-3, epochs: 1500, Relu2X4, Predicted2X4);

    [SlowFact]
    [Trait("Category", "Slow")]
    public void TenTasksOfOtherContextsObjectsTargetsAndWidthsArePredicted()
    {
        foreach (bool isRandom in new[] { false, true })
        {
            AssertPredicted(2, 4, isRandom, sigma: 1e-4, epochs: 5000, Relu2X4, Predicted2X4);
            AssertPredicted(4, 4, isRandom, sigma: 1e-5, epochs: 6000, Relu4X4, Predicted4X4);
            AssertPredicted(3, 4, isRandom, sigma: 1e-3, epochs: 4000, Relu3X4, Predicted3X4);
            AssertPredicted(5, 8, isRandom, sigma: 1e-5, epochs: 8000, Relu5X8, Predicted5X8);
            AssertPredicted(3, 16, isRandom, sigma: 1e-4, epochs: 6000, Relu3X16, Predicted3X16);
        }
    }

    /// <summary>A network of this many units could not even be held in memory.</summary>
    [Fact]
    public void TheCostDoesNotGrowWithTheWidth()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Same);
        double[] Losses(int units) => CompilerServices.TwinRace.Of(units, 1e-9, 0, TwinProblem.Of(task))
            .Integrate(5, 1e-3, LossScale.Sum, Reduction.Exact).Loss;
        Assert.Equal(96, Losses(2_000_000_000)[0], 1e-3);
    }

    private static void AssertPredicted(int contexts, int objects, bool isRandom, double sigma, int epochs, Relu relu, Predicted predicted)
    {
        ContextTask task = ContextTask.Create(contexts, ContextStructure.Same, objects);
        Random random = new(contexts);
        double[] targets = isRandom ? [.. task.Targets.Select(_ => random.NextDouble() < 0.3 ? 1.0 : 0)] : task.Targets;
        double stepSize = Step(targets, task);
        double[] prediction = predicted(task, targets, sigma, epochs, stepSize);
        double rms = Enumerable.Range(1, 3).Average(seed => Agreement.Between(
            relu(task, targets, sigma, (ulong)seed, new TrainingOptions { Epochs = epochs, StepSize = stepSize }), prediction).Rms);
        Assert.True(rms <= Bound, $"{contexts} contexts, {objects} objects, {(isRandom ? "random" : "structured")} targets: rms {rms:G4}.");
    }

    /// <summary>A twentieth of the bound of one pathway at the targets' size: |Y X^T| is at most |Y| |X|.</summary>
    private static double Step(double[] targets, ContextTask task) =>
        0.5 / Math.Sqrt(targets.Sum(y => y * y) * 2 * task.Items.Length);

    private static double[] Relu2X4(ContextTask task, double[] targets, double sigma, ulong seed, TrainingOptions training) =>
        new ReluOf2X4.ReluTwin(Gaussian.WithSigma(sigma), seed).Train(ReluOf2X4.Dataset.Create(task.Items, task.Contexts, targets), training).Loss;

    private static double[] Predicted2X4(ContextTask task, double[] targets, double sigma, int epochs, double stepSize) =>
        ReluOf2X4.Race.ForTwin(ReluOf2X4.Dataset.Create(task.Items, task.Contexts, targets), sigma).Integrate(epochs, stepSize).Loss;

    private static double[] Relu4X4(ContextTask task, double[] targets, double sigma, ulong seed, TrainingOptions training) =>
        new ReluOf4X4.ReluTwin(Gaussian.WithSigma(sigma), seed).Train(ReluOf4X4.Dataset.Create(task.Items, task.Contexts, targets), training).Loss;

    private static double[] Predicted4X4(ContextTask task, double[] targets, double sigma, int epochs, double stepSize) =>
        ReluOf4X4.Race.ForTwin(ReluOf4X4.Dataset.Create(task.Items, task.Contexts, targets), sigma).Integrate(epochs, stepSize).Loss;

    private static double[] Relu3X4(ContextTask task, double[] targets, double sigma, ulong seed, TrainingOptions training) =>
        new ReluOf3X4.ReluTwin(Gaussian.WithSigma(sigma), seed).Train(ReluOf3X4.Dataset.Create(task.Items, task.Contexts, targets), training).Loss;

    private static double[] Predicted3X4(ContextTask task, double[] targets, double sigma, int epochs, double stepSize) =>
        ReluOf3X4.Race.ForTwin(ReluOf3X4.Dataset.Create(task.Items, task.Contexts, targets), sigma).Integrate(epochs, stepSize).Loss;

    private static double[] Relu5X8(ContextTask task, double[] targets, double sigma, ulong seed, TrainingOptions training) =>
        new ReluOf5X8.ReluTwin(Gaussian.WithSigma(sigma), seed).Train(ReluOf5X8.Dataset.Create(task.Items, task.Contexts, targets), training).Loss;

    private static double[] Predicted5X8(ContextTask task, double[] targets, double sigma, int epochs, double stepSize) =>
        ReluOf5X8.Race.ForTwin(ReluOf5X8.Dataset.Create(task.Items, task.Contexts, targets), sigma).Integrate(epochs, stepSize).Loss;

    private static double[] Relu3X16(ContextTask task, double[] targets, double sigma, ulong seed, TrainingOptions training) =>
        new ReluOf3X16.ReluTwin(Gaussian.WithSigma(sigma), seed).Train(ReluOf3X16.Dataset.Create(task.Items, task.Contexts, targets), training).Loss;

    private static double[] Predicted3X16(ContextTask task, double[] targets, double sigma, int epochs, double stepSize) =>
        ReluOf3X16.Race.ForTwin(ReluOf3X16.Dataset.Create(task.Items, task.Contexts, targets), sigma).Integrate(epochs, stepSize).Loss;
}
