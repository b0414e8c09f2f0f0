using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>One representative network, trained.</summary>
/// <param name="Loss">The loss before every pass.</param>
/// <param name="GateShares">At the epochs asked for.</param>
/// <param name="Snapshots">At the epochs asked for.</param>
/// <param name="TestLoss">At the epochs asked for, on the scale of the descent; empty without test data.</param>
internal sealed record NetworkDraw(double[] Loss, LayerGateShares[] GateShares, Snapshot[] Snapshots, double[] TestLoss)
{
    /// <param name="task">The reduced task.</param>
    /// <param name="shape">The twin.</param>
    /// <param name="widths">Units of the representative network.</param>
    /// <param name="descent">How it descends.</param>
    /// <param name="plan">What is read.</param>
    /// <param name="draw">Its number, which names its stream.</param>
    public static NetworkDraw Train(TwinTask task, TwinShape shape, int[] widths, TwinDescent descent, DrawPlan plan, int draw)
    {
        double[][] weights = widths.Length == 1
            ? UnitDirections.Start(task.Features, task.OutputUnits, shape, widths[0], plan.Seed)
            : NetworkStart.Draw(task.Features, task.OutputUnits, shape, widths, new NormalSampler(plan.Seed, $"network {draw}"));
        double[][]? biases = shape.Bias ? [.. widths.Select(width => new double[width]), new double[task.OutputUnits]] : null;
        LayeredNetwork network = new(task, widths, weights, biases, shape.Slopes());
        LayeredNetwork? tested = plan.Test is { } test ? new(test, widths, weights, biases, shape.Slopes()) : null;
        List<LayerGateShares> shares = [];
        List<double> testLoss = [];
        List<Snapshot> snapshots = [];
        double[] loss = NetworkDescent.Run(network, task, descent, epoch =>
        {
            if (shares.Count < plan.GateShareEpochs.Count && plan.GateShareEpochs[shares.Count] == epoch)
            {
                shares.Add(LayerGateShares.Of(network));
            }

            if (tested is not null && testLoss.Count < plan.TestEpochs.Count && plan.TestEpochs[testLoss.Count] == epoch)
            {
                tested.Forward(tested.All);
                testLoss.Add(tested.Residuals(tested.All) * Scales.Factor(descent.LossScale, tested.All.Length));
            }

            TakeSnapshot(epoch);
        });
        network.Forward(network.All);
        TakeSnapshot(descent.Epochs);
        return new NetworkDraw(loss, [.. shares], [.. snapshots], [.. testLoss]);

        void TakeSnapshot(int epoch)
        {
            if (snapshots.Count < plan.SnapshotEpochs.Count && plan.SnapshotEpochs[snapshots.Count] == epoch)
            {
                snapshots.Add(LayerKernels.Of(epoch, network, task));
            }
        }
    }
}
