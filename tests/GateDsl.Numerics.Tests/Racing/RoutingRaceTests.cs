using System.Numerics.Tensors;
using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>Weights of the aligned form stay on it, and follow P2's discrete scalar equations: in training, in the race, and by modes.</summary>
public sealed class RoutingRaceTests
{
    private const int Epochs = 500;
    private const int Hidden = 64;
    private const double StepSize = 0.02 * 2 / 28;

    private delegate TensorSpan<double> Weights(int copy);

    [Fact]
    public void SevenDomainsFollowTheScalarEquations()
    {
        RoutingTask task = RoutingTask.Create(7, 4);
        SevenDomains.Dataset data = SevenDomains.Dataset.Create(task.Cues, task.Sinks, task.Targets);
        SevenDomains network = new(Gaussian.WithSigma(1), seed: 1);
        Align(7, network.CueToFirst, network.FirstToSecond, copy => network.SecondToAnswers[copy]);
        SevenDomains.Race race = SevenDomains.Race.From(network, data);
        double[] expected = Expected(7, 4);
        AssertFollows(expected, race.Integrate(Epochs, StepSize).Loss);
        AssertFollows(expected, race.Integrate(Epochs, StepSize, reduction: Reduction.Modes).Loss);
        AssertFollows(expected, race.Integrate(Epochs, StepSize, reduction: Reduction.ClosedForm).Loss);
        AssertFollows(expected, network.Train(data, new TrainingOptions { Epochs = Epochs, StepSize = StepSize }).Loss);
    }

    [Fact]
    public void FiveDomainsFollowTheScalarEquations()
    {
        RoutingTask task = RoutingTask.Create(5, 2);
        FiveDomains.Dataset data = FiveDomains.Dataset.Create(task.Cues, task.Sinks, task.Targets);
        FiveDomains network = new(Gaussian.WithSigma(1), seed: 1);
        Align(5, network.CueToFirst, network.FirstToSecond, copy => network.SecondToAnswers[copy]);
        FiveDomains.Race race = FiveDomains.Race.From(network, data);
        double[] expected = Expected(5, 2);
        AssertFollows(expected, race.Integrate(Epochs, StepSize).Loss);
        AssertFollows(expected, race.Integrate(Epochs, StepSize, reduction: Reduction.Modes).Loss);
        AssertFollows(expected, race.Integrate(Epochs, StepSize, reduction: Reduction.ClosedForm).Loss);
        AssertFollows(expected, network.Train(data, new TrainingOptions { Epochs = Epochs, StepSize = StepSize }).Loss);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void WeightsOffTheAlignedFormAreRefusedWithTheirDistance(int edge)
    {
        RoutingTask task = RoutingTask.Create(5, 2);
        FiveDomains.Dataset data = FiveDomains.Dataset.Create(task.Cues, task.Sinks, task.Targets);
        FiveDomains network = new(Gaussian.WithSigma(1), seed: 1);
        Align(5, network.CueToFirst, network.FirstToSecond, copy => network.SecondToAnswers[copy]);
        TensorSpan<double> off = edge == 0 ? network.CueToFirst : edge == 1 ? network.FirstToSecond : network.SecondToAnswers[1];
        off[3, 7] += 0.01;
        string message = Assert.Throws<NotSupportedException>(
            () => FiveDomains.Race.From(network, data).Integrate(5, StepSize, reduction: Reduction.ClosedForm)).Message;
        Assert.Matches("aligned form; these are off it by 0.0[0-9]+ of their norm", message);
    }

    [Fact]
    public void StrengthsInClosedFormAreThoseOfTheExactRace()
    {
        RoutingTask task = RoutingTask.Create(5, 2);
        FiveDomains.Dataset data = FiveDomains.Dataset.Create(task.Cues, task.Sinks, task.Targets);
        FiveDomains network = new(Gaussian.WithSigma(1), seed: 1);
        Align(5, network.CueToFirst, network.FirstToSecond, copy => network.SecondToAnswers[copy]);
        double[,] exact = FiveDomains.Race.From(network, data).Integrate(300, StepSize).ModeStrengths["First>Second"];
        double[,] closed = FiveDomains.Race.From(network, data).Integrate(300, StepSize, reduction: Reduction.ClosedForm).ModeStrengths["First>Second"];
        for (int k = 0; k < exact.GetLength(1); k++)
        {
            Assert.Equal(exact[299, k], closed[299, k], 1e-6);
        }
    }

    /// <summary>Edges and modes that start differently, the last two modes of one strength alike: the closed form is the exact race all the same.</summary>
    [Fact]
    public void TheClosedFormKnowsItsEdgesApart()
    {
        RoutingTask task = RoutingTask.Create(5, 2);
        FiveDomains.Dataset data = FiveDomains.Dataset.Create(task.Cues, task.Sinks, task.Targets);
        FiveDomains network = new(Gaussian.WithSigma(1), seed: 1);
        Align(5, network.CueToFirst, network.FirstToSecond, copy => network.SecondToAnswers[copy], [0.05, 0.12, 0.3]);
        RaceLog exact = FiveDomains.Race.From(network, data).Integrate(300, StepSize),
            closed = FiveDomains.Race.From(network, data).Integrate(300, StepSize, reduction: Reduction.ClosedForm);

        Assert.True(exact.Loss[299] < 0.5 * exact.Loss[0]);
        for (int epoch = 0; epoch < 300; epoch++)
        {
            Assert.Equal(exact.Loss[epoch], closed.Loss[epoch], 1e-9 * exact.Loss[0]);
            for (int k = 0; k < 4; k++)
            {
                Assert.Equal(exact.ModeStrengths["First>Second"][epoch, k], closed.ModeStrengths["First>Second"][epoch, k], 1e-8);
            }
        }
    }

    [Fact]
    public void TheExperimentOfTheTaskTrainsTheTrainedPairs()
    {
        ExperimentResult result = FiveDomains.Experiment.Run(new ExperimentOptions { Seeds = [1], Epochs = 30, Initializer = Orthogonal.WithGain(0.2) });
        RoutingTask task = RoutingTask.Create(5, 2);
        FiveDomains network = new(Orthogonal.WithGain(0.2), seed: 1);
        double[] losses = network.Train(
            FiveDomains.Dataset.Create(task.Cues, task.Sinks, task.Targets), new TrainingOptions { Epochs = 30, StepSize = StepSize }).Loss;
        Assert.Equal(losses, result.Network[0].Loss);
        Assert.InRange(result.Agreement["exact_vs_gdln"].Rms, 0, 1e-12);
        Assert.Equal(["closed", "expected", "twin", "widths"], result.NotApplicable.Keys.Order());
    }

    /// <summary>b1 += eta K b2 b3 e, b2 += eta M K b1 b3 e, b3 += eta K b1 b2 e, e = s - b1 b2 b3 from 0.08, and 1/2 M K e^2 per mode.</summary>
    private static double[] Expected(int domains, int trained)
    {
        double[] losses = new double[Epochs];
        foreach (double s in new[] { Math.Sqrt(185), Math.Sqrt(41), 3, 3 })
        {
            (double b1, double b2, double b3) = (0.08, 0.08, 0.08);
            for (int epoch = 0; epoch < Epochs; epoch++)
            {
                double e = s - (b1 * b2 * b3);
                losses[epoch] += 0.5 * domains * trained * e * e;
                double pull = StepSize * trained * e;
                (b1, b2, b3) = (b1 + (pull * b2 * b3), b2 + (pull * domains * b1 * b3), b3 + (pull * b1 * b2));
            }
        }

        return losses;
    }

    private static void AssertFollows(double[] expected, double[] losses)
    {
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Assert.Equal(expected[epoch], losses[epoch], 1e-9 * Math.Max(expected[epoch], 1e-6 * expected[0]));
        }
    }

