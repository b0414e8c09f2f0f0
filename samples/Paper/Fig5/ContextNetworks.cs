namespace Paper.Fig5;

/// <summary>The networks of the figure by their number of contexts.</summary>
internal static class ContextNetworks
{
    public static ContextNetwork For(int contexts) => contexts switch
    {
        3 => new(contexts, ThreeContexts.Description, ThreeContexts.Experiment.Run, (init, seed) =>
        {
            ThreeContexts net = new(init, seed);
            ThreeContexts.Dataset data = ThreeContexts.Experiment.CreateData();
            return new(options => net.Train(data, options), () => PathwayMaps.Of(
                net.ItemToCommon, net.ContextToCommon, net.CommonToProperties, net.ItemToAllButOne, net.AllButOneToProperties));
        }),
        4 => new(contexts, FourContexts.Description, FourContexts.Experiment.Run, (init, seed) =>
        {
            FourContexts net = new(init, seed);
            FourContexts.Dataset data = FourContexts.Experiment.CreateData();
            return new(options => net.Train(data, options), () => PathwayMaps.Of(
                net.ItemToCommon, net.ContextToCommon, net.CommonToProperties, net.ItemToAllButOne, net.AllButOneToProperties));
        }),
        5 => new(contexts, FiveContexts.Description, FiveContexts.Experiment.Run, (init, seed) =>
        {
            FiveContexts net = new(init, seed);
            FiveContexts.Dataset data = FiveContexts.Experiment.CreateData();
            return new(options => net.Train(data, options), () => PathwayMaps.Of(
                net.ItemToCommon, net.ContextToCommon, net.CommonToProperties, net.ItemToAllButOne, net.AllButOneToProperties));
        }),
        _ => throw new NotSupportedException(),
    };
}
