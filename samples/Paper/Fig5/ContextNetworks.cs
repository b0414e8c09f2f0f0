namespace Paper.Fig5;

/// <summary>The networks of the figure by their number of contexts.</summary>
internal static class ContextNetworks
{
    /// <summary>Three, four and five are declared here; for another number the declaration is written and compiled now.</summary>
    public static ContextNetwork For(int contexts) => contexts switch
    {
        3 => Three(),
        4 => Four(),
        5 => Five(),
        _ => ManyContexts.Compile(contexts),
    };

    private static ContextNetwork Three()
    {
        ThreeContexts.Dataset data = ThreeContexts.Experiment.CreateData();
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
            });
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
            });
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
            });
    }
}
