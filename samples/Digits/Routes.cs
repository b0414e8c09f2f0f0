using System.Globalization;

namespace Digits;

/// <summary>
/// The ten encoders with their permutations of the pixels, the ten decoders with theirs of the classes, and the data of any pairs of them. All
/// permutations are drawn once and for all: they belong to the task, not to a seed of the network.
/// </summary>
/// <param name="training">For the means of the targets.</param>
internal sealed class Routes(Images training)
{
    private readonly int[][] _pixels = Draw("pixels", RoutedDigits.Pixels);
    private readonly int[][] _classes = Draw("classes", RoutedDigits.Classes);
    private readonly float[] _shares =
        [.. Enumerable.Range(0, RoutedDigits.Classes).Select(digit => (float)training.Labels.Count(label => label == digit) / training.Count)];

    /// <summary>The decoders trained with each encoder i: i, i + 1, ..., i + K - 1 mod 10.</summary>
    public static (int Source, int Sink)[] TrainedPairs(int perEncoder) =>
    [
        .. from source in Enumerable.Range(0, RoutedDigits.Domains)
           from k in Enumerable.Range(0, perEncoder)
           select (source, (source + k) % RoutedDigits.Domains),
    ];

    /// <summary>All others.</summary>
    public static (int Source, int Sink)[] OtherPairs(int perEncoder) =>
    [
        .. from source in Enumerable.Range(0, RoutedDigits.Domains)
           from k in Enumerable.Range(perEncoder, RoutedDigits.Domains - perEncoder)
           select (source, (source + k) % RoutedDigits.Domains),
    ];

    /// <summary>Every image by every pair: a datapoint each, pair by pair. Targets are one-hot, centred.</summary>
    public RoutedDigits.Dataset Data(Images images, (int Source, int Sink)[] pairs)
    {
        int count = pairs.Length * images.Count;
        int[] sinks = new int[count];
        float[] views = new float[count * RoutedDigits.Places];
        float[] targets = new float[count * RoutedDigits.Classes];
        int n = 0;
        foreach ((int source, int sink) in pairs)
        {
            for (int i = 0; i < images.Count; i++, n++)
            {
                sinks[n] = sink;
                int place = (n * RoutedDigits.Places) + (source * RoutedDigits.Pixels);
                See(images.Image(i), _pixels[source], views.AsSpan(place, RoutedDigits.Pixels));
                Name(images.Labels[i], _classes[sink], targets.AsSpan(n * RoutedDigits.Classes, RoutedDigits.Classes));
            }
        }

        return RoutedDigits.Dataset.Create(views, sinks, targets);
    }

    /// <summary>The part of the images whose digit comes out largest, over all pairs.</summary>
    public double Accuracy(RoutedDigits network, Images images, (int Source, int Sink)[] pairs)
    {
        int right = 0;
        float[] outputs = new float[images.Count * RoutedDigits.Classes];
        foreach ((int Source, int Sink) pair in pairs)
        {
            network.Predict(Data(images, [pair]), outputs);
            for (int i = 0; i < images.Count; i++)
            {
                right += Answer(outputs.AsSpan(i * RoutedDigits.Classes, RoutedDigits.Classes), _classes[pair.Sink]) == images.Labels[i] ? 1 : 0;
            }
        }

        return (double)right / (pairs.Length * images.Count);
    }

    private static int[][] Draw(string name, int count) =>
    [
        .. Enumerable.Range(0, RoutedDigits.Domains)
            .Select(domain => Permutation.Draw(string.Create(CultureInfo.InvariantCulture, $"{name}[{domain}]"), count, seed: 0)),
    ];

    private static void See(ReadOnlySpan<float> image, int[] permutation, Span<float> seen)
    {
        for (int pixel = 0; pixel < seen.Length; pixel++)
        {
            seen[pixel] = image[permutation[pixel]];
        }
    }

    private void Name(int label, int[] permutation, Span<float> target)
    {
        for (int digit = 0; digit < target.Length; digit++)
        {
            target[permutation[digit]] = (digit == label ? 1 : 0) - _shares[digit];
        }
    }

    private int Answer(ReadOnlySpan<float> outputs, int[] permutation)
    {
        int best = 0;
        for (int digit = 1; digit < outputs.Length; digit++)
        {
            if (outputs[permutation[digit]] + _shares[digit] > outputs[permutation[best]] + _shares[best])
            {
                best = digit;
            }
        }

        return best;
    }
}
