using GateDsl.Benchmarks.Networks;
using GateDsl.Benchmarks.Peers;

namespace GateDsl.Benchmarks.Comparing;

/// <summary>Images and classes without any structure: the input correlations have full rank.</summary>
internal static class RandomImages
{
    public const int Pixels = 784;
    public const int Classes = 10;

    /// <summary>Within (-0.5, 0.5).</summary>
    public static float[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = random.NextSingle() - 0.5f;
        }

        return numbers;
    }

    /// <summary>As handwritten digits are: strokes of a pen within (0, 1] on paper that is 0, and four of five pixels are paper.</summary>
    public static float[] Strokes(int count, int seed)
    {
        const int Side = 28, Inked = 150, Step = 2;
        Random random = new(seed);
        float[] numbers = new float[count * Pixels];
        for (int image = 0; image < count; image++)
        {
            Span<float> paper = numbers.AsSpan(image * Pixels, Pixels);
            (int row, int column) = (random.Next(4, Side - 4), random.Next(4, Side - 4));
            for (int drawn = 0; drawn < Inked;)
            {
                row = Math.Clamp(row + random.Next(-Step, Step + 1), 4, Side - 5);
                column = Math.Clamp(column + random.Next(-Step, Step + 1), 4, Side - 5);
                for (int i = -1; i <= 1; i++)
                {
                    for (int j = -1; j <= 1; j++)
                    {
                        ref float pixel = ref paper[((row + i) * Side) + column + j];
                        drawn += pixel == 0 ? 1 : 0;
                        pixel = Math.Max(pixel, i == 0 && j == 0 ? 1 : 1 - random.NextSingle());
                    }
                }
            }
        }

        return numbers;
    }

    public static Images.Dataset Dataset(int datapoints) =>
        Images.Dataset.Create(Numbers(datapoints * Pixels, seed: 1), Numbers(datapoints * Classes, seed: 2));

    public static Images Network() => new(Gaussian.WithSigma(0.01), seed: 1);

    /// <summary>By statistics, unless said otherwise.</summary>
    public static ITraining Training(Images.Dataset data, TrainingMethod method = TrainingMethod.Statistics) => OwnTraining.Of(
        Network, (network, options) => network.Train(data, options), new TrainingOptions { StepSize = 1e-5, Method = method });

    /// <summary>A class for each datapoint, drawn evenly.</summary>
    public static int[] Labels(int datapoints)
    {
        Random random = new(3);
        return [.. Enumerable.Range(0, datapoints).Select(_ => random.Next(Classes))];
    }

    /// <summary>Batches of 128 with momentum, on the mean cross-entropy.</summary>
    public static TrainingOptions Passes { get; } =
        new() { StepSize = 0.01, Momentum = 0.9, BatchSize = 128, ShuffleSeed = 1, LossScale = LossScale.Mean };

    public static LabelledImages.ReluTwin LabelledNetwork() => new(Gaussian.WithSigma(0.03), seed: 1);

    public static ITraining LabelledTraining(LabelledImages.Dataset data) =>
        OwnTraining.Of(LabelledNetwork, (network, options) => network.Train(data, options), Passes);
}