    /// <summary>Encoders R1 b V^T, shared R2 b R1^T, decoders U b R2^T with the same frames R1, R2 for all domains.</summary>
    private static void Align(int domains, TensorSpan<double> encoders, TensorSpan<double> shared, Weights decoders, double[]? starts = null)
    {
        double Start(int edge, int mode) => starts is null ? 0.08 : starts[edge] * (1 + (0.1 * Math.Min(mode, 2)));
        double[,] v = Haar.Four;
        double[,] u = Haar.Images(RoutingTask.Create(1, 1).Targets, 7);
        double[,] r1 = Frame(1);
        double[,] r2 = Frame(2);
        for (int h = 0; h < Hidden; h++)
        {
            for (int domain = 0; domain < domains; domain++)
            {
                for (int item = 0; item < 4; item++)
                {
                    encoders[h, (domain * 4) + item] = Sum(k => Start(0, k) * r1[h, k] * v[item, k]);
                }

                for (int row = 0; row < 7; row++)
                {
                    decoders(domain)[row, h] = Sum(k => Start(2, k) * u[row, k] * r2[h, k]);
                }
            }

            for (int from = 0; from < Hidden; from++)
            {
                shared[h, from] = Sum(k => Start(1, k) * r2[h, k] * r1[from, k]);
            }
        }
    }

    private static double Sum(Func<int, double> term) => Enumerable.Range(0, 4).Sum(term);

    /// <summary>Four orthonormal columns, by Gram-Schmidt.</summary>
    private static double[,] Frame(int seed)
    {
        Random random = new(seed);
        double[,] frame = new double[Hidden, 4];
        for (int k = 0; k < 4; k++)
        {
            double[] column = [.. Enumerable.Range(0, Hidden).Select(_ => random.NextDouble() - 0.5)];
            for (int pass = 0; pass < 2; pass++)
            {
                for (int earlier = 0; earlier < k; earlier++)
                {
                    double along = column.Select((x, h) => x * frame[h, earlier]).Sum();
                    column = [.. column.Select((x, h) => x - (along * frame[h, earlier]))];
                }
            }

            double norm = Math.Sqrt(column.Sum(x => x * x));
            for (int h = 0; h < Hidden; h++)
            {
                frame[h, k] = column[h] / norm;
            }
        }

        return frame;
    }

}
