namespace GateDsl.Benchmarks.Peers;

/// <summary>A training by GateDsl. Everything that Train does is timed: its checks, its reductions, writing the weights back.</summary>
internal static class OwnTraining
{
    public static OwnTraining<TNetwork> Of<TNetwork>(
        Func<TNetwork> create, Func<TNetwork, TrainingOptions, TrainingLog> train, TrainingOptions options)
        where TNetwork : class => new(create, train, options);
}

/// <param name="create">Makes the network with its initial weights.</param>
/// <param name="train">Trains it on the data.</param>
/// <param name="options">Step size, scale and method.</param>
internal sealed class OwnTraining<TNetwork>(
    Func<TNetwork> create, Func<TNetwork, TrainingOptions, TrainingLog> train, TrainingOptions options) : ITraining
    where TNetwork : class
{
    private TNetwork _network = create();

    /// <summary>What the last training logged.</summary>
    public TrainingLog? Log { get; private set; }

    public void Restart() => _network = create();

    public double[] Train(int epochs, int recordEvery)
    {
        Log = train(_network, options with { Epochs = epochs, RecordEvery = recordEvery });
        return Log.Loss;
    }
}
