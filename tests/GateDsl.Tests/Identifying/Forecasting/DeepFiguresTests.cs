using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Forecasting;

/// <summary>Figures of forecasts of several layers from the draws that they are of, and where their losses rest.</summary>
public sealed class DeepFiguresTests
{
    private static readonly IdentificationData XoR = IdentificationData.Of(4).Dense("X", "Which", 3, [1, 1, 0.5, 1, -1, 0.5, -1, 1, 0.5, -1, -1, 0.5])
        .WithTargets([1, -1, -1, 1], 1);

    /// <summary>
    /// Candidates are as far from the ReLU network as their draws are from its draws of another number, and so are the latter from each other. What
    /// is chosen is no farther than twice that: here no linear network learns what is asked.
    /// </summary>
    [Fact]
    public void CandidatesAreAsFarApartAsTheirDraws()
    {
        const int Epochs = 260;
        TwinDescent descent = new() { Epochs = Epochs, StepSize = 0.05, LossScale = LossScale.Sum };

        DeepForecastResult foreseen = Identification.ForecastDeep(XoR, [12, 10], 0.3, 0.05, Epochs, new() { Draws = 3, Seed = 5, ForecastEpochs = [0, 200] });

        double[] mean = [.. foreseen.Prediction.Loss];
        double[][] draws = [.. foreseen.Prediction.Draws];
        Assert.Equal(3, draws.Length);
        Assert.Equal(Apart(draws, draws), foreseen.Candidates[0].Apart, 1e-12);
        Assert.Equal((0, 3), (foreseen.Candidates[0].Rms, foreseen.Candidates.Count));
        TwinTask task = TwinTask.Of(GatedProblem.Of(XoR, []));
        for (int linear = 1; linear <= 2; linear++)
        {
            LinearCandidate candidate = foreseen.Candidates[linear];
            int[] widths = [.. new[] { 12, 10 }.Select(
                (units, layer) => layer < linear ? Math.Max(1, (int)Math.Round(units * foreseen.Layers[layer].AlwaysOn)) : units)];
            NetworkDraws own = RepresentativeNetworks.Run(
                task, new TwinShape(widths, [0.3, 0.3, 0.3]) { LinearLayers = linear }, descent, new DrawPlan { Draws = 3, Seed = 5 + (ulong)linear });

            Assert.Equal(linear, candidate.LinearLayers);
            Assert.Equal(widths, candidate.Widths);
            Assert.Equal(own.Loss, candidate.Loss);
            Assert.Equal(Agreement.Between(mean, own.Loss).Rms, candidate.Rms, 1e-12);
            Assert.Equal(Apart(draws, own.Draws), candidate.Apart, 1e-12);
        }

        Assert.True(foreseen.Candidates[2].Apart > 2 * foreseen.Candidates[0].Apart, $"{foreseen.Candidates[2].Apart}, {foreseen.Candidates[0].Apart}");
        Assert.Equal(foreseen.Candidates.Last(candidate => candidate.LinearLayers == 0 || candidate.Apart <= 2 * foreseen.Candidates[0].Apart),
            foreseen.Chosen);
        Assert.Equal([0, 200], foreseen.Epochs);
    }

    /// <summary>Layers of which no unit is on everywhere have a single linear unit in their place.</summary>
    [Fact]
    public void ALinearLayerHasAtLeastOneUnit()
    {
        DeepIdentificationResult found = Found([2, 1.9, 1.8]);

        Assert.Equal([0, 0], found.Recorded.Select(layer => layer.AlwaysOn));
        Assert.Equal([0, 1, 2], found.Candidates.Select(candidate => candidate.LinearLayers));
        Assert.Equal([3, 3, 1, 3, 1, 1], found.Candidates.SelectMany(candidate => candidate.Widths));
    }

