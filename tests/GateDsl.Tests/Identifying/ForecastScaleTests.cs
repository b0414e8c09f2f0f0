namespace GateDsl.Tests.Identifying;

/// <summary>What is foreseen does not depend on the scale of the loss, and of several draws it is their mean.</summary>
public sealed class ForecastScaleTests
{
    private const int Epochs = 400;
    private const double Sigma = 1e-3;
    private const double StepSize = 0.02;

    private static readonly ContextTask Task = ContextTask.Create(2, ContextStructure.Same, objects: 4);
    private static readonly IdentificationData Data = IdentificationData.Of(Task);
    private static readonly IdentificationOptions Options = new() { Draws = 2, Repetitions = 1, Starts = 8, Modules = 3, ForecastEpochs = [0, 150, 399] };

    [Fact]
    public void TheMeanOverDatapointsIsTheSumAtALargerStep()
    {
        ForecastResult sum = Identification.Forecast(Data, 60, Sigma, StepSize, Epochs, Options);
        ForecastResult mean = Identification.Forecast(Data, 60, Sigma, StepSize * Task.Count, Epochs, Options, LossScale.Mean);

        Assert.Equal(sum.Modules.Select(module => module.Name), mean.Modules.Select(module => module.Name));
        Assert.All(sum.Modules.Zip(mean.Modules), pair => Assert.Equal(pair.First.Share, pair.Second.Share, 1e-6));
        Assert.All(sum.Loss.Zip(mean.Loss), pair => Assert.Equal(pair.First / Task.Count, pair.Second, 1e-6));
        Assert.All(sum.Candidates.Zip(mean.Candidates), pair => Assert.Equal(pair.First.LossRms, pair.Second.LossRms, 1e-6));
        Assert.All(sum.PredictLoss(Sigma, StepSize, 50).Zip(mean.PredictLoss(Sigma, StepSize * Task.Count, 50, LossScale.Mean)),
            pair => Assert.Equal(pair.First / Task.Count, pair.Second, 1e-9));
        Assert.NotEqual(sum.Loss[0], sum.Loss[^1], 1);
    }

    /// <summary>What is read at an epoch is what it was before its update: at epoch 0 the start, whatever the step; later it depends on the step.</summary>
    [Fact]
    public void GatesAreReadBeforeTheUpdateOfTheirEpoch()
    {
        GateDsl.Identifying.RepresentativeDraws[] runs = [.. new[] { StepSize, StepSize / 3 }.Select(step =>
            GateDsl.Identifying.RepresentativeDraws.Of(Data, 60, Sigma, step, 3, Options with { ForecastEpochs = [0, 1] }, LossScale.Sum))];

        Assert.Equal(runs[0].Recordings.Strengths(0).ToArray(), runs[1].Recordings.Strengths(0).ToArray());
        Assert.NotEqual(runs[0].Recordings.Strengths(1).ToArray(), runs[1].Recordings.Strengths(1).ToArray());
    }

    [Fact]
    public void TheStableStepIsOnTheScaleOfTheLoss()
    {
        TrainingDivergedException sum = Assert.Throws<TrainingDivergedException>(() => Identification.Forecast(Data, 60, Sigma, 10, Epochs, Options));
        TrainingDivergedException mean =
            Assert.Throws<TrainingDivergedException>(() => Identification.Forecast(Data, 60, Sigma, 10 * Task.Count, Epochs, Options, LossScale.Mean));

        Assert.InRange(sum.StableStepSize, 1e-3, 10);
        Assert.Equal(Task.Count * sum.StableStepSize, mean.StableStepSize, 1e-6);
        Assert.Equal(sum.Epoch, mean.Epoch);
        Assert.Equal(sum.Loss / Task.Count, mean.Loss, 1e-6 * sum.Loss);
    }

    /// <summary>
    /// Draw d of a forecast is the draw of a forecast with one draw and the seed d further: losses are their mean, and at each epoch read the share
    /// of a single module, which all live units are in.
    /// </summary>
    [Fact]
    public void SeveralDrawsAreTheMeanOfSingleOnes()
    {
        IdentificationOptions one = Options with { Modules = 1 };
        ForecastResult both = Identification.Forecast(Data, 60, Sigma, StepSize, Epochs, one with { Seed = 3 });
        ForecastResult[] single =
            [.. new ulong[] { 3, 4 }.Select(seed => Identification.Forecast(Data, 60, Sigma, StepSize, Epochs, one with { Draws = 1, Seed = seed }))];

        Assert.Equal([0, 150, 399], both.Epochs);
        Assert.Equal((6, 3), (both.Recordings, single[0].Recordings));
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Assert.Equal(single.Average(draw => draw.Loss[epoch]), both.Loss[epoch], 1e-9);
        }

        IReadOnlyList<double> shares = Assert.Single(both.Modules).ShareByRecording;
        for (int read = 0; read < 3; read++)
        {
            Assert.Equal(single.Average(draw => draw.Modules[0].ShareByRecording[read]), shares[read], 1e-9);
        }

        Assert.True(Math.Abs(shares[2] - shares[0]) > 1e-3, "dead units hold another share later");
        Assert.Equal(both.Modules[0].Share, shares.Average(), 1e-9);
    }
}
