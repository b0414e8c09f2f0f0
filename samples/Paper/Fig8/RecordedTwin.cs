using GateDsl;
using GateDsl.Samples.Running;
using Paper.Fig4;

namespace Paper.Fig8;

/// <summary>A ReLU network that was trained and looked at in between.</summary>
/// <param name="Epochs">When, in rising order.</param>
/// <param name="Recordings">Its gates and path strengths then.</param>
/// <param name="Losses">One per epoch, before its update.</param>
internal sealed record RecordedTwin(IReadOnlyList<int> Epochs, LayerRecordings Recordings, double[] Losses)
{
    /// <summary>When a training is looked at: at equally spaced epochs up to the last one, not before the first update (unless that is all there is).</summary>
    public static int[] EpochsOf(int epochs) => epochs == 1 ? [0] : [.. Segments.Stops(epochs - 1, Fig8Settings.Recordings).Skip(1)];

    /// <param name="data">The task, for the network.</param>
    /// <param name="known">The same for the identification.</param>
    /// <param name="epochs">Number of updates.</param>
    /// <param name="context">The seed.</param>
    public static RecordedTwin Train(ThreeContexts.Dataset data, IdentificationData known, int epochs, WorkContext context)
    {
        ThreeContexts.ReluTwin network = new(Fig4Settings.Relu, context.Seed);
        LayerRecordings recordings = new(known);
        double[] losses = Segments.Train(
            [.. EpochsOf(epochs), epochs],
            Fig8Settings.StepSize,
            context,
            options => network.Train(data, options),
            epoch =>
            {
                if (epoch < epochs)
                {
                    recordings.Add(network.Census(data));
                }
            });
        return new RecordedTwin(EpochsOf(epochs), recordings, losses);
    }
}
