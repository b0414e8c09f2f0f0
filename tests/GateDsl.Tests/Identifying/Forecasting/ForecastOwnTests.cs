using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Forecasting;

/// <summary>
/// A forecast is of its own losses, of the network's units, and of the draws of its seed; and where it begins far off, it is one all the same.
/// </summary>
public sealed class ForecastOwnTests
{
    private const int Units = 500;
    private const double Sigma = 1e-3;
    private const double StepSize = 0.03;
    private const int Epochs = 250;

    private static readonly IdentificationData Data = IdentificationData.Of(ContextTask.Create(2, ContextStructure.Same, objects: 4));
    private static readonly IdentificationOptions Options =
        new() { Draws = 2, Repetitions = 1, Starts = 8, Modules = 2, MostModules = 2, ForecastEpochs = [100, 249] };

    /// <summary>Losses that are given are those of another training: what a forecast is compared with it foresees itself.</summary>
    [Fact]
    public void ItsLossesAreThoseThatItForesees()
    {
        ForecastResult foreseen = Identification.Forecast(Data, Units, Sigma, StepSize, Epochs, Options);
        ForecastResult given = Identification.Forecast(Data, Units, Sigma, StepSize, Epochs, Options with { Training = new([1, 0.5], 0.5, 1) });

        Assert.Equal((IdentificationError.Losses, IdentificationError.Losses), (foreseen.ErrorKind, given.ErrorKind));
        Assert.Equal(foreseen.Candidates.Select(candidate => candidate.LossRms), given.Candidates.Select(candidate => candidate.LossRms));
        Assert.Equal(
            Agreement.Between([.. foreseen.Loss], foreseen.PredictLoss(Sigma, StepSize, Epochs)).Rms,
            foreseen.Candidates[1].LossRms, 1e-12);
        Assert.Equal(Units, foreseen.Units);
    }

    /// <summary>Modules are as wide as those of a recorded network of as many units that has the same gates.</summary>
    [Fact]
    public void WidthsAreThoseOfTheNetwork()
    {
        ForecastResult foreseen = Identification.Forecast(Data, Units, Sigma, StepSize, Epochs, Options);
        bool[,] gates = new bool[Units, Data.Count];
        for (int unit = 0; unit < Units; unit++)
        {
            for (int n = 0; n < Data.Count; n++)
            {
                gates[unit, n] = foreseen.Modules[unit % foreseen.Modules.Count].Gate[n];
            }
        }

        LayerRecordings recordings = new(Data);
        recordings.Add(gates, [.. Enumerable.Repeat(1.0, Units)]);

        IdentificationResult recorded =
            Identification.Of(recordings, Data, new() { Modules = foreseen.Modules.Count, MostModules = foreseen.Modules.Count, Repetitions = 1, Starts = 8 });

        Assert.Equal(foreseen.Modules.Count, recorded.Modules.Count);
        Assert.All(foreseen.Modules, module => Assert.Equal(recorded.Modules.Single(other => other.Gate.SequenceEqual(module.Gate)).Width, module.Width, 1e-9));
        Assert.Equal(PathStrengthSource.Weights, recorded.StrengthSource);
    }

    /// <summary>Twenty epochs are read, evenly spread to the last, of however many.</summary>
    [Theory]
    [InlineData(21)]
    [InlineData(1_001)]
    [InlineData(2_000_000_001)]
    public void EpochsAreReadEvenly(int epochs) =>
        Assert.Equal(Enumerable.Range(1, 20).Select(part => (epochs - 1) / 20 * part), RepresentativeDraws.EpochsToRead(new(), epochs));

    /// <summary>Large initial weights answer far more than the targets; as long as losses fall nothing diverges, but infinite ones are none.</summary>
    [Fact]
    public void AFirstLossMayBeLarge()
    {
        IdentificationData data = IdentificationData.Of(3).Dense("X", 1, [0.5, 1, 2]).WithTargets([1e-3, 5e-4, 3e-3], 1);

        int alive = 0;
        for (ulong seed = 0; seed < 12; seed++)
        {
            IdentificationOptions options = new() { Draws = 1, Repetitions = 1, Seed = seed };
            try
            {
                ForecastResult foreseen = Identification.Forecast(data, 1, 20, 1e-7, 3, options);
                alive += foreseen.Loss[0] > 1e6 * 0.5 * 1.025e-5 && foreseen.Loss[2] < foreseen.Loss[0] ? 1 : 0;
            }
            catch (TrainingDivergedException exception) when (exception.Message.Contains("killed all units", StringComparison.Ordinal))
            {
                continue;
            }

            TrainingDivergedException refused = Assert.Throws<TrainingDivergedException>(() => Identification.Forecast(data, 1, 1e100, 1e-7, 3, options));
            Assert.Equal((0, double.PositiveInfinity), (refused.Epoch, refused.Loss));
        }

        Assert.InRange(alive, 2, 12);
    }

    /// <summary>Networks that stand for a recorded one are drawn by the seed.</summary>
    [Fact]
    public void RepresentativesOfARecordedNetworkAreDrawnByTheSeed()
    {
        DeepRecordings recordings = new(Data);
        double[] activations = [.. Enumerable.Repeat(1.0, 3 * Data.Count)];
        recordings.Add(1, [activations, activations]);
        recordings.Add(4, [activations, activations]);
        RecordedTraining training = new([6, 5, 4], 0.3, 1e-3);

        DeepIdentificationResult Found(ulong seed) =>
            Identification.OfDeep(recordings, Data, training with { Losses = [6, 5, 4, 3] }, new() { Draws = 2, Seed = seed });

        Assert.Equal(Found(7).Prediction.Loss, Found(7).Prediction.Loss);
        Assert.NotEqual(Found(7).Prediction.Loss, Found(8).Prediction.Loss);
        Assert.Equal(
            "A recording is of epoch 4, but the losses are of 3 updates.",
            Assert.Throws<ArgumentException>(() => Identification.OfDeep(recordings, Data, training, new() { Draws = 2 })).Message);
    }
}
