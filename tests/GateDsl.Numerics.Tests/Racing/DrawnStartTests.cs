using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>Races in expectation from draws of a start: what they have in common with races from actual weights, their number, and what is refused.</summary>
public sealed class DrawnStartTests
{
    private static readonly Random Source = new(5);
    private static readonly NarrowDeep.Dataset Deep = NarrowDeep.Dataset.Create(Draw(8 * 5), Draw(8 * 2));
    private static readonly NarrowBeside.Dataset Beside = NarrowBeside.Dataset.Create(Draw(8 * 6), Draw(8 * 3));
    private static readonly TrainingOptions Options = new() { Epochs = 40, StepSize = 0.02, RecordEvery = 10, Momentum = 0.3, SnapshotEpochs = [0, 40] };

    /// <summary>An initialiser that draws nothing: every draw is the network itself, whose race is known, and so is their mean.</summary>
    [Fact]
    public void DrawsOfFixedWeightsAreTheRaceFromThem()
    {
        NarrowDeep network = new(new Fixed(), 3);
        RaceLog known = NarrowDeep.Race.From(network, Deep).Integrate(Options, Deep);
        RaceLog drawn = NarrowDeep.Race.Expect(Deep, new Fixed(), draws: 3).Integrate(Options, Deep);

        Assert.Equal(3, drawn.Draws.Count);
        Assert.Equal(3, drawn.TestDraws.Count);
        Assert.Equal(known.Epochs, drawn.Epochs);
        AssertNear(known.Loss, drawn.Loss);
        AssertNear(known.TestLoss!, drawn.TestLoss!);
        Assert.All(known.ModeStrengths, pathway => AssertNear([.. pathway.Value.Cast<double>()], [.. drawn.ModeStrengths[pathway.Key].Cast<double>()]));
        Assert.All(known.Snapshots.Zip(drawn.Snapshots), pair =>
        {
            AssertNear([.. pair.First.HiddenKernel.Cast<double>()], [.. pair.Second.HiddenKernel.Cast<double>()]);
            AssertNear([.. pair.First.HiddenKernels["Second"].Cast<double>()], [.. pair.Second.HiddenKernels["Second"].Cast<double>()]);
            AssertNear([.. pair.First.TangentKernel.Cast<double>()], [.. pair.Second.TangentKernel.Cast<double>()]);
            AssertNear([.. pair.First.Predictions["Y"].Cast<double>()], [.. pair.Second.Predictions["Y"].Cast<double>()]);
        });
        AssertNear(
            NarrowDeep.Race.From(network, Deep).Integrate(20, 0.02).Loss,
            NarrowDeep.Race.Expect(Deep, new Fixed(), draws: 2).Integrate(20, 0.02).Loss);
    }

