using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>XoR in closed form against training from small random weights (P1 App. C; widths 64 and 32, sigma 1e-3, Mean loss).</summary>
public sealed class XorRaceTests
{
    private const int Epochs = 3000;
    private const double StepSize = 0.02;
    private const double Sigma = 1e-3;
    private const double FirstLoss = 0.5;
    private const ulong Seeds = 8;

    private static readonly TrainingOptions Training = new() { Epochs = Epochs, StepSize = StepSize, LossScale = LossScale.Mean };

    public static TheoryData<double> Margins => [0.2, 0.4, 0.6, 0.8165, 1, 1.2, 1.5, 2];

    [Theory]
    [MemberData(nameof(Margins))]
    public void LossesStayWithinThreePercentOfTheFirst(double margin)
    {
        XorRace expected = new(margin, 64 * Sigma * Sigma / 2, 32 * Sigma * Sigma / 2);
        XorTask task = XorTask.Create(margin);
        XorByLabel.Dataset byLabel = XorByLabel.Dataset.Create(task.Inputs, task.Samples, task.Targets);
        XorByPoint.Dataset byPoint = XorByPoint.Dataset.Create(task.Inputs, task.Samples, task.Targets);
        double[] linear = new double[Epochs];
        double[] xor = new double[Epochs];
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            XorByLabel labels = new(Gaussian.WithSigma(Sigma), seed);
            RaceLog closed = XorByLabel.Race.From(labels, byLabel).Integrate(Epochs, StepSize, LossScale.Mean, Reduction.ClosedForm);
            double[] trained = labels.Train(byLabel, Training).Loss;
            AssertWithin(0.03, trained, closed.Loss);
            AssertWithin(0.001, trained, OnTheClockOfTheSteps(closed, expected.Linear));
            AddTo(linear, trained);

            XorByPoint points = new(Gaussian.WithSigma(Sigma), seed);
            closed = XorByPoint.Race.From(points, byPoint).Integrate(Epochs, StepSize, LossScale.Mean, Reduction.ClosedForm);
            trained = points.Train(byPoint, Training).Loss;
            AssertWithin(0.03, trained, closed.Loss);
            AssertWithin(0.001, trained, OnTheClockOfTheSteps(closed, expected.Xor));
            AddTo(xor, trained);
        }

        // Before any weights are drawn: the mean over the seeds.
        AssertWithin(0.03, linear, [.. Enumerable.Range(0, Epochs).Select(epoch => Loss(expected.Linear, epoch))]);
        AssertWithin(0.03, xor, [.. Enumerable.Range(0, Epochs).Select(epoch => Loss(expected.Xor, epoch))]);
    }

    [Fact]
    public void TheWinnerFlipsAtTheCrossover()
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
            : XorByLabel.Race.Expect(XorByLabel.Dataset.Create(task.Inputs, task.Samples, task.Targets), Sigma)
                .Integrate(Epochs, StepSize, LossScale.Mean).Loss;
        return Array.FindIndex(losses, loss => loss < FirstLoss / 2);
    }

    /// <summary>The loss of pathways with one mode each, equal but for the starts that the race read from the weights.</summary>
    private static double[] OnTheClockOfTheSteps(RaceLog race, ModeCurve mode)
    {
        ModeCurve[] pathways = [.. race.ModeStrengths.Values.Select(strengths => new ModeCurve(mode.InputOutputStrength, mode.InputStrength, strengths[0, 0]))];
        return [.. Enumerable.Range(0, Epochs).Select(epoch => pathways.Average(pathway => Loss(pathway, epoch)))];
    }

    private static double Loss(ModeCurve mode, int epoch)
    {
        double missing = 1 - (mode.AfterEpochs(epoch, 1 / StepSize) / mode.End);
        return FirstLoss * missing * missing;
    }

    private static void AddTo(double[] mean, double[] losses)
    {
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            mean[epoch] += losses[epoch] / Seeds;
        }
    }

    private static void AssertWithin(double share, double[] trained, double[] predicted)
    {
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Assert.Equal(trained[epoch], predicted[epoch], share * FirstLoss);
        }
    }
}
