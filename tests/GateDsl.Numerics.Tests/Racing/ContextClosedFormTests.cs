using GateDsl.Numerics.Tests.Racing.Networks;
using GateDsl.Tests;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>The contextual task in closed form, every number computed, against the authors' setting of the GDLN (P1 §5).</summary>
public sealed class ContextClosedFormTests
{
    private const int Epochs = 8001;
    private const double StepSize = 1e-3;

    /// <summary>The exact reduction stands for training here: it equals it, which other tests see to.</summary>
    [Fact]
    public void ThreeContextsInClosedFormFollowTheExpectedRace()
    {
        ThreeContexts.Race race = ThreeContexts.Race.Expect(ThreeContexts.Experiment.CreateData(), Authors(0.005 / 700, 0.01 / 700, 3));
        double[] closed = ContextRace.Create(3, 8, 100 * Square(0.005 / 700) / 2, 100 * Square(0.01 / 700) / 2).Losses(Epochs, StepSize);
        Assert.InRange(Agreement.Between(race.Integrate(Epochs, StepSize).Loss, closed).Rms, 0, 0.016);
    }

    [Fact]
    public void ARaceRecognisesTheTaskAndUsesItsForm()
    {
        ContextTask task = ContextTask.Create(4, ContextStructure.Same);
        FourContexts.Race race = FourContexts.Race.Expect(FourContexts.Experiment.CreateData(), 1e-5);
        RaceLog log = race.Integrate(4000, StepSize, reduction: Reduction.ClosedForm);
        double start = 100 * Square(1e-5) / 2;
        double[] formula = ContextRace.Create(4, 8, start, start).Losses(4000, StepSize);
        for (int epoch = 0; epoch < 4000; epoch++)
        {
            Assert.Equal(formula[epoch], log.Loss[epoch], 1e-9 * formula[0]);
        }

        // A residual mode ends at sqrt(1 - 1/C) sigma, sigma^2 = 7 for the first; the mean mode of a context pathway is left out.
        Assert.Equal(Math.Sqrt(0.75 * 7), Enumerable.Range(0, 8).Max(k => log.ModeStrengths["Own[2]"][3999, k]), 0.02);
        Assert.Equal(0, Enumerable.Range(0, 8).Min(k => log.ModeStrengths["Own[2]"][3999, k]));

        double[] targets = (double[])task.Targets.Clone();
        targets[^1] = 0.25;
        FourContexts.Race other = FourContexts.Race.Expect(FourContexts.Dataset.Create(task.Items, task.Contexts, targets), 1e-5);
        string reason = Assert.Throws<NotSupportedException>(() => other.Integrate(10, StepSize, reduction: Reduction.ClosedForm)).Message;
        Assert.Contains("do not share one structure: targets differ from it by up to 0.75", reason, StringComparison.Ordinal);
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void ClosedFormsFollowTheTrainedNetworks()
    {
        TrainingOptions training = new() { Epochs = Epochs, StepSize = StepSize };
        ThreeContexts three = new(Authors(0.005 / 700, 0.01 / 700, 3), seed: 1);
        Compare(3, 0.005 / 700, 0.01 / 700, three.Train(ThreeContexts.Experiment.CreateData(), training).Loss, 0.016);
        FourContexts four = new(Gaussian.WithSigma(0.005 / 500), seed: 1);
        Compare(4, 0.005 / 500, 0.005 / 500, four.Train(FourContexts.Experiment.CreateData(), training).Loss, 0.022);
        FiveContexts five = new(Gaussian.WithSigma(0.005 / 600), seed: 1);
        Compare(5, 0.005 / 600, 0.005 / 600, five.Train(FiveContexts.Experiment.CreateData(), training).Loss, 0.028);
    }

    private static void Compare(int contexts, double commonSigma, double ownSigma, double[] trained, double bound)
    {
        double[] closed = ContextRace.Create(contexts, 8, 100 * Square(commonSigma) / 2, 100 * Square(ownSigma) / 2).Losses(Epochs, StepSize);
        Assert.InRange(Agreement.Between(trained, closed).Rms, 0, bound);
    }

    private static IInitializer Authors(double common, double own, int pathways) => Gaussian.PerEdge(
    [
        ("ItemToCommon", common), ("ContextToCommon", common), ("CommonToProperties", common),
        .. Enumerable.Range(0, pathways).SelectMany(k => new[] { ($"ItemToOwn[{k}]", own), ($"OwnToProperties[{k}]", own) }),
    ]);

    private static double Square(double x) => x * x;
}