    /// <summary>The mean is that of the draws, and each is a race of its own.</summary>
    [Fact]
    public void TheLogIsTheMeanOfItsDraws()
    {
        RaceLog log = NarrowBeside.Race.Expect(Beside, 0.3, draws: 6, seed: 4).Integrate(Options, Beside);

        Assert.Equal(6, log.Draws.Count);
        AssertNear([.. log.Loss.Select((_, i) => log.Draws.Average(draw => draw[i]))], log.Loss);
        AssertNear([.. log.Loss.Select((_, i) => log.TestDraws.Average(draw => draw[i]))], log.TestLoss!);
        Assert.All(log.Draws.Zip(log.TestDraws), pair => AssertNear(pair.First, pair.Second));
        Assert.Equal(6, log.Draws.Select(draw => draw[0]).Distinct().Count());
        (double[] low, double[] high) = log.Band(0.5);
        Assert.All(low.Zip(high), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void TheSameSeedHasTheSameBitsAndMoreDrawsGoOn()
    {
        RaceLog few = NarrowBeside.Race.Expect(Beside, 0.3, draws: 4, seed: 4).Integrate(Options);
        RaceLog more = NarrowBeside.Race.Expect(Beside, 0.3, draws: 11, seed: 4).Integrate(Options);

        Assert.Equal(few.Draws, more.Draws.Take(4));
        Assert.NotEqual(few.Draws[0], NarrowBeside.Race.Expect(Beside, 0.3, draws: 4, seed: 5).Integrate(Options).Draws[0]);
    }

    /// <summary>Without a word draws are for test data alone; wide layers take few, and narrow ones many.</summary>
    [Fact]
    public void TheirNumberIsWhatTheTestLossTakes()
    {
        Assert.Empty(NarrowBeside.Race.Expect(Beside, 0.3).Integrate(Options).Draws);
        Assert.Empty(NarrowBeside.Race.Expect(Beside, 0.3, draws: 0).Integrate(Options, Beside).Draws);
        Assert.Equal(256, NarrowBeside.Race.Expect(Beside, 0.3).Integrate(Options, Beside).Draws.Count);
        Assert.InRange(NarrowBeside.Race.Expect(Beside, 6e-4, 1e6).Integrate(Options, Beside).Draws.Count, 8, 32);
    }

    /// <summary>Twelve and a half units are as often twelve as thirteen; the mean Gram matrix is that of twelve and a half.</summary>
    [Fact]
    public void AWidthBetweenWholeNumbersIsDrawnAsEither()
    {
        // The loss of a start with inputs and targets of 0 is 0; predictions at the start are read from the hidden kernel, H sigma^2 |x|^2 in the mean.
        RaceLog log = NarrowBeside.Race.Expect(Beside, 1, 12.5, draws: 2000).Integrate(Options with { Epochs = 0, SnapshotEpochs = [0] });
        double[,] kernel = log.Snapshots[0].HiddenKernel;
        double[,] expected = NarrowBeside.Race.Expect(Beside, 1, 12.5).Integrate(Options with { Epochs = 0, SnapshotEpochs = [0] }).Snapshots[0].HiddenKernel;
        for (int n = 0; n < Beside.Count; n++)
        {
            Assert.Equal(1, kernel[n, n] / expected[n, n], 0.03);
        }
    }

    /// <summary>Every reduction runs from draws as from weights.</summary>
    [Fact]
    public void ModesRunFromDraws()
    {
        RaceLog modes = DeepLinear.Race.Expect(DeepLinear.Experiment.CreateData(), 1e-3, draws: 4).Integrate(50, 0.01, reduction: Reduction.Modes);
        RaceLog exact = DeepLinear.Race.Expect(DeepLinear.Experiment.CreateData(), 1e-3, draws: 4).Integrate(50, 0.01);

        Assert.Equal(4, modes.Draws.Count);
        Assert.InRange(Agreement.Between(exact.Loss, modes.Loss).Rms, 0, 1e-3);
    }

    [Fact]
    public void WhatCannotBeDrawnIsRefused()
    {
        Assert.Equal("draws", Assert.Throws<ArgumentOutOfRangeException>(() => NarrowBeside.Race.Expect(Beside, 0.3, draws: -1)).ParamName);
        Assert.Contains("draws: 64", Assert.Throws<NotSupportedException>(() => NarrowDeep.Race.Expect(Deep, 0.3)).Message, StringComparison.Ordinal);
        Assert.Contains("draws: 64", Assert.Throws<NotSupportedException>(() => NarrowDeep.Race.Expect(Deep, 0.3, draws: 0)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "First is declared with 6", Assert.Throws<NotSupportedException>(() => NarrowDeep.Race.Expect(Deep, 0.3, 7, draws: 4)).Message,
                StringComparison.Ordinal);
        Assert.Equal(4, NarrowDeep.Race.Expect(Deep, Orthogonal.WithGain(0.4), draws: 4).Integrate(Options).Draws.Count);
        Assert.Throws<TrainingDivergedException>(() => NarrowDeep.Race.Expect(Deep, 3, draws: 4).Integrate(Options with { StepSize = 5 }));
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => NarrowDeep.Race.Expect(Deep, 0.3, draws: 4).Integrate(Options with { CancellationToken = cancelled.Token }));
    }

    private static void AssertNear(double[] expected, double[] actual)
    {
        double scale = expected.Length == 0 ? 0 : expected.Max(Math.Abs);
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= 1e-10 * scale);
    }

    private static double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * Source.NextDouble()) - 1)];

    private sealed class Fixed : IInitializer
    {
        public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
        {
            for (int i = 0; i < rowMajor.Length; i++)
            {
                rowMajor[i] = 0.4 * Math.Sin((edge.Length * 7) + (i * 1.7));
            }
        }

        public double? Variance(string edge, int targets, int sources) => 0.08;
    }
}
