namespace GateDsl.Tests.Theory.ClosedForms;

public sealed class XorRaceTests
{
    [Theory]
    [InlineData(0.4)]
    [InlineData(0.8165)]
    [InlineData(1.5)]
    public void BothLossesFollowTrainedPathways(double margin)
    {
        // Each pathway by itself: W1 (H x 3) and W2 (1 x H) on its own points, balanced and aligned from the start.
        XorRace race = new(margin, 2e-4, 1e-4);
        XorTask task = XorTask.Create(margin);
        AssertFollows(task, [[0, 1], [2, 3]], 2e-4, race.LinearLoss);
        AssertFollows(task, [[0], [1], [2], [3]], 1e-4, race.XorLoss);
    }

    [Fact]
    public void SpeedsCrossWhereTheTheorySays()
    {
        Assert.Equal(Math.Sqrt(2.0 / 3), XorRace.Crossover, 1e-15);
        foreach ((double margin, bool xorWins) in new[] { (0.4, true), (0.81, true), (0.82, false), (1.5, false) })
        {
            XorRace race = new(margin, 64e-6 / 2, 32e-6 / 2);
            Assert.Equal(xorWins, race.Xor.InputOutputStrength > race.Linear.InputOutputStrength);
            Assert.Equal(xorWins, race.XorHalfTime() < race.LinearHalfTime());
        }

        XorRace at = new(XorRace.Crossover, 1, 1);
        Assert.Equal(at.Linear.InputOutputStrength, at.Xor.InputOutputStrength, 1e-15);
    }

    [Fact]
    public void TimesCrossWithTheSpeedsWhereLinearPathwaysStartTwiceAsStrong()
    {
        Assert.Equal(XorRace.Crossover, XorRace.CrossoverOfTimes(64e-6 / 2, 32e-6 / 2), 1e-10);
        Assert.True(XorRace.CrossoverOfTimes(32e-6 / 2, 32e-6 / 2) > XorRace.Crossover);
    }

    [Fact]
    public void HalfTimesAreWhereTheLossIsAQuarter()
    {
        XorRace race = new(0.8, 3e-5, 2e-5);
        Assert.Equal(0.25, race.LinearLoss(race.LinearHalfTime(50), 50), 1e-12);
        Assert.Equal(0.25, race.XorLoss(race.XorHalfTime(50), 50), 1e-12);
        Assert.Equal(0.5, race.LinearLoss(0), 1e-4);
        Assert.Equal(0, new XorRace(1, 0.9, 0.5).LinearHalfTime());
    }

    [Fact]
    public void WithoutAMarginTheLinearGatingLearnsNothing()
    {
        XorRace race = new(0, 1e-5, 1e-5);
        Assert.Equal(0.5, race.LinearLoss(1e9));
        Assert.Equal(double.PositiveInfinity, race.LinearHalfTime());
        Assert.Equal(0, race.XorLoss(1e9), 1e-12);
    }

    [Fact]
    public void NumbersOutOfRangeAreRefusedByName()
    {
        Assert.Equal("margin", Assert.Throws<ArgumentOutOfRangeException>(() => new XorRace(double.NaN, 1, 1)).ParamName);
        Assert.Equal("linearStart", Assert.Throws<ArgumentOutOfRangeException>(() => new XorRace(1, 0, 1)).ParamName);
        Assert.Equal("xorStart", Assert.Throws<ArgumentOutOfRangeException>(() => new XorRace(1, 1, -1)).ParamName);
        Assert.Equal("tau", Assert.Throws<ArgumentOutOfRangeException>(() => new XorRace(1, 1, 1).XorLoss(1, double.NaN)).ParamName);
    }

    private static void AssertFollows(XorTask task, int[][] pathways, double start, Func<double, double, double> predicted)
    {
        // One hidden unit per pathway along its own correlation sum of y x; full-batch descent on the Mean loss.
        const double Step = 1e-3;
        double[][] inward = pathways.Select(points => Direction(task, points).Select(x => x * Math.Sqrt(start)).ToArray()).ToArray();
        double[] outward = pathways.Select(_ => Math.Sqrt(start)).ToArray();
        for (int epoch = 0; epoch < 40 / Step; epoch++)
        {
            double loss = 0.0;
            for (int p = 0; p < pathways.Length; p++)
            {
                double[] inGradient = new double[3];
                double outGradient = 0.0;
                foreach (int n in pathways[p])
                {
                    double h = Enumerable.Range(0, 3).Sum(i => inward[p][i] * task.Inputs[(n * 3) + i]);
                    double error = task.Targets[n] - (outward[p] * h);
                    loss += error * error / 8;
                    outGradient += error * h / 4;
                    for (int i = 0; i < 3; i++)
                    {
                        inGradient[i] += outward[p] * error * task.Inputs[(n * 3) + i] / 4;
                    }
                }

                outward[p] += Step * outGradient;
                for (int i = 0; i < 3; i++)
                {
                    inward[p][i] += Step * inGradient[i];
                }
            }

            if (epoch % 200 == 0)
            {
                Assert.Equal(loss, predicted(epoch, 1 / Step), 1e-3);
            }
        }
    }

    /// <summary>
    /// At margin 2 the linear mode has s = 1 and d = 2, and the loss (1 - 2 a)^2 / 2: from 0.2 it is below a half of 1/2 already; from 1 it is there at
    /// a = (1 + sqrt(1/2))/2, by Eq. 7 after ln[a (1 - 2) / (1 - 2 a)] / 2.
    /// </summary>
    [Fact]
    public void AStartNearItsEndOrBeyondItHasItsHalfTime()
    {
        Assert.Equal(0, new XorRace(2, 0.2, 1e-3).LinearHalfTime());

        double half = (1 + Math.Sqrt(0.5)) / 2;
        XorRace beyond = new(2, 1, 1e-3);
        Assert.Equal(Math.Log(half / ((2 * half) - 1)) / 2, beyond.LinearHalfTime(), 1e-12);
        Assert.Equal(0.25, beyond.LinearLoss(beyond.LinearHalfTime()), 1e-12);
    }

    private static double[] Direction(XorTask task, int[] points)
    {
        double[] sum = Enumerable.Range(0, 3).Select(i => points.Sum(n => task.Targets[n] * task.Inputs[(n * 3) + i])).ToArray();
        double norm = Math.Sqrt(sum.Sum(x => x * x));
        return sum.Select(x => x / norm).ToArray();
    }
}
