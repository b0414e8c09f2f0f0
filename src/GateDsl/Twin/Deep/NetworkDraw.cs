using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>One representative network, trained.</summary>
/// <param name="Loss">The loss before every pass.</param>
/// <param name="GateShares">At the epochs asked for.</param>
/// <param name="Snapshots">At the epochs asked for.</param>
/// <param name="TestLoss">At the epochs asked for, on the scale of the descent; empty without test data.</param>
/// <param name="GroupLoss">The same of the groups of the test data, epoch by epoch.</param>
internal sealed record NetworkDraw(double[] Loss, LayerGateShares[] GateShares, Snapshot[] Snapshots, double[] TestLoss, double[][] GroupLoss)
{
    /// <param name="task">The reduced task.</param>
    /// <param name="shape">The twin.</param>
    /// <param name="widths">Units of the representative network.</param>
    /// <param name="descent">How it descends.</param>
    /// <param name="plan">What is read.</param>
    /// <param name="start">The number of its start, which names its stream.</param>
    public static NetworkDraw Train(TwinTask task, TwinShape shape, int[] widths, TwinDescent descent, DrawPlan plan, int start)
    {
        LayeredNetwork network = Start(task, shape, widths, plan.Seed, start);
        LayeredNetwork? tested = plan.Test is { } test ? new(test, widths, network.Weights, network.Biases, shape.Slopes()) : null;
        List<LayerGateShares> shares = [];
        List<double> testLoss = [];
        List<double[]> groupLoss = [];
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
                groupLoss.Add([.. (plan.Groups?.Rows ?? []).Select(rows => tested.Residuals(rows) * Scales.Factor(descent.LossScale, rows.Length))]);
            }

            TakeSnapshot(epoch);
        });
        network.Forward(network.All);
        TakeSnapshot(descent.Epochs);
        return new NetworkDraw(loss, [.. shares], [.. snapshots], [.. testLoss], [.. groupLoss]);

        void TakeSnapshot(int epoch)
        {
            if (snapshots.Count < plan.SnapshotEpochs.Count && plan.SnapshotEpochs[snapshots.Count] == epoch)
            {
                snapshots.Add(LayerKernels.Of(epoch, network, task));
            }
        }
    }

    /// <summary>A representative network before its training.</summary>
    /// <param name="task">The reduced task.</param>
    /// <param name="shape">The twin.</param>
    /// <param name="widths">Units of the representative network.</param>
    /// <param name="seed">Seed of all starts.</param>
    /// <param name="start">The number of this one, which names its stream; with one hidden layer there is one.</param>
    public static LayeredNetwork Start(TwinTask task, TwinShape shape, int[] widths, ulong seed, int start)
    {
        double[][] weights = widths.Length == 1
            ? UnitDirections.Start(task.Features, task.OutputUnits, shape, widths[0], seed)
            : NetworkStart.Draw(task.Features, task.OutputUnits, shape, widths, new NormalSampler(seed, $"network {start}"));
        double[][]? biases = shape.Bias ? [.. widths.Select(width => new double[width]), new double[task.OutputUnits]] : null;
        return new LayeredNetwork(task, widths, weights, biases, shape.Slopes());
    }
}
