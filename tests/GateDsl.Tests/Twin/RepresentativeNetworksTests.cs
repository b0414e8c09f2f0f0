namespace GateDsl.Tests.Twin;

public sealed class RepresentativeNetworksTests
{
    private static readonly TwinShape Shape = new([40, 60], [0.02, 0.02, 0.02]);

    [Fact]
    public void TheStartGivesEveryDirectionWhatTheLargeNetworkGivesItInTheMean()
    {
        TwinShape shape = new([400, 800], [0.1, 0.2, 0.3]);
        double[][] weights = NetworkStart.Draw(5, 7, shape, [40, 80], new GateDsl.Theory.Sampling.NormalSampler(1));
        AssertGram(weights[0], 40, 5, 400 * 0.1 * 0.1, areColumns: true);
        AssertGram(weights[2], 7, 80, 800 * 0.3 * 0.3, areColumns: false);
        for (int unit = 0; unit < 40; unit += 2)
        {
            Assert.Equal([.. weights[0].Skip(unit * 5).Take(5).Select(w => -w)], weights[0].Skip((unit + 1) * 5).Take(5));
        }

        double largest = MathNet.Numerics.LinearAlgebra.Double.Matrix.Build.DenseOfRowMajor(80, 40, weights[1]).Svd(false).S[0];
        double[] large = GaussianSpectrum.Expected(800, 400);
        Assert.Equal(0.2 * large.Take(10).Average(), largest, 1e-12);
    }

    [Theory]
    [InlineData(new[] { 420, 420 }, 96, new[] { 96, 96 })]
    [InlineData(new[] { 300, 600 }, 128, new[] { 92, 182 })]
    [InlineData(new[] { 50, 600 }, 200, new[] { 50, 600 })]
    [InlineData(new[] { 101, 101 }, 101, new[] { 101, 101 })]
    [InlineData(new[] { 1000, 500, 2000 }, 100, new[] { 100, 50, 200 })]
    public void WidthsKeepTheirRatio(int[] widths, int narrowest, int[] expected) => Assert.Equal(expected, RepresentativeWidths.Of(widths, narrowest));

    [Fact]
    public void TheBitsDoNotDependOnWhatRunsBesideADraw()
    {
        DrawPlan plan = new() { Draws = 8, Seed = 3, Units = 20 };
        NetworkDraws eight = Run(plan);
        int[] widths = RepresentativeWidths.Of(Shape.Widths, 20);
        TwinTask task = Task().Reduced();
        int[] starts = StratifiedStarts.Choose(
            [.. Enumerable.Range(0, 8 * StratifiedStarts.CandidatesADraw)
                .Select(start => FirstFall.Of(NetworkDraw.Start(task, Shape, widths, 3, start), null, null, default))], 8);
        Assert.All(Enumerable.Range(0, 8),
            draw => Assert.Equal(NetworkDraw.Train(task, Shape, widths, Descent(300), plan, starts[draw]).Loss, eight.Draws[draw]));
        Assert.Equal(eight.Loss, Run(new DrawPlan { Draws = 8, Seed = 3, Units = 20 }).Loss);
        Assert.NotEqual(eight.Draws[0], eight.Draws[1]);
        Assert.NotEqual(eight.Loss, Run(new DrawPlan { Draws = 8, Seed = 4, Units = 20 }).Loss);
        for (int epoch = 0; epoch < eight.Loss.Length; epoch++)
        {
            Assert.Equal(eight.Draws.Average(draw => draw[epoch]), eight.Loss[epoch], 1e-12);
        }
    }

    [Fact]
    public void ANetworkOfAnyWidthCostsWhatASmallOneDoes()
    {
        TwinShape huge = new([2_000_000, 3_000_000], [1e-5, 1e-5, 1e-5]);
        double[] loss = RepresentativeNetworks.Run(Task(), huge, Descent(5), new DrawPlan { Draws = 1, Units = 8 }).Loss;
        Assert.All(loss, value => Assert.InRange(value, 0, double.MaxValue));
    }

    [Fact]
    public void SharesOfGatesSumToOneInEveryLayer()
    {
        NetworkDraws draws = Run(new DrawPlan { Draws = 3, Units = 20, GateShareEpochs = [0, 150, 299] });
        Assert.Equal(3, draws.GateShares.Length);
        foreach (LayerGateShares shares in draws.GateShares)
        {
            Assert.Equal(2, shares.Layers.Count);
            Assert.All(shares.Layers, layer => Assert.Equal(1, layer.Values.Sum(), 1e-12));
            Assert.All(shares.Layers, layer => Assert.All(layer.Keys, pattern => Assert.Equal(6, pattern.Length)));
            Assert.All(shares.AlwaysOn, share => Assert.InRange(share, 0, 1));
        }

        // Frames with negatives: a pattern and its complement are equally strong in the first layer before training.
        SortedDictionary<string, double> first = draws.GateShares[0].Layers[0];
        Assert.Equal(first.Where(pair => pair.Key[0] == '1').Sum(pair => pair.Value), first.Where(pair => pair.Key[0] == '0').Sum(pair => pair.Value), 0.2);
    }

