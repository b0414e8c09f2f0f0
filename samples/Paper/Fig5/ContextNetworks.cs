using GateDsl;

namespace Paper.Fig5;

/// <summary>The networks of the figure by their number of contexts.</summary>
internal static class ContextNetworks
{
    /// <summary>Three, four and five are declared here; for another number the declaration is written and compiled now.</summary>
    public static ContextNetwork For(int contexts) => contexts switch
    {
        3 => Three(ContextStructure.Same),
        4 => Four(),
        5 => Five(),
        _ => ManyContexts.Compile(contexts),
    };

    /// <summary>Three contexts as P1 §4 has them, each with a structure of its own; networks and settings are those of §5.</summary>
    public static ContextNetwork Different() => Three(ContextStructure.Different);

    private static ContextNetwork Three(ContextStructure structure)
    {
        ContextTask task = ContextTask.Create(contexts: 3, structure, Fig5Settings.Objects);
        ThreeContexts.Dataset data = ThreeContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
        return new ContextNetwork(
            Contexts: 3,
            (init, seed, options) => new ThreeContexts(init, seed).Train(data, options),
            (init, seed, options) => new ThreeContexts.ReluTwin(init, seed).Train(data, options),
            (sigma, how, seed, epochs, step) => ThreeContexts.Race.ForTwin(data, sigma, how, seed).Integrate(epochs, step).Loss,
            (init, seed) =>
            {
                ThreeContexts net = new(init, seed);
                return new WatchedNetwork(options => net.Train(data, options), () => PathwayMaps.Of(
                    net.ItemToCommon, net.ContextToCommon, net.CommonToProperties, net.ItemToAllButOne, net.AllButOneToProperties));
            },
            (sigma, seed, options) => ThreeContexts.Race.ForTwin(data, sigma, seed: seed).Integrate(options));
    }

    private static ContextNetwork Four()
    {
        FourContexts.Dataset data = FourContexts.Experiment.CreateData();
        return new ContextNetwork(
            Contexts: 4,
            (init, seed, options) => new FourContexts(init, seed).Train(data, options),
            (init, seed, options) => new FourContexts.ReluTwin(init, seed).Train(data, options),
            (sigma, how, seed, epochs, step) => FourContexts.Race.ForTwin(data, sigma, how, seed).Integrate(epochs, step).Loss,
            (init, seed) =>
            {
                FourContexts net = new(init, seed);
                return new WatchedNetwork(options => net.Train(data, options), () => PathwayMaps.Of(
                    net.ItemToCommon, net.ContextToCommon, net.CommonToProperties, net.ItemToAllButOne, net.AllButOneToProperties));
            },
            (sigma, seed, options) => FourContexts.Race.ForTwin(data, sigma, seed: seed).Integrate(options));
    }

    private static ContextNetwork Five()
    {
        FiveContexts.Dataset data = FiveContexts.Experiment.CreateData();
        return new ContextNetwork(
            Contexts: 5,
            (init, seed, options) => new FiveContexts(init, seed).Train(data, options),
            (init, seed, options) => new FiveContexts.ReluTwin(init, seed).Train(data, options),
            (sigma, how, seed, epochs, step) => FiveContexts.Race.ForTwin(data, sigma, how, seed).Integrate(epochs, step).Loss,
            (init, seed) =>
            {
                FiveContexts net = new(init, seed);
                return new WatchedNetwork(options => net.Train(data, options), () => PathwayMaps.Of(
                    net.ItemToCommon, net.ContextToCommon, net.CommonToProperties, net.ItemToAllButOne, net.AllButOneToProperties));
            },
            (sigma, seed, options) => FiveContexts.Race.ForTwin(data, sigma, seed: seed).Integrate(options));
    }
}
