using System.IO.Compression;
using System.Text;

namespace GateDsl.Numerics.Tests.Training;

/// <summary>Weights to files and back, and files that do not fit.</summary>
public sealed class WeightFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("w.npz")]
    [InlineData("w.safetensors")]
    public void WhatIsSavedIsLoadedToTheBit(string name)
    {
        string path = At(name);
        Trainee network = new(Gaussian.WithSigma(0.3), 5);
        Deep deep = new(Gaussian.WithSigma(0.3), 5);
        Trainee.ReluTwin twin = new(Gaussian.WithSigma(0.3), 5);

        network.Save(path);
        Assert.Equal(Bits(network.Weights), Bits(Trainee.Load(path).Weights));
        deep.Save(path);
        Assert.Equal(Bits(deep.Weights), Bits(Deep.Load(path).Weights));
        twin.Save(path);
        Assert.Equal(Bits(twin.Weights), Bits(Trainee.ReluTwin.Load(path).Weights));
        Assert.Equal([Path.GetFileName(path)], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void TheSameWeightsGiveTheSameBytes()
    {
        new Deep(Gaussian.WithSigma(0.3), 5).Save(At("a.npz"));
        new Deep(Gaussian.WithSigma(0.3), 5).Save(At("b.npz"));

        Assert.Equal(File.ReadAllBytes(At("a.npz")), File.ReadAllBytes(At("b.npz")));
    }

    [Fact]
    public void WeightsHaveTheirFullNamesAndShapes()
    {
        Deep deep = new(Gaussian.WithSigma(0.3), 5);

        Assert.Equal(
            ["StimulusToLow: 6 x 3", "LowToHigh[0]: 4 x 6", "LowToHigh[1]: 4 x 6", "StimulusToAnswer: 2 x 3", "HighToAnswer[0]: 2 x 4",
                "HighToAnswer[1]: 2 x 4"],
            deep.Weights.Select(edge => edge.ToString()).OrderBy(text => Array.FindIndex(Order, text.StartsWith)));
        deep.Weights.Single(edge => edge.Name == "LowToHigh[1]").Values[2, 3] = 7;
        Assert.Equal(7, deep.LowToHigh[1][2, 3]);
    }

    /// <summary>What a divergence left; the earlier file stays.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void WeightsThatCannotBeLoadedAreNotSaved(double value)
    {
        Deep deep = new(Gaussian.WithSigma(0.3), 5);
        deep.Save(At("w.npz"));
        byte[] before = File.ReadAllBytes(At("w.npz"));
        deep.Weights.Single(edge => edge.Name == "LowToHigh[1]").Values[2, 3] = (float)value;

        string said = Assert.Throws<InvalidOperationException>(() => deep.Save(At("w.npz"))).Message;

        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"LowToHigh[1] is {value} at [2, 3]"), said, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(At("w.npz")));
    }

    [Theory]
    [InlineData("weights.bin")]
    [InlineData("weights")]
    public void AnotherEndingIsRefused(string name)
    {
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => new Deep(Gaussian.WithSigma(1), 1).Save(At(name))).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => Deep.Load(At(name))).ParamName);
    }

    [Fact]
    public void AFileThatIsNotThereIsNotFound() => Assert.Throws<FileNotFoundException>(() => Deep.Load(At("none.npz")));

    [Fact]
    public void AnotherNetworksFileIsRefusedByName()
    {
        new Trainee(Gaussian.WithSigma(1), 1).Save(At("w.npz"));

        Assert.Contains("ItemToCommon is none of the network's weights", Refused(At("w.npz")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StimulusToLow", "is missing")]
    [InlineData("HighToAnswer[1]", "is missing")]
    public void AMissingWeightIsNamed(string weight, string message)
    {
        Rewrite(weight, _ => null);

        Assert.Contains($"{weight} {message}", Refused(At("w.npz")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(6, 3)", "(3, 6)", "StimulusToLow is 3 x 6; expected 6 x 3")]
    [InlineData("(6, 3)", "(18,)", "StimulusToLow is 18; expected 6 x 3")]
    [InlineData("(6, 3)", "(99999999999, 99999999999)", "StimulusToLow is 99999999999 x 99999999999")]
    [InlineData("(6, 3)", "(99999999999999999999, 3)", "StimulusToLow has an axis of '99999999999999999999'")]
    [InlineData("(6, 3)", "()", "StimulusToLow is a single number")]
    [InlineData("<f4", "<i4", "StimulusToLow holds numbers of type <i4")]
    [InlineData("<f4", "<f2", "StimulusToLow holds numbers of type <f2")]
    [InlineData("<f4", "|O", "StimulusToLow holds numbers of type |O")]
    [InlineData("<f4", "<f8", "StimulusToLow is cut off")]
    [InlineData("descr", "desrc", "StimulusToLow has a header that is not of an array of numbers")]
    [InlineData("NUMPY", "NUMPI", "StimulusToLow is no array in .npy format")]
    public void ALyingHeaderIsRefused(string from, string to, string message)
    {
        Rewrite("StimulusToLow", bytes => Replaced(bytes, from, to));

        Assert.Contains(message, Refused(At("w.npz")), StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersThatAreNoneAreNamed()
    {
        Rewrite("LowToHigh[1]", bytes =>
        {
            BitConverter.GetBytes(float.PositiveInfinity).CopyTo(bytes, bytes.Length - 4);
            return bytes;
        });

        Assert.Contains("LowToHigh[1] is", Refused(At("w.npz")), StringComparison.Ordinal);
        Assert.Contains("at [3, 5]; it must be finite", Refused(At("w.npz")), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatGoesOnIsRefused()
    {
        Rewrite("StimulusToLow", bytes => [.. bytes, 0]);

        Assert.Contains("StimulusToLow goes on after", Refused(At("w.npz")), StringComparison.Ordinal);
    }

    [Fact]
    public void AnArchiveThatGrowsAThousandfoldIsNotUnpacked()
    {
        using (ZipArchive archive = new(File.Create(At("w.npz")), ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry("StimulusToLow.npy", CompressionLevel.SmallestSize).Open();
            entry.Write("\x93NUMPY\u0001\0"u8[1..]);
            for (int i = 0; i < 200; i++)
            {
                entry.Write(new byte[1 << 20]);
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(At("w.npz"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void EveryPrefixAndEveryFlippedByteIsRefusedOrRead()
    {
        foreach (string name in new[] { "w.npz", "w.safetensors" })
        {
            new Deep(Gaussian.WithSigma(0.3), 5).Save(At(name));
            byte[] bytes = File.ReadAllBytes(At(name));
            Random random = new(7);
            for (int i = 0; i < 400; i++)
            {
                byte[] changed = (byte[])bytes.Clone();
                if (i % 2 == 0)
                {
                    changed = changed[..random.Next(bytes.Length)];
                }
                else
                {
                    changed[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                File.WriteAllBytes(At(name), changed);
                Exception? refused = Record.Exception(() => Deep.Load(At(name)));
                Assert.True(refused is null or InvalidDataException, $"{name}, change {i}: {refused}");
            }
        }
    }

    [Theory]
    [InlineData("{\"StimulusToLow\":{\"dtype\":\"F32\",\"shape\":[6,3],\"data_offsets\":[0,9223372036854775807]}}", "lies outside the file")]
    [InlineData("{\"StimulusToLow\":{\"dtype\":\"F32\",\"shape\":[6,3],\"data_offsets\":[-8,8]}}", "lies outside the file")]
    [InlineData("{\"StimulusToLow\":{\"dtype\":\"F32\"}}", "header is not that of a safetensors file")]
    [InlineData("[1, 2", "header is not that of a safetensors file")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}", "a twice")]
    public void AHostileSafetensorsHeaderIsRefused(string json, string message)
    {
        byte[] text = Encoding.UTF8.GetBytes(json);
        File.WriteAllBytes(At("w.safetensors"), [.. BitConverter.GetBytes((ulong)text.Length), .. text, .. new byte[64]]);

        Assert.Contains(message, Refused(At("w.safetensors")), StringComparison.Ordinal);
    }

    [Fact]
    public void AHugeHeaderIsNotAllocated()
    {
        File.WriteAllBytes(At("w.safetensors"), [.. BitConverter.GetBytes(ulong.MaxValue), .. new byte[64]]);

        Assert.Contains("its header claims 18446744073709551615 bytes", Refused(At("w.safetensors")), StringComparison.Ordinal);
    }

    private static readonly string[] Order = ["StimulusToLow", "LowToHigh[0]", "LowToHigh[1]", "StimulusToAnswer", "HighToAnswer[0]", "HighToAnswer[1]"];

    private static IEnumerable<double> Bits<T>(IReadOnlyList<EdgeWeights<T>> weights)
        where T : struct, System.Numerics.INumber<T>
    {
        List<double> bits = [];
        foreach (EdgeWeights<T> edge in weights)
        {
            foreach (T value in edge.Values)
            {
                bits.Add(double.CreateChecked(value));
            }
        }

        return bits;
    }

    private static byte[] Replaced(byte[] bytes, string from, string to)
    {
        string text = Encoding.Latin1.GetString(bytes);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        string changed = text[..at] + to + text[(at + from.Length)..];

        // Spaces fill the header to its length.
        int difference = to.Length - from.Length;
        int end = changed.IndexOf('\n', StringComparison.Ordinal);
        changed = difference >= 0 ? changed.Remove(end - difference, difference) : changed.Insert(end, new string(' ', -difference));
        return Encoding.Latin1.GetBytes(changed);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private static string Refused(string path)
    {
        string message = Assert.Throws<InvalidDataException>(() => Deep.Load(path)).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        return message;
    }

    private void Rewrite(string weight, Func<byte[], byte[]?> change)
    {
        new Deep(Gaussian.WithSigma(0.3), 5).Save(At("w.npz"));
        using ZipArchive archive = ZipFile.Open(At("w.npz"), ZipArchiveMode.Update);
        ZipArchiveEntry entry = archive.GetEntry(weight + ".npy")!;
        using MemoryStream content = new();
        using (Stream stream = entry.Open())
        {
            stream.CopyTo(content);
        }

        entry.Delete();
        if (change(content.ToArray()) is { } changed)
        {
            using Stream stream = archive.CreateEntry(weight + ".npy").Open();
            stream.Write(changed);
        }
    }
}