    [Fact]
    public void ProgressCountsAllDrawsAndCancellingStopsThem()
    {
        using CancellationTokenSource source = new();
        Counter counter = new(() => source.Cancel(), 40);
        Assert.ThrowsAny<OperationCanceledException>(() => RepresentativeNetworks.Run(
            Task(), Shape, Descent(300) with { Progress = counter, CancellationToken = source.Token }, new DrawPlan { Draws = 2, Units = 20 }));
        Assert.InRange(counter.Count, 40, 120);
        Assert.Equal(600, counter.Of);
    }

    [Fact]
    public void WhatCannotBePredictedIsRefusedByName()
    {
        Assert.Equal("Widths", Fault(new TwinShape([], [1]), Descent(5), new()));
        Assert.Equal("Widths", Fault(new TwinShape([0], [1, 1]), Descent(5), new()));
        Assert.Equal("Sigmas", Fault(new TwinShape([3], [1]), Descent(5), new()));
        Assert.Equal("Sigmas", Fault(new TwinShape([3], [1, -1]), Descent(5), new()));
        Assert.Equal("Slope", Fault(Shape with { Slope = 1.5 }, Descent(5), new()));
        Assert.Equal("LinearLayers", Fault(Shape with { LinearLayers = 3 }, Descent(5), new()));
        Assert.Equal("StepSize", Fault(Shape, Descent(5) with { StepSize = double.NaN }, new()));
        Assert.Equal("Momentum", Fault(Shape, Descent(5) with { Momentum = 1 }, new()));
        Assert.Equal("WeightDecay", Fault(Shape, Descent(5) with { WeightDecay = -1 }, new()));
        Assert.Equal("BatchSize", Fault(Shape, Descent(5) with { BatchSize = -1 }, new()));
        Assert.Equal("WeightFactors", Fault(Shape, Descent(5) with { WeightFactors = [1] }, new()));
        Assert.Equal("BiasFactors", Fault(Shape, Descent(5) with { BiasFactors = [1, 1, -1] }, new()));
        Assert.Equal("Draws", Fault(Shape, Descent(5), new() { Draws = 0 }));
        Assert.Equal("Units", Fault(Shape, Descent(5), new() { Units = 0 }));
        Assert.Equal("GateShareEpochs", Fault(Shape, Descent(5), new() { GateShareEpochs = [5] }));
        Assert.Equal("SnapshotEpochs", Fault(Shape, Descent(5), new() { SnapshotEpochs = [3, 3] }));
    }

    private static string? Fault(TwinShape shape, TwinDescent descent, DrawPlan plan) =>
        Assert.ThrowsAny<ArgumentException>(() => RepresentativeNetworks.Run(Task(), shape, descent, plan)).ParamName;

    private static NetworkDraws Run(DrawPlan plan) => RepresentativeNetworks.Run(Task(), Shape, Descent(300), plan);

    private static TwinDescent Descent(int epochs) => new() { Epochs = epochs, StepSize = 0.02 };

    internal static TwinTask Task()
    {
        // Three objects in two contexts.
        double[] x = new double[6 * 5], y = new double[6 * 4];
        for (int n = 0; n < 6; n++)
        {
            x[(n * 5) + (n % 3)] = x[(n * 5) + 3 + (n / 3)] = 1;
            y[(n * 4) + (n % 3)] = y[(n * 4) + 3] = 1;
        }

        return new TwinTask(6, 5, x, [new("y", 4, y, null, LossRule.Squared)]);
    }

    private static void AssertGram(double[] weights, int rows, int columns, double diagonal, bool areColumns)
    {
        int size = areColumns ? columns : rows;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double sum = 0;
                for (int k = 0; k < (areColumns ? rows : columns); k++)
                {
                    sum += areColumns ? weights[(k * columns) + i] * weights[(k * columns) + j] : weights[(i * columns) + k] * weights[(j * columns) + k];
                }

                Assert.Equal(i == j ? diagonal : 0, sum, 1e-12 * diagonal);
            }
        }
    }

    private sealed class Counter(Action act, int at) : IProgress<TrainingProgress>
    {
        public int Count { get; private set; }

        public int Of { get; private set; }

        public void Report(TrainingProgress value)
        {
            Count++;
            Of = value.Epochs;
            if (Count == at)
            {
                act();
            }
        }
    }
}
