using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>XoR in closed form against training from small random weights (P1 App. C; widths 64 and 32, sigma 1e-3, Mean loss).</summary>
public sealed class XorRaceTests
{
    private const int Epochs = 5000;

    /// <summary>Half the papers' step: at 0.02 descent lags behind the flow by up to 2.4% of the first loss at margin 1.5.</summary>
    private const double StepSize = 0.01;
    private const double Sigma = 1e-3;
    private const double FirstLoss = 0.5;

    private static readonly TrainingOptions Training = new() { Epochs = Epochs, StepSize = StepSize, LossScale = LossScale.Mean };

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.8165)]
    [InlineData(1.5)]
    public void Losses_stay_within_three_percent_of_the_first(double margin)
    {
        XorRace formula = new(margin, 64 * Sigma * Sigma / 2, 32 * Sigma * Sigma / 2);
        XorTask task = XorTask.Create(margin);
        XorByLabel.Dataset byLabel = XorByLabel.Dataset.Create(task.Inputs, task.Samples, task.Targets);
        XorByPoint.Dataset byPoint = XorByPoint.Dataset.Create(task.Inputs, task.Samples, task.Targets);
        const int Seeds = 3;
        double[] linear = new double[Epochs];
        double[] xor = new double[Epochs];
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            XorByLabel labels = new(Gaussian.WithSigma(Sigma), seed);
            XorByPoint points = new(Gaussian.WithSigma(Sigma), seed);
            RaceLog closedLabels = XorByLabel.Race.From(labels, byLabel).Integrate(Epochs, StepSize, LossScale.Mean, Reduction.ClosedForm);
            RaceLog closedPoints = XorByPoint.Race.From(points, byPoint).Integrate(Epochs, StepSize, LossScale.Mean, Reduction.ClosedForm);
            double[] trainedLabels = labels.Train(byLabel, Training).Loss;
            double[] trainedPoints = points.Train(byPoint, Training).Loss;
            AssertClose(trainedLabels, closedLabels.Loss);
            AssertClose(trainedPoints, closedPoints.Loss);
            for (int epoch = 0; epoch < Epochs; epoch++)
            {
                linear[epoch] += trainedLabels[epoch] / Seeds;
                xor[epoch] += trainedPoints[epoch] / Seeds;
            }
        }

        // Before any weights are drawn.
        double tau = 1 / StepSize;
        AssertClose(linear, [.. Enumerable.Range(0, Epochs).Select(epoch => formula.LinearLoss(epoch, tau))]);
        AssertClose(xor, [.. Enumerable.Range(0, Epochs).Select(epoch => formula.XorLoss(epoch, tau))]);
    }

    [Fact]
    public void The_winner_flips_at_the_crossover()
    {
        Assert.Equal(0.8165, XorRace.Crossover, 1e-4);
        Assert.True(HalfEpoch(0.7, byPoint: true) < HalfEpoch(0.7, byPoint: false));
        Assert.True(HalfEpoch(0.93, byPoint: true) > HalfEpoch(0.93, byPoint: false));
    }

    private static int HalfEpoch(double margin, bool byPoint)
    {
        XorTask task = XorTask.Create(margin);
        double[] losses = byPoint
            ? XorByPoint.Race.Expect(XorByPoint.Dataset.Create(task.Inputs, task.Samples, task.Targets), Sigma).Integrate(Epochs, StepSize, LossScale.Mean).Loss
            : XorByLabel.Race.Expect(XorByLabel.Dataset.Create(task.Inputs, task.Samples, task.Targets), Sigma).Integrate(Epochs, StepSize, LossScale.Mean).Loss;
        return Array.FindIndex(losses, loss => loss < FirstLoss / 2);
    }

    private static void AssertClose(double[] trained, double[] predicted)
    {
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Assert.Equal(trained[epoch], predicted[epoch], 0.03 * FirstLoss);
        }
    }
}
