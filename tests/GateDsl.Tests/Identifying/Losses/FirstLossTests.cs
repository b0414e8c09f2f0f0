using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Losses;

/// <summary>Where losses begin, and how they fall at first; where none can be forecast, and where they diverge.</summary>
public sealed class FirstLossTests
{
    private static readonly double[] Targets = [1, 0.5, -1, 0, 2, 1];
    private static readonly double[] Vectors = [3, 0.5, 1, 2, 0.25];

    /// <summary>
    /// Of independent weights N(0, sigma^2) a module of width H answers 0 in the mean; a step eta moves that by 2 eta H sigma^2 times the sum of y
    /// x^T over the datapoints of its gate, and the loss by eta times the square of that sum. All read every input, but a gate of the context alone
    /// does not read the context.
    /// </summary>
    [Fact]
    public void ItFallsByWhatModulesReadAndHowWideTheyAre()
    {
        const double Sigma = 0.01;
        const double StepSize = 1e-5;
        int[] which = [0, 1, 2, 3, 4, 0];
        double[] vectors = [.. which.Select(value => Vectors[value])];
        IdentificationData data = IdentificationData.Of(6).OneHot("Item", 3, [0, 1, 2, 0, 1, 2]).Dense("X", "Which", 1, vectors)
            .OneHot("Context", 2, [0, 0, 0, 1, 1, 1]).WithTargets(Targets, 1);
        string[] gates = [.. Enumerable.Repeat("111111", 12), .. Enumerable.Repeat("111000", 9), .. Enumerable.Repeat("110110", 6)];
        LayerRecordings recordings = new(data);
        bool[,] bits = new bool[gates.Length, 6];
        for (int unit = 0; unit < gates.Length; unit++)
        {
            for (int n = 0; n < 6; n++)
            {
                bits[unit, n] = gates[unit][n] == '1';
            }
        }

        recordings.Add(bits, [.. gates.Select(_ => 1.0)]);
        IdentificationResult found = Identification.Of(recordings, data, new() { Modules = 3, Repetitions = 1 });

        int[] item = [0, 1, 2, 0, 1, 2];
        double slope = 2 * Sigma * Sigma * found.Modules.Sum(module =>
        {
            double[][] read =
            [
                .. Enumerable.Range(0, 3).Select(value => item.Select(n => n == value ? 1.0 : 0).ToArray()), vectors,
                .. string.Concat(module.Gate.Select(on => on ? '1' : '0')) == "111000" ? (double[][])[] : [[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1]],
            ];
            return module.Width * read.Sum(feature => Math.Pow(Enumerable.Range(0, 6).Sum(n => module.Gate[n] ? Targets[n] * feature[n] : 0), 2));
        });
        Assert.Equal(3, found.Modules.Count);
        Assert.Contains(found.Modules, module => Math.Abs(Math.Round(module.Width) - module.Width) > 1e-3);
        double[] losses = found.PredictLoss(Sigma, StepSize, 2);
        Assert.Equal(0.5 * Targets.Sum(target => target * target), losses[0], 1e-12);
        Assert.Equal(1, (losses[0] - losses[1]) / StepSize / slope, 1e-4);
    }

    /// <summary>
    /// Whatever the scale of inputs and targets there is a start where they are correlated, be it by little; where only rounding correlates them there is none.
    /// </summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1e-20, 1)]
    [InlineData(1e-9, 1e-15)]
    [InlineData(1e20, 1e10)]
    [InlineData(1e-3, 1e30)]
    public void CorrelationIsWithoutScale(double x, double y)
    {
        Assert.NotNull(Start([x, 2 * x, 4 * x], [y, y, -2 * y]));
        Assert.NotNull(Start([x, x, 0], [y, -(1 - 1e-10) * y, 0]));
        Assert.Null(Start([0.1 * x, 0.2 * x, 0.3 * x], [y, y, -y]));

        static SmallStart? Start(double[] inputs, double[] targets) =>
            SmallStart.Of(GatedProblem.Of(IdentificationData.Of(3).Dense("X", 1, inputs).WithTargets(targets, 1), []), 10);
    }

    /// <summary>Losses that are not given are those of representative units from a small start, drawn by the seed, step by step.</summary>
    [Fact]
    public void ForecastLossesAreThoseOfTheSmallStart()
    {
        IdentificationData data = IdentificationData.Of(4).Dense("X", 2, [1, 0.5, -1, 2, 0.25, 1, 3, -1]).WithTargets([1, 2, -1, 0.5], 1);
        SmallStart start = SmallStart.Of(GatedProblem.Of(data, []), 40)!;
        RepresentativeUnits units = RepresentativeUnits.Create(start.Problem, 40, start.Sigma, start.Sigma, 5);

        LossReference found = LossReference.Of(data, 40, new() { Seed = 5 })!;

        Assert.True(found.IsForecast);
        Assert.Equal((start.Sigma, start.StepSize, LossScale.Sum), (found.Training.Sigma, found.Training.StepSize, found.Training.LossScale));
        foreach (double loss in found.Training.Losses.Take(400))
        {
            Assert.Equal(units.Loss, loss);
            units.Step(start.StepSize);
        }

        Assert.NotEqual(found.Training.Losses, LossReference.Of(data, 40, new() { Seed = 6 })!.Training.Losses);
        RecordedTraining given = new([1, 0.5], 0.1, 0.01);
        Assert.Same(given, LossReference.Of(data, 40, new() { Training = given })!.Training);
        Assert.False(LossReference.Of(data, 40, new() { Training = given })!.IsForecast);
        Assert.Null(LossReference.Of(IdentificationData.Of(2).OneHot("Item", 2, [0, 1]), 40, new() { Training = given }));
    }

    /// <summary>Modules whose losses diverge at the step that is given are as far from it as can be.</summary>
    [Fact]
    public void LossesThatDivergeAreInfinitelyFar()
    {
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).OneHot("Context", 2, [0, 0, 1, 1]).WithTargets([1, 0, 0, 1], 1);
        LayerRecordings recordings = new(data);
        recordings.Add(new[,] { { true, true, true, true }, { true, true, false, false } }, [1, 1]);

        IdentificationResult found = Identification.Of(recordings, data, new() { Repetitions = 1, Training = new([.. Enumerable.Repeat(1.0, 300)], 1e-3, 50) });

        Assert.Equal(IdentificationError.Losses, found.ErrorKind);
        Assert.All(found.Candidates, candidate => Assert.Equal(double.PositiveInfinity, candidate.LossRms));
        Assert.Contains(found.Doubts, doubt => doubt.Contains("differ from those given by rms Infinity of the first loss", StringComparison.Ordinal));
    }
}
