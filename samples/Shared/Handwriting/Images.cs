using System.Globalization;
using System.IO.Compression;
using System.Reflection;

namespace GateDsl.Samples.Handwriting;

/// <summary>Images and the digits that they show.</summary>
/// <param name="Pixels">Images x 64, row by row.</param>
/// <param name="Labels">The digit of each image.</param>
public sealed record Images(float[] Pixels, int[] Labels)
{
    /// <summary>Images that train; the others are held out.</summary>
    public const int TrainingCount = 1437;

    /// <summary>Pixels of an image, 8 x 8.</summary>
    public const int PixelCount = 64;

    private const string Resource = "digits.csv.gz";

    /// <summary>Number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>
    /// The images of the sample, shuffled once (in the order of the file the held-out ones are harder), the first 1,437 to train and 360 held
    /// out. Centred per pixel and divided by one standard deviation, both of the training images.
    /// </summary>
    public static (Images Training, Images HeldOut) Load()
    {
        Images all = Read();
        int[] order = Permutation.Draw("images", all.Count, seed: 0);
        Images training = all.At(order[..TrainingCount]);
        Images heldOut = all.At(order[TrainingCount..]);
        (float[] means, float deviation) = training.Statistics();
        return (training.Scaled(means, deviation), heldOut.Scaled(means, deviation));
    }

    /// <summary>The first <paramref name="most"/> of both, all where there are no more.</summary>
    public static (Images Training, Images HeldOut) Load(int most)
    {
        (Images training, Images heldOut) = Load();
        return (training.First(most), heldOut.First(most));
    }

    /// <summary>Some of the images, in the order of <paramref name="indices"/>.</summary>
    public Images At(ReadOnlySpan<int> indices)
    {
        float[] pixels = new float[indices.Length * PixelCount];
        int[] labels = new int[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            Image(indices[i]).CopyTo(pixels.AsSpan(i * PixelCount));
            labels[i] = Labels[indices[i]];
        }

        return new Images(pixels, labels);
    }

    /// <summary>The first of the images, all where there are no more.</summary>
    public Images First(int count) => At([.. Enumerable.Range(0, Math.Min(count, Count))]);

    /// <summary>The pixels of an image.</summary>
    public ReadOnlySpan<float> Image(int index) => Pixels.AsSpan(index * PixelCount, PixelCount);

    private static Images Read()
    {
        using Stream packed = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using GZipStream unpacked = new(packed, CompressionMode.Decompress);
        using StreamReader reader = new(unpacked);
        List<float> pixels = [];
        List<int> labels = [];
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            pixels.AddRange(cells[..PixelCount].Select(cell => float.Parse(cell, CultureInfo.InvariantCulture)));
            labels.Add(int.Parse(cells[PixelCount], CultureInfo.InvariantCulture));
        }

        return new Images([.. pixels], [.. labels]);
    }

    private (float[] Means, float Deviation) Statistics()
    {
        double[] means = new double[PixelCount];
        for (int i = 0; i < Pixels.Length; i++)
        {
            means[i % means.Length] += Pixels[i] / (double)Count;
        }

        double squares = 0;
        for (int i = 0; i < Pixels.Length; i++)
        {
            double centred = Pixels[i] - means[i % means.Length];
            squares += centred * centred;
        }

        return ([.. means.Select(mean => (float)mean)], (float)Math.Sqrt(squares / Pixels.Length));
    }

    private Images Scaled(float[] means, float deviation) =>
        this with { Pixels = [.. Pixels.Select((pixel, i) => (pixel - means[i % means.Length]) / deviation)] };
}
