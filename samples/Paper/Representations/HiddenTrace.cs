using GateDsl;

namespace Paper.Representations;

/// <summary>One run, trained or predicted.</summary>
/// <param name="Loss">Before every update.</param>
/// <param name="Kernels">The hidden layer's kernel at every snapshot, datapoints x datapoints.</param>
internal sealed record HiddenTrace(double[] Loss, double[][,] Kernels)
{
    public static HiddenTrace Of(double[] loss, IReadOnlyList<Snapshot> snapshots) => new(loss, [.. snapshots.Select(snapshot => snapshot.HiddenKernel)]);

    /// <summary>Dissimilarities at every snapshot.</summary>
    public double[][,] Rdms(RdmMetric metric) => [.. Kernels.Select(kernel => Representation.Rdm(kernel, metric))];

    /// <summary>The loss at a number of updates, as a part of its start; the last that is known after the last update.</summary>
    public double ShareOfLoss(int epoch) => Loss[Math.Min(epoch, Loss.Length - 1)] / Loss[0];
}
