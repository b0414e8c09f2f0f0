using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Forecasting;

/// <summary>Which forecasts are refused: settings, losses that grow beyond a bound, units that die.</summary>
public sealed class ForecastBoundTests
{
    private static readonly IdentificationData Data = IdentificationData.Of(3).Dense("X", 1, [0.5, 1, 2]).WithTargets([1, 0.5, 3], 1);

    /// <summary>
    /// A loss of a million times that of answering 0 has diverged, also where the first one is less by luck. At the step from which on it does the
    /// loss is that.
    /// </summary>
    [Theory]
    [InlineData(0.99, 1.01)]
    [InlineData(0, 0.9)]
    public void ALossHasDivergedBeyondAMillionTimesTheFirst(double least, double most)
    {
        const double Nothing = 0.5 * (1 + 0.25 + 9);
        (double sigma, ulong seed, double first) = (
            from some in Enumerable.Range(0, 40)
            from draw in Enumerable.Range(0, 6)
            let loss = First(0.001 + (0.1 * some), (ulong)draw)
            where loss / Nothing >= least && loss / Nothing <= most
            select (0.001 + (0.1 * some), (ulong)draw, loss)).First();
        double bound = 1e6 * Math.Max(first, Nothing);
        (double low, double high) = (1e-12, 1e9);
        TrainingDivergedException? refused = null;
        for (int round = 0; round < 60 && high / low > 1.0001; round++)
        {
            double middle = Math.Sqrt(low * high);
            try
            {
                Assert.InRange(Run(sigma, middle, seed).Losses[1], 0, bound);
                low = middle;
            }
            catch (TrainingDivergedException exception)
            {
                (refused, high) = (exception, middle);
            }
        }

        Assert.Equal(bound, refused!.Loss, 5e-3 * bound);
        Assert.Equal((1, high), (refused.Epoch, refused.StepSize));
        Assert.StartsWith("The training diverged: before the update of epoch 1 the loss was ", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.StableStepSize < high);
    }

    /// <summary>
    /// Of one positive feature and negative targets a step that is too large leaves no unit on; that is said, not taken for the end of learning.
    /// </summary>
    [Fact]
    public void AForecastWithoutAUnitThatIsOnIsNone()
    {
        IdentificationData data = IdentificationData.Of(2).Dense("X", 1, [1, 2]).WithTargets([-1, -1], 1);

        TrainingDivergedException refused =
            Assert.Throws<TrainingDivergedException>(() => Identification.Forecast(data, 20, 0.5, 0.5, 40, new() { Draws = 1 }));

        Assert.StartsWith($"The training killed all units: before the update of epoch {refused.Epoch} none is on", refused.Message, StringComparison.Ordinal);
        Assert.InRange(refused.Epoch, 1, 39);
        Assert.Equal(1, refused.Loss, 1e-12);
    }

    [Fact]
    public void EpochsToReadAreThoseOfTheTraining()
    {
        foreach (int[] read in new int[][] { [], [-1], [5], [0, 5], [-1, 3] })
        {
            IdentificationOptions options = new() { ForecastEpochs = read };

            Assert.Equal("Epochs to read are 0 to 4, at least one.", Refused(() => Identification.Forecast(Data, 4, 0.1, 0.01, 5, options)));
            Assert.Equal("Epochs to read are 0 to 4, at least one.", Refused(() => Identification.ForecastDeep(Data, [4, 4], 0.1, 0.01, 5, options)));
        }

        Assert.Equal([0, 2, 4], RepresentativeDraws.EpochsToRead(new() { ForecastEpochs = [4, 0, 2, 4] }, 5));
    }

    [Fact]
    public void SettingsOfAForecastAreThoseOfAnIdentification()
    {
        Assert.Equal("A forecast needs at least 1 draw, not 0.", Refused(() => Identification.Forecast(Data, 4, 0.1, 0.01, 5, new() { Draws = 0 })));
        Assert.Equal("Modules (k) is 0; it must be at least 1.", Refused(() => Identification.Forecast(Data, 4, 0.1, 0.01, 5, new() { Modules = 0 })));
        Assert.Equal("Starts is 0; it must be at least 1.", Refused(() => Identification.Forecast(Data, 4, 0.1, 0.01, 5, new() { Starts = 0 })));
        Assert.Equal("99 modules were asked for, but the units have only 1 different gates that are on somewhere.",
            Refused(() => Identification.Forecast(Data, 4, 0.1, 0.01, 5, new() { Modules = 99 })));
        Assert.Equal("A forecast of several hidden layers has at least 2 widths, not 1; of one layer it is Forecast.",
            Refused(() => Identification.ForecastDeep(Data, [4], 0.1, 0.01, 5)));
        Assert.Equal("units is 0; it must be at least 1.", Refused(() => Identification.ForecastDeep(Data, [4, 0], 0.1, 0.01, 5)));
        Assert.Equal(1, Identification.Forecast(Data, 4, 0.1, 0.01, 1, new() { Draws = 1, Repetitions = 1 }).Recordings);
        Assert.Single(Identification.ForecastDeep(Data, [1, 1], 0.1, 0.01, 1, new() { Draws = 2 }).Prediction.Loss);
    }

    /// <summary>Its doubts are of what is foreseen: which gates a unit can have does not matter where all are those of units.</summary>
    [Fact]
    public void AForecastCountsItsOwnUnits()
    {
        ForecastResult foreseen = Identification.Forecast(Data, 40, 0.1, 0.01, 30, new() { Draws = 3, ForecastEpochs = [0, 29], Repetitions = 1 });

        Assert.Equal((40, 6), (foreseen.Units, foreseen.Recordings));
        Assert.Equal(0, foreseen.Rows % 6);

        // One feature above 0: a unit is on everywhere or nowhere.
        Assert.Equal(foreseen.Rows, foreseen.DeadRows + foreseen.AlwaysOnRows);
        Assert.Equal([true, true, true], Assert.Single(foreseen.Modules).Gate);
        Assert.Equal(PathStrengthSource.Weights, foreseen.StrengthSource);
        Assert.Equal(30, foreseen.Loss.Count);
        Assert.True(foreseen.Loss[^1] < foreseen.Loss[0]);
    }

    // Of a single unit, whose answer depends on its draw; NaN where it is dead.
    private static double First(double sigma, ulong seed)
    {
        try
        {
            return Run(sigma, 1e-9, seed).Losses[0];
        }
        catch (TrainingDivergedException)
        {
            return double.NaN;
        }
    }

    private static RepresentativeDraws Run(double sigma, double step, ulong seed) =>
        RepresentativeDraws.Of(Data, 1, sigma, step, 2, new() { Draws = 1, Seed = seed, ForecastEpochs = [0] }, LossScale.Sum);

    private static string Refused(Action use) => Assert.Throws<ArgumentException>(use).Message;
}
