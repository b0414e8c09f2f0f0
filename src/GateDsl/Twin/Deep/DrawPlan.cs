namespace GateDsl;

/// <summary>Which representative networks are drawn, and what is read from them.</summary>
internal sealed record DrawPlan
{
    /// <summary>Units of a layer for predictions within about 0.015 L(0) rms; with 96 the latest drops come 1% farther off, with 60 about 3%.</summary>
    public const int DefaultUnits = 128;

    /// <summary>Number of draws, at least 1.</summary>
    public int Draws { get; init; } = 8;

    /// <summary>Seed of the draws; each has a stream of its own.</summary>
    public ulong Seed { get; init; }

    /// <summary>Units of a hidden layer, the geometric mean where the twin's widths differ; more is nearer to the twin and costs the square.</summary>
    public int Units { get; init; } = DefaultUnits;

    /// <summary>Epochs whose gate shares are read, ascending, each below the number of epochs.</summary>
    public IReadOnlyList<int> GateShareEpochs { get; init; } = [];

    /// <summary>Epochs whose kernels and predictions are read, ascending, 0 to the number of epochs.</summary>
    public IReadOnlyList<int> SnapshotEpochs { get; init; } = [];

    /// <summary>Data that are not trained on, whose loss is read at <see cref="TestEpochs"/>; null: none.</summary>
    public TwinTask? Test { get; init; }

    /// <summary>Groups of the test data whose losses are read too; null: none.</summary>
    public TestGroups? Groups { get; init; }

    /// <summary>Epochs whose test loss is read, ascending, each below the number of epochs.</summary>
    public IReadOnlyList<int> TestEpochs { get; init; } = [];

    /// <exception cref="ArgumentException">A number is out of its range; the message names it.</exception>
    public DrawPlan Validated(int epochs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Units, 1);
        RequireAscending(GateShareEpochs, epochs - 1, nameof(GateShareEpochs));
        RequireAscending(SnapshotEpochs, epochs, nameof(SnapshotEpochs));
        RequireAscending(TestEpochs, epochs - 1, nameof(TestEpochs));
        return this;
    }

    private static void RequireAscending(IReadOnlyList<int> epochs, int last, string parameter)
    {
        int before = -1;
        foreach (int epoch in epochs)
        {
            if (epoch <= before || epoch > last)
            {
                throw new ArgumentOutOfRangeException(parameter, epoch, $"Epochs ascend from 0 to {last}.");
            }

            before = epoch;
        }
    }
}
