using System.IO.Compression;

namespace GateDsl.Numerics.Tests.Statistics;

/// <summary>Statistics in files: the same after loading, and nothing else is taken for them.</summary>
public sealed class StatisticsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("statistics.npz")]
    [InlineData("statistics.safetensors")]
    public void WhatIsLoadedTrainsToTheSameBits(string file)
    {
        string path = Path.Combine(_folder, file);
        Sensory.Statistics saved = Gathered(3);
        saved.Save(path);
        Sensory.Statistics loaded = Sensory.Statistics.Load(path);
        Assert.Equal(saved.Count, loaded.Count);
        TrainingOptions options = new() { Epochs = 40, StepSize = 1e-3, Momentum = 0.5 };
        (Sensory one, Sensory other) = (new Sensory(Gaussian.WithSigma(0.1), 2), new Sensory(Gaussian.WithSigma(0.1), 2));
        Assert.Equal(one.Train(saved, options).Loss, other.Train(loaded, options).Loss);
        Assert.Equal(StatisticsCase.InFile(one.Save), StatisticsCase.InFile(other.Save));
        Assert.Equal(StatisticsCase.InFile(saved.Save), StatisticsCase.InFile(loaded.Save));
    }

    [Fact]
    public void IndicesAreLoadedAsTheyWere()
    {
        string path = Path.Combine(_folder, "indices.npz");
        ManyIndices.Statistics saved = ManyIndices.Statistics.Gather(ManyIndices.Dataset.Create(
            [0, 1, 2, 0, 0], [1, 1, 2, 1, 1], [0, 0, 0, 0, 0], [2, 1, 0, 2, 2], [.. Enumerable.Range(0, 30).Select(k => 0.1 * k)],
                [.. Enumerable.Range(0, 35).Select(k => 0.3 * k)]));
        saved.Save(path);
        Assert.Equal(File.ReadAllBytes(path), StatisticsCase.InFile(ManyIndices.Statistics.Load(path).Save));
    }

    [Fact]
    public void NoDatapointsAreStatisticsToo()
    {
        string path = Path.Combine(_folder, "none.npz");
        new Sensory.Statistics().Save(path);
        Assert.Equal(0, Sensory.Statistics.Load(path).Count);
        ManyIndices.Statistics.Gather(ManyIndices.Dataset.Create([], [], [], [], Array.Empty<double>(), [])).Save(path);
        ManyIndices.Statistics none = ManyIndices.Statistics.Load(path);
        Assert.Equal([0, 0], new ManyIndices(Gaussian.WithSigma(0.1), 2).Train(none, new TrainingOptions { Epochs = 2, StepSize = 0.1 }).Loss);
    }

    [Fact]
    public void AFileOfAnotherNetworkIsRefused()
    {
        string path = Path.Combine(_folder, "other.npz");
        Gathered(1).Save(path);
        string message = Assert.Throws<InvalidDataException>(() => Images.Statistics.Load(path)).Message;
        Assert.Contains("statistics of GateDsl.Numerics.Tests.Statistics.Sensory", message);
        Assert.Contains("this network is GateDsl.Numerics.Tests.Statistics.Images", message);
        new Images(Gaussian.WithSigma(0.1), 2).Save(path);
        Assert.Contains("does not say of which network", Assert.Throws<InvalidDataException>(() => Images.Statistics.Load(path)).Message);
    }

    [Fact]
    public void WhatDoesNotFitIsNamed()
    {
        string path = Path.Combine(_folder, "changed.npz");
        Refused("Syx/Answer/Stimulus@Always is missing", archive => archive.GetEntry("Syx/Answer/Stimulus@Always.npy")!.Delete());
        Refused("Sx/Stimulus@Always/Stimulus@Always is missing", archive => archive.GetEntry("Sx/Stimulus@Always/Stimulus@Always.npy")!.Delete());
        Refused("More is no sum over datapoints of", archive => Write(archive, "More.npy", Npy("1, 1", 1)));
        Refused("Syx/Answer/Stimulus@Always is 1 x 2; expected 3 x 7", archive => Write(archive, "Syx/Answer/Stimulus@Always.npy", Npy("1, 2", 1, 2)));
        Refused("HalfSquares/Answer is NaN at [0, 0]", archive => Write(archive, "HalfSquares/Answer.npy", Npy("1, 1", double.NaN)));
        Refused("has 2.5; expected whole numbers", archive => Write(archive, "Datapoints.npy", Npy("1, 1", 2.5)));
        Refused("has -1; expected whole numbers from 0", archive => Write(archive, "Datapoints.npy", Npy("1, 1", -1)));
        Refused("it does not say of which network", archive => Write(archive, "Network.npy", Npy("3", 1, 2, 3)));

        void Refused(string expected, Action<ZipArchive> change)
        {
            Gathered(2).Save(path);
            using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Update))
            {
                change(archive);
            }

            Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => Sensory.Statistics.Load(path)).Message);
        }
    }

    [Fact]
    public void DistinctDatapointsThatCannotBeAreNamed()
    {
        string path = Path.Combine(_folder, "changed.npz");
        int[] zero = [0, 0];
        ManyIndices.Statistics saved = ManyIndices.Statistics.Gather(ManyIndices.Dataset.Create(zero, zero, zero, zero, new double[12], new double[14]));
        Refused("Distinct/First/Counts has 0.5", archive => Write(archive, "Distinct/First/Counts.npy", Npy("1, 1", 0.5)));
        Refused("Distinct/First/Counts is 9223372036854775807 x 1", archive => Write(archive, "Distinct/First/Counts.npy", Npy("9223372036854775807, 1")));
        Refused("Distinct/First/Counts has 0; expected whole numbers from 1", archive => Write(archive, "Distinct/First/Counts.npy", Npy("1, 1", 0)));
        Refused("Distinct/First/Counts is 2147483648 x 1; expected a number", archive => Write(archive, "Distinct/First/Counts.npy", Npy("2147483648, 1")));
        Refused("Distinct/First/Counts is 50000000 x 1; expected a number", archive => Write(archive, "Distinct/First/Counts.npy", Npy("50000000, 1")));
        Refused("Column 3 of Distinct/Second[0]/Features has 3", archive => Write(archive, "Distinct/Second[0]/Features.npy", Npy("1, 4", 0, 0, 0, 3)));
        Refused("Column 1 of Distinct/Second[0]/Features has -2", archive => Write(archive, "Distinct/Second[0]/Features.npy", Npy("1, 4", 0, -2, 0, 0)));
        Refused("Distinct/First/Targets is 1 x 3; expected 1 x 6", archive => Write(archive, "Distinct/First/Targets.npy", Npy("1, 3", 1, 2, 3)));
        Refused("Column 0 of Distinct/Second[0]/Features has 9", archive => Write(archive, "Distinct/Second[0]/Features.npy", Npy("1, 4", 9, 9, 9, 9)));

        void Refused(string expected, Action<ZipArchive> change)
        {
            saved.Save(path);
            using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Update))
            {
                change(archive);
            }

            Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => ManyIndices.Statistics.Load(path)).Message);
        }
    }

    [Fact]
    public void ASizeBelowZeroIsNamed()
    {
        string path = Path.Combine(_folder, "changed.safetensors");
        int[] zero = [0, 0];
        ManyIndices.Statistics.Gather(ManyIndices.Dataset.Create(zero, zero, zero, zero, new double[12], new double[14])).Save(path);
        byte[] bytes = File.ReadAllBytes(path);
        int length = (int)BitConverter.ToInt64(bytes);
        string header = System.Text.Encoding.UTF8.GetString(bytes, 8, length);
        int at = header.IndexOf("[1,1]", header.IndexOf("\"Distinct/First/Counts\"", StringComparison.Ordinal), StringComparison.Ordinal);
        byte[] changed = System.Text.Encoding.UTF8.GetBytes($"{header[..at]}[-5,1]{header[(at + 5)..]}");
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((long)changed.Length), .. changed, .. bytes[(8 + length)..]]);

        Assert.Contains("Distinct/First/Counts is -5 x 1", Assert.Throws<InvalidDataException>(() => ManyIndices.Statistics.Load(path)).Message);
    }

    private static Sensory.Statistics Gathered(int parts) => Sensory.Statistics.Merge(Enumerable.Range(0, parts).Select(part =>
    {
        Random random = new(part);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        return Sensory.Statistics.Gather(
            Sensory.Dataset.Create(Numbers(70), Numbers(40), [0, 1, 2, 0, 1, 2, 0, 1, 2, 0], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1], Numbers(30), Numbers(20)));
    }));

    private static void Write(ZipArchive archive, string name, byte[] content)
    {
        archive.GetEntry(name)?.Delete();
        using Stream stream = archive.CreateEntry(name).Open();
        stream.Write(content);
    }

    private static byte[] Npy(string shape, params double[] values)
    {
        string header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({shape}), }}".PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. System.Text.Encoding.ASCII.GetBytes(header), .. values.SelectMany(BitConverter.GetBytes)];
    }

    /// <summary>Nothing at all is a data set that is missing: the call compiles as it did before there were statistics.</summary>
    [Fact]
    public void NothingToTrainOnIsAMissingDataSet() => Assert.Equal("data", Assert.Throws<ArgumentNullException>(
        () => new ManyIndices(Gaussian.WithSigma(0.1), seed: 1).Train(null!, new TrainingOptions { Epochs = 1, StepSize = 0.1 })).ParamName);
}
