namespace GateDsl.Tests.Twin;

public sealed class StratifiedStartsTests
{
    private static readonly TwinShape Shape = new([40, 60], [0.02, 0.02, 0.02]);

    [Fact]
    public void OfEveryShareTheOneNearestToItsMeanIsTaken()
    {
        // Ranked 1 2 6 | 7 8 12 | 20 30 31, with the means 3, 9 and 27.
        double[] times = [8, 31, 1, 20, 6, 12, 2, 30, 7];
        Assert.Equal([6, 0, 7], StratifiedStarts.Choose(times, 3));
        Assert.Equal([5], StratifiedStarts.Choose(times, 1));
        Assert.Equal([2, 6, 4, 8, 0, 5, 3, 7, 1], StratifiedStarts.Choose(times, 9));
    }

    [Fact]
    public void StartsThatNeverFallAreTheLatest()
    {
        double never = double.PositiveInfinity;
        Assert.Equal([2, 1], StratifiedStarts.Choose([never, never, 1, never], 2));
        Assert.Equal([0, 2], StratifiedStarts.Choose([never, never, never, never], 2));
    }

    /// <summary>A start that falls earlier in large steps does so in training; times are epochs times the step size.</summary>
    [Fact]
    public void LargeStepsRankStartsAsTheirTrainingsDo()
    {
        double[] seen = [.. Enumerable.Range(0, 24).Select(start => FirstFall.Of(Start(start), null, null, default))];
        double[] trained = [.. Enumerable.Range(0, 24).Select(start => Train(Start(start)))];
        double correlation = MathNet.Numerics.Statistics.Correlation.Spearman(seen, trained);
        Assert.True(correlation > 0.95, $"Spearman {correlation:F3}");
        for (int start = 0; start < seen.Length; start++)
        {
            Assert.Equal(1, seen[start] / trained[start], 0.3);
        }

        Assert.True(trained.Max() > 1.1 * trained.Min(), "There is nothing to rank.");
    }

    [Fact]
    public void FactorsAndBiasesTakePart()
    {
        double plain = FirstFall.Of(Start(3), null, null, default);
        Assert.Equal(plain / 2, FirstFall.Of(Start(3), [2, 2, 2], null, default), 1e-9 * plain);
        Assert.True(FirstFall.Of(Start(3), [0, 1, 1], null, default) > plain);
        Assert.Equal(double.PositiveInfinity, FirstFall.Of(Start(3), [0, 0, 0], null, default));

        // The mean of the targets is learnt at once where a bias may.
        Assert.True(FirstFall.Of(Biased(), null, null, default) < plain / 2);
        Assert.True(FirstFall.Of(Biased(), null, [0, 0, 0], default) > plain / 2);

        LayeredNetwork Biased() => NetworkDraw.Start(RepresentativeNetworksTests.Task(), Shape with { Bias = true }, [40, 60], 5, 3);
    }

    [Fact]
    public void WhereNothingIsToBeLearntNothingFalls()
    {
        TwinTask task = RepresentativeNetworksTests.Task();
        task = task with { Outputs = [new("y", 4, new double[task.Count * 4], null, LossRule.Squared)] };
        Assert.Equal(0,
            RepresentativeNetworks.Run(task, Shape, new TwinDescent { Epochs = 3, StepSize = 1e-3 }, new DrawPlan { Draws = 2, Units = 20 }).Loss[0],
            1e-3);
    }

    /// <summary>
    /// Of what a mean of eight first drops varies by, more than four fifths are chance in the starts that a choice among more of them takes out.
    /// </summary>
    [Fact]
    public void AMeanOfChosenDrawsHasLittleChanceInItsFirstDrop()
    {
        double[] plain = new double[8];
        double[] chosen = new double[8];
        for (int set = 0; set < plain.Length; set++)
        {
            plain[set] = Enumerable.Range(0, 8).Average(start => Train(Start(start, (ulong)set)));
            double[] times = [.. Enumerable.Range(0, 8 * StratifiedStarts.CandidatesADraw)
                .Select(start => FirstFall.Of(Start(start, (ulong)set), null, null, default))];
            chosen[set] = StratifiedStarts.Choose(times, 8).Average(start => Train(Start(start, (ulong)set)));
        }

        double before = MathNet.Numerics.Statistics.Statistics.StandardDeviation(plain);
        double after = MathNet.Numerics.Statistics.Statistics.StandardDeviation(chosen);
        Assert.True(after < 0.45 * before, $"{after:G3} of {before:G3}");
    }

    private static LayeredNetwork Start(int start, ulong seed = 5) => NetworkDraw.Start(RepresentativeNetworksTests.Task(), Shape, [40, 60], seed, start);

    /// <summary>Epochs times the step size until a tenth of the loss is gone.</summary>
    private static double Train(LayeredNetwork network)
    {
        const double StepSize = 0.005;
        double[] loss = NetworkDescent.Run(network, RepresentativeNetworksTests.Task(), new TwinDescent { Epochs = 4000, StepSize = StepSize });
        int fallen = Array.FindIndex(loss, value => value < 0.9 * loss[0]);
        return StepSize * fallen;
    }
}
