using GateDsl;
using GateDsl.Samples.Running;

namespace Digits.FrozenGates;

/// <summary>The gates of a ReLU network at one moment, the gated network that has them from then on, and what the ReLU network does with its own.</summary>
internal sealed class Follower
{
    private readonly double[] _gates;
    private readonly FrozenReader _network = new(Gaussian.WithSigma(0), seed: 1);
    private readonly List<double> _flipped = [];

    /// <param name="twin">The ReLU network at that moment; its weights are copied.</param>
    /// <param name="data">The images.</param>
    public Follower(FrozenReader.ReluTwin twin, FrozenReader.Dataset data)
    {
        _gates = twin.FrozenGates(data);
        for (int unit = 0; unit < FrozenSettings.Units; unit++)
        {
            for (int pixel = 0; pixel < RoutedDigits.Pixels; pixel++)
            {
                _network.PixelsToUnit[unit][0, pixel] = twin.PixelsToHidden1[unit, pixel];
            }

            for (int digit = 0; digit < RoutedDigits.Classes; digit++)
            {
                _network.UnitToDigit[unit][digit, 0] = twin.Hidden1ToDigit[digit, unit];
            }
        }
    }

    /// <summary>Told the gates of the ReLU network before each of its updates since then.</summary>
    public void Compare(double[] gates)
    {
        int flipped = 0;
        for (int i = 0; i < gates.Length; i++)
        {
            flipped += gates[i] != _gates[i] ? 1 : 0;
        }

        _flipped.Add(flipped / (double)gates.Length);
    }

    /// <summary>Trains the gated network as long as the ReLU network was trained since then.</summary>
    /// <param name="images">The images.</param>
    /// <param name="options">Of the ReLU network.</param>
    /// <param name="relu">All its losses.</param>
    /// <param name="context">To stop.</param>
    public FrozenRun Follow(Images images, TrainingOptions options, double[] relu, WorkContext context)
    {
        int updates = _flipped.Count;
        FrozenReader.Dataset data = FrozenReader.Dataset.Create([.. images.Pixels.Select(pixel => (double)pixel)], _gates, images.Labels);
        TrainingLog log = _network.Train(data, options with { Epochs = updates, Progress = null, CancellationToken = context.CancellationToken });
        return new FrozenRun(relu[^updates..], log.Loss, [.. _flipped]);
    }
}
