using GateDsl;
using GateDsl.Samples.Running;
using Paper.Gates;

namespace Paper.Fig4;

/// <summary>The gates of the ReLU network's hidden layer while it trains, in one seed.</summary>
internal static class FirstLayerCensus
{
    public static CensusTrace Take(RunSettings settings, ThreeContexts.Dataset data, WorkRunner runner) => runner.Run(
    [
        new Work<CensusTrace>("ReLU network, census of its gates", settings.Seeds[0], context =>
        {
            ThreeContexts.ReluTwin network = new(Fig4Settings.Relu, context.Seed);
            int[] stops = Segments.Stops(settings.Epochs, CensusTrace.Parts);
            List<GateCensus> censuses = [];
            Segments.Train(
                stops, Fig4Settings.StepSize, context, options => network.Train(data, options), _ => censuses.Add(network.Census(data)));
            return new CensusTrace("hidden layer", stops, censuses);
        }),
    ])[0];
}
