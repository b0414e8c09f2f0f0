namespace GateDsl;

/// <summary>One training of a layered network.</summary>
internal static class NetworkDescent
{
    /// <summary>The loss over all datapoints before each pass, on the scale of the descent.</summary>
    /// <param name="network">Its weights are moved.</param>
    /// <param name="task">Its data.</param>
    /// <param name="descent">How.</param>
    /// <param name="observe">Sees the network before the pass of every epoch, activations of all datapoints known; null: nobody.</param>
    /// <exception cref="TrainingDivergedException">
    /// The loss is not a number any more or beyond <see cref="TrainingLoop.GrowthBound"/> times the first.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled between two passes.</exception>
    public static double[] Run(LayeredNetwork network, TwinTask task, TwinDescent descent, Action<int>? observe = null)
    {
        EdgeMoves moves = new(network, descent);
        double[] losses = new double[descent.Epochs];
        int batch = descent.BatchSize == 0 ? Math.Max(1, task.Count) : descent.BatchSize;
        bool isWhole = batch >= task.Count;
        double recorded = Scales.Factor(descent.LossScale, task.Count);
        double bound = double.PositiveInfinity;
        for (int epoch = 0; epoch < descent.Epochs; epoch++)
        {
            descent.CancellationToken.ThrowIfCancellationRequested();
            network.Forward(network.All);
            double loss = network.Residuals(network.All);
            if (!(loss <= bound) || !double.IsFinite(loss))
            {
                throw new TrainingDivergedException(epoch, loss * recorded, descent.StepSize, double.NaN);
            }

            bound = epoch == 0 ? TrainingLoop.GrowthBound * loss : bound;
            losses[epoch] = loss * recorded;
            observe?.Invoke(epoch);
            descent.Progress?.Report(new TrainingProgress(epoch, descent.Epochs, losses[epoch]));
            if (isWhole)
            {
                moves.Scale = recorded;
                network.Backward(network.All, moves);
                continue;
            }

            ReadOnlySpan<int> order = descent.Order is null ? network.All : descent.Order(epoch);
            for (int first = 0; first < order.Length; first += batch)
            {
                ReadOnlySpan<int> rows = order[first..Math.Min(first + batch, order.Length)];
                network.Forward(rows);
                network.Residuals(rows);
                moves.Scale = Scales.Factor(descent.LossScale, rows.Length);
                network.Backward(rows, moves);
            }
        }

        return losses;
    }
}
