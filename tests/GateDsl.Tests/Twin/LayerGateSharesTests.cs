namespace GateDsl.Tests.Twin;

/// <summary>What is read of one network while it trains, and of several: against plain loops over its weights.</summary>
public sealed class LayerGateSharesTests
{
    private static readonly TwinShape Shape = new([6, 4, 5], [0.4, 0.5, 0.6, 0.7]) { Bias = true, Slope = 0.1 };

    /// <summary>
    /// A unit counts by the norm of its incoming weights times that of its outgoing weights; layers differ in width, and biases count for nothing.
    /// </summary>
    [Fact]
    public void AUnitCountsByWhatItsPathsCarry()
    {
        LayeredNetwork network = Draw(3, out double[][][] activations);
        LayerGateShares shares = LayerGateShares.Of(network);
        int[] units = [3, 6, 4, 5, 2];
        Assert.Equal(3, shares.Layers.Count);
        for (int layer = 1; layer <= 3; layer++)
        {
            Dictionary<string, double> expected = [];
            double alwaysOn = 0;
            for (int unit = 0; unit < units[layer]; unit++)
            {
                string pattern = string.Concat(activations[layer].Select(h => h[unit] > 0 ? '1' : '0'));
                double strength = Norm(Enumerable.Range(0, units[layer - 1]).Select(i => network.Weights[layer - 1][(unit * units[layer - 1]) + i]))
                    * Norm(Enumerable.Range(0, units[layer + 1]).Select(o => network.Weights[layer][(o * units[layer]) + unit]));
                expected[pattern] = expected.GetValueOrDefault(pattern) + strength;
                alwaysOn += pattern == "11111" ? 1.0 / units[layer] : 0;
            }

            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), shares.Layers[layer - 1].Keys);
            Assert.All(expected, pair => Assert.Equal(pair.Value / expected.Values.Sum(), shares.Layers[layer - 1][pair.Key], 1e-13));
            Assert.Equal(alwaysOn, shares.AlwaysOn[layer - 1], 1e-13);
        }

        Assert.Contains(shares.AlwaysOn, share => share > 0);
    }

    /// <summary>Of a layer that nothing goes through no pattern has a share.</summary>
    [Fact]
    public void WithoutStrengthThereAreNoShares()
    {
        LayeredNetwork network = Draw(3, out _);
        Array.Clear(network.Weights[3]);
        Assert.All(LayerGateShares.Of(network).Layers[2].Values, share => Assert.Equal(0, share));
        Assert.Equal(1, LayerGateShares.Of(network).Layers[1].Values.Sum(), 1e-13);
    }

    [Fact]
    public void TheMeanCountsAPatternThatADrawHasNotAsNothing()
    {
        LayerGateShares[] draws = [.. Enumerable.Range(3, 3).Select(seed => LayerGateShares.Of(Draw(seed, out _)))];
        LayerGateShares mean = LayerGateShares.Mean(draws);
        for (int layer = 0; layer < 3; layer++)
        {
            string[] patterns = [.. draws.SelectMany(draw => draw.Layers[layer].Keys).Distinct().Order(StringComparer.Ordinal)];
            Assert.True(patterns.Length > draws[0].Layers[layer].Count);
            Assert.Equal(patterns, mean.Layers[layer].Keys);
            Assert.All(patterns,
                pattern => Assert.Equal(draws.Sum(draw => draw.Layers[layer].GetValueOrDefault(pattern)) / 3, mean.Layers[layer][pattern], 1e-14));
            Assert.Equal(draws.Sum(draw => draw.AlwaysOn[layer]) / 3, mean.AlwaysOn[layer], 1e-14);
        }
    }

    /// <summary>
    /// What is read of an epoch, is read before its update; the last snapshot may be of the trained network. Draws that are joined are averaged.
    /// </summary>
    [Fact]
    public void EpochsAreReadBeforeTheirUpdatesAndDrawsAveraged()
    {
        TwinTask task = RepresentativeNetworksTests.Task(), test = Half(task);
        TwinShape shape = new([40, 60], [0.1, 0.1, 0.1]) { Bias = true };
        TwinDescent descent = new() { Epochs = 6, StepSize = 0.05, LossScale = LossScale.Mean };
        DrawPlan plan = new() { Draws = 3, Units = 10, GateShareEpochs = [1, 4], SnapshotEpochs = [0, 2, 6], TestEpochs = [0, 3, 5], Test = test };
        NetworkDraw[] draws = [.. Enumerable.Range(0, 3).Select(start => NetworkDraw.Train(task, shape, [8, 12], descent, plan, start))];
        for (int start = 0; start < 3; start++)
        {
            NetworkDraw draw = draws[start];
            Assert.Equal([0, 2, 6], draw.Snapshots.Select(snapshot => snapshot.Epoch));
            foreach (Snapshot snapshot in draw.Snapshots)
            {
                AssertSame(LayerKernels.Of(snapshot.Epoch, After(snapshot.Epoch, start), task), snapshot);
            }

            Assert.Equal([.. LayerGateShares.Of(After(1, start)).Layers[1].Values], draw.GateShares[0].Layers[1].Values);
            Assert.Equal([.. LayerGateShares.Of(After(4, start)).Layers[0].Values], draw.GateShares[1].Layers[0].Values);
            for (int i = 0; i < 3; i++)
            {
                LayeredNetwork network = After(plan.TestEpochs[i], start);
                LayeredNetwork tested = new(test, [8, 12], network.Weights, network.Biases, shape.Slopes());
                tested.Forward(tested.All);
                Assert.Equal(tested.Residuals(tested.All) / test.Count, draw.TestLoss[i], 1e-14);
            }
        }

        NetworkDraws all = NetworkDraws.Of(draws, 6, plan);
        Assert.Equal([.. Enumerable.Range(0, 3).Select(i => draws.Sum(draw => draw.TestLoss[i]) / 3)], all.TestLoss, Near);
        Assert.Equal([.. Enumerable.Range(0, 6).Select(i => draws.Sum(draw => draw.Loss[i]) / 3)], all.Loss, Near);
        Assert.Equal(draws.Select(draw => draw.TestLoss), all.TestDraws);
        for (int i = 0; i < 3; i++)
        {
            AssertSame(MeanOf([.. draws.Select(draw => draw.Snapshots[i])]), all.Snapshots[i]);
        }

        LayeredNetwork After(int epochs, int start)
        {
            LayeredNetwork network = NetworkDraw.Start(task, shape, [8, 12], 0, start);
            NetworkDescent.Run(network, task, descent with { Epochs = epochs });
            network.Forward(network.All);
            return network;
        }
    }

    [Fact]
    public void SnapshotsOfRacesAreAveragedToo()
    {
        TwinTask task = RepresentativeNetworksTests.Task();
        Snapshot[][] draws =
            [.. Enumerable.Range(0, 3).Select(start => NetworkDraw.Train(task, new([40, 60], [0.1, 0.1, 0.1]), [8, 12], new() { Epochs = 6, StepSize = 0.05 },
            new() { SnapshotEpochs = [0, 5] }, start).Snapshots)];
        RaceLogMean mean = new();
        Snapshot[] expected = [.. Enumerable.Range(0, 2).Select(i => MeanOf([.. draws.Select(draw => draw[i])]))];
        Snapshot[] kept = [.. draws[0].Select(snapshot => MeanOf([snapshot]))];
        Array.ForEach(draws, draw => mean.Add(new RaceLog([1, 2], new Dictionary<string, double[,]>()) { Snapshots = draw }));

        Assert.All(expected.Zip(mean.ToLog().Snapshots), pair => AssertSame(pair.First, pair.Second));
        Assert.All(kept.Zip(draws[0]), pair => AssertSame(pair.First, pair.Second));
    }

    private static Snapshot MeanOf(Snapshot[] all) => new()
    {
        Epoch = all[0].Epoch,
        HiddenKernel = Mean(all, one => one.HiddenKernel),
        HiddenKernels = all[0].HiddenKernels.Keys.ToDictionary(key => key, key => Mean(all, one => one.HiddenKernels[key])),
        TangentKernel = Mean(all, one => one.TangentKernel),
        Predictions = all[0].Predictions.Keys.ToDictionary(key => key, key => Mean(all, one => one.Predictions[key])),
    };

    private static double[,] Mean(Snapshot[] all, Func<Snapshot, double[,]> part)
    {
        double[,] mean = new double[part(all[0]).GetLength(0), part(all[0]).GetLength(1)];
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i / mean.GetLength(1), i % mean.GetLength(1)] = all.Average(one => part(one)[i / mean.GetLength(1), i % mean.GetLength(1)]);
        }

        return mean;
    }

    private static void AssertSame(Snapshot expected, Snapshot actual)
    {
        Assert.Equal(expected.Epoch, actual.Epoch);
        Assert.Equal(["Hidden1", "Hidden2"], actual.HiddenKernels.Keys.Order());
        (double[,], double[,])[] parts =
        [
            (expected.HiddenKernel, actual.HiddenKernel), (expected.TangentKernel, actual.TangentKernel), (expected.Predictions["y"], actual.Predictions["y"]),
            (expected.HiddenKernels["Hidden1"], actual.HiddenKernels["Hidden1"]), (expected.HiddenKernels["Hidden2"], actual.HiddenKernels["Hidden2"]),
        ];
        Assert.All(parts, pair => Assert.Equal(pair.Item1.Cast<double>(), pair.Item2.Cast<double>(), Near));
    }

    // Every other datapoint.
    private static TwinTask Half(TwinTask task) => new(3, 5, [.. Enumerable.Range(0, 3).SelectMany(n => task.Inputs[(n * 10)..((n * 10) + 5)])],
        [new("y", 4, [.. Enumerable.Range(0, 3).SelectMany(n => task.Outputs[0].Targets[(n * 8)..((n * 8) + 4)])], null, LossRule.Squared)]);

    private static LayeredNetwork Draw(int seed, out double[][][] activations)
    {
        Random random = new(seed);
        int[] units = [3, 6, 4, 5, 2];
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 0.9)];
        TwinTask task = new(5, 3, Numbers(15), [new("y", 2, Numbers(10), null, LossRule.Squared)]);
        LayeredNetwork network =
            new(task, [6, 4, 5], [.. Enumerable.Range(0, 4).Select(e => Numbers(units[e] * units[e + 1]))], [.. units.Skip(1).Select(Numbers)], Shape.Slopes());
        network.Forward(network.All);
        double[][][] found = new double[5][][];
        for (int layer = 0; layer < 5; layer++)
        {
            double[] all = network.ActivationsOf(layer).ToArray();
            found[layer] = [.. Enumerable.Range(0, 5).Select(n => all[(n * units[layer])..((n + 1) * units[layer])])];
        }

        activations = found;
        return network;
    }

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-13;
}
