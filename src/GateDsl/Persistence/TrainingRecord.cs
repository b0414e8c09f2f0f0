namespace GateDsl;

/// <summary>What a training has logged so far, and where it is.</summary>
internal sealed class TrainingRecord
{
    /// <param name="options">Validated options.</param>
    /// <param name="hasTest">Losses on test data are logged too.</param>
    /// <param name="groups">Groups of the test data whose losses are logged too.</param>
    public TrainingRecord(TrainingOptions options, bool hasTest, int groups = 0)
    {
        int logged = LoggedBefore(options.Epochs, options);
        Memory.Require(nameof(options.Epochs), $"The losses of {logged:N0} epochs, with their numbers", logged, ((groups + 1) * sizeof(double)) + sizeof(int));
        Loss = new double[logged];
        Epochs = new int[logged];
        TestLoss = hasTest ? new double[logged] : null;
        GroupLoss = [.. Enumerable.Range(0, groups).Select(_ => new double[logged])];
    }

    /// <summary>The epoch that comes next.</summary>
    public int Epoch { get; set; }

    /// <summary>Losses logged.</summary>
    public int Logged { get; set; }

    public double[] Loss { get; }

    public int[] Epochs { get; }

    public double[]? TestLoss { get; }

    /// <summary>By group of the test data.</summary>
    public double[][] GroupLoss { get; }

    public List<Snapshot> Snapshots { get; } = [];

    /// <summary>A loss beyond this, on the Sum scale, is divergence.</summary>
    public double Bound { get; set; } = double.MaxValue;

    /// <summary>The next epoch whose loss is logged; -1: there is none.</summary>
    public int NextLogged(TrainingOptions options) =>
        Logged == Loss.Length ? -1 : (int)Math.Min(options.Epochs - 1, (long)Logged * options.RecordEvery);

    /// <summary>The next epoch of those of snapshots, in their order; -1: there is none.</summary>
    public int NextSnapshot(int[] epochs) => Snapshots.Count == epochs.Length ? -1 : epochs[Snapshots.Count];

    /// <summary>How many of the epochs before one are logged.</summary>
    public static int LoggedBefore(int epoch, TrainingOptions options)
    {
        int regular = epoch == 0 ? 0 : ((epoch - 1) / options.RecordEvery) + 1;
        return epoch > 0 && epoch == options.Epochs && (epoch - 1) % options.RecordEvery != 0 ? regular + 1 : regular;
    }
}