    /// <summary>
    /// Where losses rest it is the middle of the first rest; where they do not, the first epoch at which less than half is left; else the last.
    /// </summary>
    [Fact]
    public void TheFirstRestIsTheMiddleOfAPlateauOrHalfOfTheLoss()
    {
        double[] resting = [.. Enumerable.Range(0, 400).Select(epoch => 1 + Math.Exp(-epoch / 5.0)),
            .. Enumerable.Range(0, 150).Select(epoch => Math.Exp(-epoch / 10.0))];
        LossPlateau plateau = LossPlateau.Find(resting)[0];
        Assert.Equal(1, plateau.Level, 0.01);

        Assert.Equal((plateau.FirstEpoch + plateau.LastEpoch) / 2, Found(resting).FirstRest);
        Assert.Equal(2, Found([2, 1, 0.9, 0.4]).FirstRest);
        Assert.Equal(3, Found([2, 1.5, 1.2, 1]).FirstRest);
    }

    /// <summary>
    /// Losses that rest twice at about one level, less than 2% apart, have one step there: draws are laid over them where both are half-way from the
    /// start to the first rest and from there to zero. Farther apart the levels are two.
    /// </summary>
    [Theory]
    [InlineData(0.985, 1)]
    [InlineData(0.975, 2)]
    public void RestsAtAboutOneLevelAreOneStep(double second, int steps)
    {
        double[] losses = [2, 1.5, .. Enumerable.Repeat(1.0, 400), .. Enumerable.Repeat(second, 400),
            .. Enumerable.Range(0, 60).Select(epoch => Math.Exp(-epoch / 10.0))];
        Assert.Equal(2, LossPlateau.Find(losses).Count);
        double[] half = steps == 1 ? [1.5, 0.5] : [1.5, (1 + second) / 2, second / 2];

        DeepIdentificationResult found = Found(losses, sigma: 0.6, stepSize: 0.05);

        Assert.Equal(
            found.Prediction.Draws.Average(draw => Agreement.Aligned(losses, [.. draw], half).Rms), found.Candidates[0].AlignedApart, 1e-12);
    }

    /// <summary>
    /// Shares are looked at where they are read, and else at up to 200 epochs evenly from the first to the last; at fewer, but at two, where 128
    /// units of every layer of every draw have more than 100,000,000 gates at all looks together.
    /// </summary>
    [Theory]
    [InlineData(1_000, 2, 2, 3, 200)]
    [InlineData(1_000, 2, 2, 976, 200)]
    [InlineData(1_000, 2, 2, 977, 199)]
    [InlineData(1_000, 4, 2, 1_000, 97)]
    [InlineData(1_000, 2, 3, 1_000, 130)]
    [InlineData(1_000, 2, 2, 65_104, 3)]
    [InlineData(1_000, 2, 2, 65_105, 2)]
    [InlineData(1_000, 8, 4, 100_000, 2)]
    [InlineData(2_000_000_000, 2, 2, 3, 200)]
    [InlineData(2, 2, 2, 3, 200)]
    public void LooksAreSpreadFromTheFirstEpochToTheLast(int epochs, int draws, int layers, int datapoints, int expected)
    {
        int[] spread = [.. Enumerable.Range(0, expected).Select(look => (int)Math.Floor((epochs - 1m) * look / (expected - 1))).Distinct()];

        int[] looks = DeepForecast.Looks([epochs - 2, epochs - 1, epochs - 2], epochs, draws, layers, datapoints);

        Assert.Equal(spread.Append(epochs - 2).Distinct().Order(), looks);
        Assert.Equal((0, epochs - 1), (looks[0], looks[^1]));
    }

    private static double Apart(double[][] draws, double[][] others) => (
        from i in Enumerable.Range(0, draws.Length)
        from j in Enumerable.Range(0, others.Length)
        where i != j
        select Agreement.Between(draws[i], others[j]).Rms).Average();

    // Two layers of three units that are on at two of four datapoints.
    private static DeepIdentificationResult Found(double[] losses, double sigma = 0.1, double stepSize = 0.01)
    {
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]).WithTargets([1, 1, 1, -1], 1);
        double[] activations = [.. Enumerable.Repeat(new[] { 0.1, 0.1, 0, 0 }, 3).SelectMany(unit => unit)];
        DeepRecordings recordings = new(data);
        recordings.Add(1, [activations, activations]);
        return Identification.OfDeep(recordings, data, new(losses, sigma, stepSize), new() { Draws = 2 });
    }
}
