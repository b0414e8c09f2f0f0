namespace GateDsl.Tests.Twin;

public sealed class LayerKernelsTests
{
    [Theory]
    [InlineData(false, 0, false, false)]
    [InlineData(true, 0.3, false, false)]
    [InlineData(true, 0.3, true, false)]
    [InlineData(false, 0, false, true)]
    public void KernelsAreThoseOfActivationsAndOfThePredictionsDerivatives(bool bias, double slope, bool isGated, bool linear)
    {
        const int Count = 5;
        int[] units = [3, 4, 6, 5];
        Random random = new(2);
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
        bool[]? active = isGated ? [true, false, true, true, false] : null;
        TwinTask task = new(Count, 3, Draw(Count * 3),
            [new("a", 2, Draw(Count * 2), active, LossRule.Squared), new("b", 3, Draw(Count * 3), null, LossRule.Logistic)]);
        double[][] weights = [.. Enumerable.Range(0, 3).Select(e => Draw(units[e] * units[e + 1]))];
        double[][]? biases = bias ? [.. units.Skip(1).Select(Draw)] : null;
        LayeredNetwork network = new(task, [4, 6], weights, biases, [linear ? 1 : slope, slope]);
        network.Forward(network.All);
        Snapshot snapshot = LayerKernels.Of(12, network, task);
        Assert.Equal(12, snapshot.Epoch);

        // Predictions of every output by finite differences in every weight and bias.
        double[,] tangent = new double[Count, Count];
        foreach (double[] edge in weights.Concat(biases ?? []))
        {
            for (int i = 0; i < edge.Length; i++)
            {
                const double H = 1e-6;
                double kept = edge[i];
                edge[i] = kept + H;
                double[][] up = Outputs();
                edge[i] = kept - H;
                double[][] down = Outputs();
                edge[i] = kept;
                for (int n = 0; n < Count; n++)
                {
                    for (int m = 0; m < Count; m++)
                    {
                        tangent[n, m] += Enumerable.Range(0, 5).Sum(o => (up[n][o] - down[n][o]) / (2 * H) * (up[m][o] - down[m][o]) / (2 * H));
                    }
                }
            }
        }

        PlainTraining plain = new()
        {
            Units = units,
            Inputs = [.. Enumerable.Range(0, Count).Select(n => task.Inputs.AsSpan(n * 3, 3).ToArray())],
            Weights = [.. weights.Select(
                (w, e) => { double[,] grid = new double[units[e + 1], units[e]]; Buffer.BlockCopy(w, 0, grid, 0, w.Length * 8); return grid; })],
            Biases = biases,
            Slope = slope,
            LinearLayers = linear ? 1 : 0,
            Loss = (_, _) => ([], 0),
        };
        for (int n = 0; n < Count; n++)
        {
            for (int m = 0; m < Count; m++)
            {
                double first = Dot(plain.Forward(n)[1], plain.Forward(m)[1]), second = Dot(plain.Forward(n)[2], plain.Forward(m)[2]);
                Assert.Equal(first, snapshot.HiddenKernels["Hidden1"][n, m], 1e-13);
                Assert.Equal(second, snapshot.HiddenKernels["Hidden2"][n, m], 1e-13);
                Assert.Equal(first + second, snapshot.HiddenKernel[n, m], 1e-13);
                Assert.Equal(tangent[n, m], snapshot.TangentKernel[n, m], 1e-7);
            }

            Assert.Equal(isGated && !active![n] ? 0 : plain.Forward(n)[3][1], snapshot.Predictions["a"][n, 1], 1e-13);
            Assert.Equal(plain.Forward(n)[3][4], snapshot.Predictions["b"][n, 2], 1e-13);
        }

        double[][] Outputs()
        {
            LayeredNetwork moved = new(task, [4, 6], weights, biases, [linear ? 1 : slope, slope]);
            moved.Forward(moved.All);
            return [.. Enumerable.Range(0, Count)
                .Select(n => moved.ActivationsOf(3).Slice(n * 5, 5).ToArray().Select((y, o) => o < 2 && isGated && !active![n] ? 0 : y).ToArray())];
        }
    }

    [Fact]
    public void AReducedTaskGivesPredictionsInTheUnitsOfItsOutputs()
    {
        TwinTask task = RepresentativeNetworksTests.Task();
        TwinTask both = task with
        {
            Outputs =
                [.. task.Outputs, new TwinOutput("z", 2, [.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? 1.0 : 2)], null, LossRule.Squared)]
        };
        NetworkDraws draws = RepresentativeNetworks.Run(both, new TwinShape([30, 30], [0.1, 0.1, 0.1]), new TwinDescent { Epochs = 4000, StepSize = 0.02 },
            new DrawPlan { Draws = 2, SnapshotEpochs = [0, 4000] });
        Assert.Equal([0, 4000], draws.Snapshots.Select(snapshot => snapshot.Epoch));
        Assert.True(draws.Loss[^1] < 1e-3, $"loss {draws.Loss[^1]}");
        for (int n = 0; n < 6; n++)
        {
            for (int i = 0; i < 4; i++)
            {
                Assert.Equal(task.Outputs[0].Targets[(n * 4) + i], draws.Snapshots[1].Predictions["y"][n, i], 0.05);
            }

            Assert.Equal(1, draws.Snapshots[1].Predictions["z"][n, 0], 0.05);
            Assert.Equal(2, draws.Snapshots[1].Predictions["z"][n, 1], 0.05);
        }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
