using GateDsl.Samples.Running;

namespace Paper.Fig5;

/// <summary>The singular values of two pathways over the training of one network, and in closed form; those that reach nothing are left out.</summary>
/// <param name="Contexts">C.</param>
/// <param name="Epochs">When the network was looked at, from its start to its end.</param>
/// <param name="Common">Of the common pathway.</param>
/// <param name="AllButOne">Of the first pathway that misses a context.</param>
internal sealed record SingularValues(int Contexts, int[] Epochs, SingularValues.Trajectories Common, SingularValues.Trajectories AllButOne)
{
    private const int Parts = 100;

    /// <param name="Trained">Epochs x values, falling.</param>
    /// <param name="Closed">The same in closed form.</param>
    public sealed record Trajectories(double[][] Trained, double[][] Closed);

    /// <summary>Trains one seed, stopping to look.</summary>
    public static SingularValues Follow(ContextNetwork network, ClosedContexts closed, RunSettings settings, WorkContext context)
    {
        WatchedNetwork watched = network.Start(Fig5Settings.Initializer(network.Contexts), context.Seed);
        int[] epochs = Segments.Stops(settings.Epochs, Parts);
        List<PathwayMaps> maps = [];
        Segments.Train(epochs, Fig5Settings.StepSize, context, watched.Train, _ => maps.Add(watched.Read()));
        return new SingularValues(
            network.Contexts,
            epochs,
            Beside([.. maps.Select(map => map.Common)], [.. epochs.Select(closed.Common)]),
            Beside([.. maps.Select(map => map.AllButOne)], [.. epochs.Select(closed.AllButOne)]));
    }

    private static Trajectories Beside(double[][] trained, double[][] closed) =>
        new([.. trained.Select((values, epoch) => values[..closed[epoch].Length])], closed);
}
