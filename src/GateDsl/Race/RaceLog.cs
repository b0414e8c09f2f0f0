namespace GateDsl;

/// <summary>What a reduction predicts of a training.</summary>
/// <param name="Loss">One loss per epoch, before its update, on the scale asked for.</param>
/// <param name="ModeStrengths">
/// By pathway (Common, Pairs[0]; deeper First>Second; empty for paths without a hidden layer): epoch x mode, the strength u_k^T W_p v_k of every
/// mode of the pathway's effective dataset, by falling singular value.
/// </param>
public sealed record RaceLog(double[] Loss, IReadOnlyDictionary<string, double[,]> ModeStrengths)
{
    /// <summary>The epochs of <see cref="Loss"/>, rising: all from 0, unless options said otherwise.</summary>
    public int[] Epochs { get; init; } = [.. Enumerable.Range(0, Loss.Length)];

    /// <summary>
    /// Losses on the test data at <see cref="Epochs"/>, on the scale asked for over the test data's own number of datapoints. Null: there were none.
    /// </summary>
    public double[]? TestLoss { get; init; }

    /// <summary>The losses on test data as <see cref="TrainingLog.TestLossBy"/> has them.</summary>
    public IReadOnlyDictionary<string, double[]> TestLossBy { get; init; } = new Dictionary<string, double[]>();

    /// <summary>
    /// For a predicted ReLU twin: by gate pattern (a bit string in the order of the domain's datapoints) its share of path strength
    /// |w_in| |w_out| at every recorded epoch. Empty for other predictions.
    /// </summary>
    public IReadOnlyDictionary<string, double[]> GateShares { get; init; } = new Dictionary<string, double[]>();

    /// <summary>The epochs at which <see cref="GateShares"/> was read.</summary>
    public int[] GateShareEpochs { get; init; } = [];

    /// <summary>
    /// Where starts are drawn, for a ReLU twin with several hidden layers and for an expectation that says so or has test data: the losses of each draw,
    /// whose mean <see cref="Loss"/> is; of a twin from the one that was chosen for the earliest first drop to that for the latest. Else empty.
    /// </summary>
    public IReadOnlyList<double[]> Draws { get; init; } = [];

    /// <summary>The losses of each of <see cref="Draws"/> on the test data, whose mean <see cref="TestLoss"/> is; empty without them.</summary>
    public IReadOnlyList<double[]> TestDraws { get; init; } = [];

    /// <summary>
    /// For a predicted ReLU twin with several hidden layers: by hidden layer (Hidden1, ...) what <see cref="GateShares"/> has for one, the mean of the draws.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double[]>> LayerGateShares { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, double[]>>();

    /// <summary>
    /// For a predicted ReLU twin: the gates of a hidden layer by class at every one of <see cref="GateShareEpochs"/>, as the twin's own <c>Census</c> has them
    /// once it is trained. Shares of path strength are means over the draws; there are no numbers of units.
    /// </summary>
    /// <param name="hiddenLayer">From 1.</param>
    /// <param name="datapoints">
    /// The datapoints in the order of the data set; with the network's inputs, classes say what a unit of the first layer could do.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="InvalidOperationException">No gates were predicted.</exception>
    /// <exception cref="ArgumentException">They are other datapoints.</exception>
    public IReadOnlyList<GateCensus> Census(int hiddenLayer, LayerDatapoints datapoints)
    {
        ArgumentNullException.ThrowIfNull(datapoints);
        int layers = Math.Max(LayerGateShares.Count, GateShares.Count > 0 ? 1 : 0);
        if (layers == 0)
        {
            throw new InvalidOperationException("The log has no gates: those of a predicted ReLU twin are logged, of one epoch or more.");
        }

        if (hiddenLayer < 1 || hiddenLayer > layers)
        {
            throw new ArgumentOutOfRangeException(nameof(hiddenLayer), hiddenLayer, $"Hidden layers are 1 to {layers}.");
        }

        IReadOnlyDictionary<string, double[]> shares = LayerGateShares.Count == 0 ? GateShares : LayerGateShares[$"Hidden{hiddenLayer}"];
        int count = shares.Keys.First().Length;
        return count == datapoints.Count
            ? GateCensus.OverTime(shares, GateShareEpochs.Length, datapoints)
            : throw new ArgumentException($"The gates are of {count} datapoints, not of {datapoints.Count}.", nameof(datapoints));
    }

    /// <summary>What the network represents at the epochs asked for; empty: none were.</summary>
    public IReadOnlyList<Snapshot> Snapshots { get; init; } = [];

    /// <summary>
    /// Writes Loss, Epochs, TestLoss where there is one, TestLossBy/{indices}, ModeStrengths/{pathway}, and for every snapshot HiddenKernel/{epoch},
    /// TangentKernel/{epoch} and Predictions/{output}/{epoch}: all of it, or the file stays as it was.
    /// </summary>
    /// <param name="path">Ends in .npz; numpy.load reads it.</param>
    /// <exception cref="ArgumentException">The path has another ending.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => LogFile.Save(path, Loss, Epochs, TestLoss, TestLossBy, ModeStrengths, Snapshots);

    /// <summary>
    /// Epochwise quantiles of the draws, between which another network is to lie with the probability <paramref name="share"/>. Each of n draws was
    /// chosen to stand for one n-th of them, so the lowest to the highest hold (n - 1)/n; a larger share gets these.
    /// </summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of its range.</exception>
    /// <exception cref="InvalidOperationException">There are fewer than two draws: the prediction has no spread.</exception>
    public (double[] Low, double[] High) Band(double share) => DrawQuantiles.Band(Draws, share);
}
