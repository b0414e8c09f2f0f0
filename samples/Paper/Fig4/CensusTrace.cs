using GateDsl;
using Paper.Shared.Running;

namespace Paper.Fig4;

/// <summary>Which gates the units of the ReLU network have while it trains (P1 §4, Lemma 4.1): shares of path strength by class.</summary>
/// <param name="Epochs">When a census was taken, from before the training to after it.</param>
/// <param name="Censuses">One per epoch in <paramref name="Epochs"/>.</param>
internal sealed record CensusTrace(int[] Epochs, GateCensus[] Censuses)
{
    private const int Parts = 40;

    /// <summary>One seed, trained in segments: the weights are those of a training in one.</summary>
    public static CensusTrace Take(RunSettings settings, ThreeContexts.Dataset data, WorkRunner runner) => runner.Run(
    [
        new Work<CensusTrace>("ReLU network, census of its gates", settings.Seeds[0], context =>
        {
            ThreeContexts.ReluTwin network = new(Fig4Settings.Relu, context.Seed);
            int[] epochs = [.. Enumerable.Range(0, Parts + 1).Select(part => (int)((long)settings.Epochs * part / Parts)).Distinct()];
            List<GateCensus> censuses = [];
            int done = 0;
            foreach (int epoch in epochs)
            {
                if (epoch > done)
                {
                    network.Train(data, new TrainingOptions
                    {
                        Epochs = epoch - done,
                        StepSize = Fig4Settings.StepSize,
                        RecordEvery = epoch - done,
                        CancellationToken = context.CancellationToken,
                    });
                    done = epoch;
                }

                censuses.Add(network.Census(data));
            }

            return new CensusTrace(epochs, [.. censuses]);
        }),
    ])[0];
}
