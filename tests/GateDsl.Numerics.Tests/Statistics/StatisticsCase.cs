namespace GateDsl.Numerics.Tests.Statistics;

/// <summary>A network and data for it, of which any rows can be had.</summary>
/// <param name="Count">Datapoints.</param>
/// <param name="ByBatch">Losses of a training by batch on all of them.</param>
/// <param name="BySums">Losses of the same training on the merged statistics of these shards.</param>
/// <param name="Bytes">The file of the merged statistics.</param>
internal sealed record StatisticsCase(
    int Count, Func<TrainingOptions, TrainingLog> ByBatch, Func<int[][], TrainingOptions, TrainingLog> BySums, Func<int[][], byte[]> Bytes)
{
    private static readonly IInitializer Init = Gaussian.WithSigma(0.1);

    public static StatisticsCase Named(string name) => name switch
    {
        nameof(ManyIndices) => OfIndices(900),
        "FewIndices" => OfIndices(30),
        nameof(ManyBits) => OfBits(800),
        nameof(Sensory) => OfSensory(700),
        nameof(Gains) => OfGains(500),
        nameof(Images) => OfImages(600),
        nameof(SinglePrecision) => OfSingle(400),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static StatisticsCase OfIndices(int count)
    {
        Random random = new(count);
        int[][] inputs = [.. Enumerable.Range(0, 4).Select(_ => Indices(random, count, 3))];
        (double[] first, double[] second) = (Numbers(random, 6 * count), Numbers(random, 7 * count));
        ManyIndices.Dataset Of(int[] rows) => ManyIndices.Dataset.Create(
            Rows(inputs[0], rows, 1), Rows(inputs[1], rows, 1), Rows(inputs[2], rows, 1), Rows(inputs[3], rows, 1), Rows(first, rows, 6),
                Rows(second, rows, 7));
        ManyIndices.Statistics Merged(int[][] shards) => ManyIndices.Statistics.Merge(shards.Select(rows => ManyIndices.Statistics.Gather(Of(rows))));
        return new(
            count, options => new ManyIndices(Init, 3).Train(Of(All(count)), options),
            (shards, options) => new ManyIndices(Init, 3).Train(Merged(shards), options), shards => InFile(Merged(shards).Save));
    }

    private static StatisticsCase OfBits(int count)
    {
        Random random = new(count);
        int[][] bits = [.. Enumerable.Range(0, 6).Select(_ => Indices(random, count, 2))];
        double[] sums = Numbers(random, 6 * count);
        ManyBits.Dataset Of(int[] rows) => ManyBits.Dataset.Create(
            Rows(bits[0], rows, 1), Rows(bits[1], rows, 1), Rows(bits[2], rows, 1), Rows(bits[3], rows, 1), Rows(bits[4], rows, 1),
                Rows(bits[5], rows, 1), Rows(sums, rows, 6));
        ManyBits.Statistics Merged(int[][] shards) => ManyBits.Statistics.Merge(shards.Select(rows => ManyBits.Statistics.Gather(Of(rows))));
        return new(
            count, options => new ManyBits(Init, 3).Train(Of(All(count)), options),
            (shards, options) => new ManyBits(Init, 3).Train(Merged(shards), options), shards => InFile(Merged(shards).Save));
    }

    private static StatisticsCase OfSensory(int count)
    {
        Random random = new(count);
        (double[] stimulus, double[] drive) = (Numbers(random, 7 * count), Numbers(random, 4 * count));
        (int[] context, int[] half) = (Indices(random, count, 3), Indices(random, count, 2));
        (double[] answer, double[] kind) = (Numbers(random, 3 * count), Numbers(random, 2 * count));
        Sensory.Dataset Of(int[] rows) => Sensory.Dataset.Create(
            Rows(stimulus, rows, 7), Rows(drive, rows, 4), Rows(context, rows, 1), Rows(half, rows, 1), Rows(answer, rows, 3), Rows(kind, rows, 2));
        Sensory.Statistics Merged(int[][] shards) => Sensory.Statistics.Merge(shards.Select(rows => Sensory.Statistics.Gather(Of(rows))));
        return new(
            count, options => new Sensory(Init, 3).Train(Of(All(count)), options),
            (shards, options) => new Sensory(Init, 3).Train(Merged(shards), options), shards => InFile(Merged(shards).Save));
    }

    /// <summary>A third of the gates is closed; those that are open have either sign.</summary>
    private static StatisticsCase OfGains(int count)
    {
        Random random = new(count);
        double[] pixels = Numbers(random, 4 * count);
        int[] context = Indices(random, count, 3);
        (double[] open, double[] gain) = (Gates(random, 3 * count), Gates(random, count));
        (double[] answer, double[] kind) = (Numbers(random, 3 * count), Numbers(random, 2 * count));
        Gains.Dataset Of(int[] rows) => Gains.Dataset.Create(
            Rows(pixels, rows, 4), Rows(context, rows, 1), Rows(open, rows, 3), Rows(gain, rows, 1), Rows(answer, rows, 3), Rows(kind, rows, 2));
        Gains.Statistics Merged(int[][] shards) => Gains.Statistics.Merge(shards.Select(rows => Gains.Statistics.Gather(Of(rows))));
        return new(
            count, options => new Gains(Init, 3).Train(Of(All(count)), options),
            (shards, options) => new Gains(Init, 3).Train(Merged(shards), options), shards => InFile(Merged(shards).Save));
    }

    /// <summary>Images with pixels that are always 0, always equal, and nearly equal: their correlations have no full rank, and nearly less.</summary>
    private static StatisticsCase OfImages(int count)
    {
        Random random = new(count);
        double[] pixels = Numbers(random, 40 * count);
        for (int n = 0; n < count; n++)
        {
            pixels[40 * n] = 0;
            pixels[(40 * n) + 1] = pixels[(40 * n) + 2];
            pixels[(40 * n) + 3] = pixels[(40 * n) + 4] + (1e-6 * pixels[(40 * n) + 5]);
        }

        double[] digits = Numbers(random, 6 * count);
        Images.Dataset Of(int[] rows) => Images.Dataset.Create(Rows(pixels, rows, 40), Rows(digits, rows, 6));
        Images.Statistics Merged(int[][] shards) => Images.Statistics.Merge(shards.Select(rows => Images.Statistics.Gather(Of(rows))));
        return new(
            count, options => new Images(Init, 3).Train(Of(All(count)), options),
            (shards, options) => new Images(Init, 3).Train(Merged(shards), options), shards => InFile(Merged(shards).Save));
    }

    private static StatisticsCase OfSingle(int count)
    {
        Random random = new(count);
        double[] pixels = Numbers(random, 6 * count);
        int[] half = Indices(random, count, 2);
        double[] digits = Numbers(random, 3 * count);
        SinglePrecision.Dataset Of(int[] rows) => SinglePrecision.Dataset.Create(Rows(pixels, rows, 6), Rows(half, rows, 1), Rows(digits, rows, 3));
        SinglePrecision.Statistics Merged(int[][] shards) =>
            SinglePrecision.Statistics.Merge(shards.Select(rows => SinglePrecision.Statistics.Gather(Of(rows))));
        return new(
            count, options => new SinglePrecision(Init, 3).Train(Of(All(count)), options),
            (shards, options) => new SinglePrecision(Init, 3).Train(Merged(shards), options), shards => InFile(Merged(shards).Save));
    }

    /// <summary>What is written to a file of its own.</summary>
    public static byte[] InFile(Action<string> save)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.npz");
        try
        {
            save(path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The rows 0 .. count - 1 in so many parts, none of which is contiguous.</summary>
    public static int[][] Shards(int count, int parts) =>
        [.. Enumerable.Range(0, parts).Select(part => All(count).Where(n => n % parts == part).ToArray())];

    private static int[] All(int count) => [.. Enumerable.Range(0, count)];

    private static T[] Rows<T>(T[] values, int[] rows, int width) => [.. rows.SelectMany(n => values.AsSpan(n * width, width).ToArray())];

    private static int[] Indices(Random random, int count, int most) => [.. Enumerable.Range(0, count).Select(_ => random.Next(most))];

    private static double[] Gates(Random random, int count) =>
        [.. Numbers(random, count).Select(number => random.Next(3) == 0 ? 0 : 3 * number)];

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.3)];
}
