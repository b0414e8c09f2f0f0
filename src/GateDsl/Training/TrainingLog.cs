namespace GateDsl;

/// <summary>What a training logged.</summary>
/// <param name="Loss">Losses on the scale of the options: Loss[i] is the one before the update of epoch Epochs[i].</param>
/// <param name="Epochs">The epochs logged, rising.</param>
/// <param name="Method">How the steps were taken: by batch or by statistics.</param>
/// <param name="MethodReason">Why this method, as a sentence.</param>
/// <param name="ReductionReason">What the training was reduced to and why, as a sentence.</param>
public sealed record TrainingLog(double[] Loss, int[] Epochs, TrainingMethod Method, string MethodReason, string ReductionReason = "")
{
    /// <summary>
    /// Losses on the test data: TestLoss[i] is the one before the update of epoch Epochs[i], on the scale of the options, over the test data's own
    /// number of datapoints. Null: there were none.
    /// </summary>
    public double[]? TestLoss { get; init; }

    /// <summary>
    /// Losses on the test data by the indices of <see cref="TrainingOptions.TestBy"/>, under names like <c>Item=0,Context=2</c>: of the datapoints with these
    /// values alone, on the scale of the options over their own number. Empty: nothing was asked for.
    /// </summary>
    public IReadOnlyDictionary<string, double[]> TestLossBy { get; init; } = new Dictionary<string, double[]>();

    /// <summary>What the network represents at the epochs asked for; empty: none were.</summary>
    public IReadOnlyList<Snapshot> Snapshots { get; init; } = [];

    /// <summary>
    /// Writes Loss, Epochs, TestLoss where there is one, TestLossBy/{indices}, and for every snapshot HiddenKernel/{epoch}, TangentKernel/{epoch} and
    /// Predictions/{output}/{epoch}: all of it, or the file stays as it was.
    /// </summary>
    /// <param name="path">Ends in .npz; numpy.load reads it.</param>
    /// <exception cref="ArgumentException">The path has another ending.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => LogFile.Save(path, Loss, Epochs, TestLoss, TestLossBy, new Dictionary<string, double[,]>(), Snapshots);
}
