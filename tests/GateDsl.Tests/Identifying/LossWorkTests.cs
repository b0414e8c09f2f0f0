using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying;

/// <summary>How much work a prediction of losses may take, and what it is of.</summary>
public sealed class LossWorkTests
{
    private static readonly IdentificationData Data = IdentificationData.Of(6)
        .OneHot("Item", 3, [0, 1, 2, 0, 1, 2]).OneHot("Context", 2, [0, 0, 0, 1, 1, 1]).WithTargets([1, 0, -1, 0.5, 0, 2], 1);

    private static readonly bool[][] Gates = [[true, true, true, true, true, true], [true, true, true, false, false, false]];

    /// <summary>Work is of every epoch alike: a prediction that takes as much as it may is made, one that takes a little more is not.</summary>
    [Fact]
    public void APredictionMayTakeAsMuchAsItIsGiven()
    {
        double one = Least(1);

        Assert.Equal(7 * one, Least(7));
        Assert.Equal(Math.Round(one), one);
        Assert.InRange(one, 1, 1e6);
    }

    /// <summary>Losses are those of a small start, fall with the step, and where it is too large there are none.</summary>
    [Fact]
    public void LossesBeginWhereNothingIsLearnt()
    {
        double[] losses = LossPrediction.Of(Data, Gates, 50, 1e-3, 0.02, 300, LossScale.Sum)!;

        Assert.Equal(300, losses.Length);
        Assert.Equal(0.5 * (1 + 1 + 0.25 + 4), losses[0], 1e-3);
        Assert.True(losses[^1] < 0.5 * losses[0]);
        double[] mean = LossPrediction.Of(Data, Gates, 50, 1e-3, 0.02 * 6, 300, LossScale.Mean)!;
        Assert.All(losses.Zip(mean), pair => Assert.Equal(pair.First / 6, pair.Second, 1e-9));
        Assert.Null(LossPrediction.Of(Data, Gates, 50, 1e-3, 50, 300, LossScale.Sum));
    }

    [Fact]
    public void WhatIsFoundPredictsItsLosses()
    {
        LayerRecordings recordings = new(Data);
        recordings.Add(new[,] { { true, true, true, true, true, true }, { true, true, true, false, false, false } }, [1, 1]);
        IdentificationResult found = Identification.Of(recordings, Data, new() { Modules = 2, Repetitions = 1 });
        IdentificationData unasked = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]);
        LayerRecordings without = new(unasked);
        without.Add(new[,] { { true, false } }, [1]);

        Assert.Equal(LossPrediction.Of(Data, Gates, 2, 1e-3, 0.02, 20, LossScale.Mean), found.PredictLoss(1e-3, 0.02, 20, LossScale.Mean));
        TrainingDivergedException refused = Assert.Throws<TrainingDivergedException>(() => found.PredictLoss(1e-3, 50, 300));
        Assert.Equal((300, 50), (refused.Epoch, refused.StepSize));
        Assert.Equal("Losses need targets: add them to the data.",
            Assert.Throws<InvalidOperationException>(() => Identification.Of(without, unasked, new() { Repetitions = 1 }).PredictLoss(1e-3, 0.1, 5)).Message);
    }

    private static double Least(int epochs)
    {
        (double low, double high) = (0, 1e9);
        while (high - low > 1)
        {
            double middle = Math.Floor((low + high) / 2);
            (low, high) = LossPrediction.Of(Data, Gates, 50, 1e-3, 0.02, epochs, LossScale.Sum, middle) is null ? (middle, high) : (low, middle);
        }

        return high;
    }
}
