using System.Buffers.Binary;
using System.Text;
using GateDsl.Numerics.Tests.Training;

namespace GateDsl.Numerics.Tests.Statistics;

/// <summary>Rows of .npy files, some at a time, and the sums that are gathered over them.</summary>
public sealed class NpyRowsTests : IDisposable
{
    private const int Datapoints = 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("rows").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void SumsOverBlocksOfAFileTrainLikeAllOfIt()
    {
        Random random = new(3);
        double[] pixels = [.. Enumerable.Range(0, 40 * Datapoints).Select(_ => random.NextDouble() - 0.5)];
        double[] digits = [.. Enumerable.Range(0, 6 * Datapoints).Select(_ => random.NextDouble() - 0.5)];
        Write("x.npy", "<f8", "(1000, 40)", pixels);
        Write("y.npy", "<f8", "(1000, 6)", digits);

        Images.Statistics merged = Gather(size: 130);
        merged.Save(At("once.npz"));
        Gather(size: 130).Save(At("twice.npz"));

        TrainingOptions options = new() { Epochs = 200, StepSize = 0.1, LossScale = LossScale.Mean };
        double[] expected = new Images(Gaussian.WithSigma(0.1), 3).Train(
            Images.Dataset.Create(pixels, digits), options with { Method = TrainingMethod.Batch }).Loss;
        double[] found = new Images(Gaussian.WithSigma(0.1), 3).Train(merged, options).Loss;
        Assert.Equal(Datapoints, merged.Count);
        Assert.True(expected[^1] < 0.99 * expected[0]);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-11 * expected[0]));
        Assert.Equal(File.ReadAllBytes(At("once.npz")), File.ReadAllBytes(At("twice.npz")));
    }

    [NumpyFact]
    public void EveryKindOfNumberOfNumpyIsRead()
    {
        foreach (string type in (string[])["<f4", "<f8", ">f8", "<i4", ">i4", "<i8", "u1", "bool"])
        {
            string file = At("a.npy");
            (int exitCode, string output) = NumpyFactAttribute.Run(
                "import sys, numpy; numpy.save(sys.argv[1], (numpy.arange(12).reshape(6, 2) % 7 % (2 if sys.argv[2] == 'bool' else 9)).astype(sys.argv[2]))",
                    file, type);
            Assert.True(exitCode == 0, output);
            using NpyRows rows = NpyRows.Open(file);
            double[] expected = [.. Enumerable.Range(0, 12).Select(i => (double)(i % 7 % (type == "bool" ? 2 : 9)))];

            Assert.Equal((6, 2), (rows.Count, rows.Width));
            Assert.Equal(expected[4..10], rows.Read<double>(2, 3));
            Assert.Equal([.. expected.Select(value => (int)value)], rows.Read<int>(0, 6));
            Assert.Equal([.. expected[10..].Select(value => (float)value)], rows.Read<float>(5, 1));
            Assert.Empty(rows.Read<float>(6, 0));
        }
    }

    [Theory]
    [InlineData("<c16", "(1000, 1)", false, "type <c16")]
    [InlineData("<f8", "(10, 10, 20)", false, "10 x 10 x 20")]
    [InlineData("<f8", "(40, 50)", true, "numpy.ascontiguousarray")]
    [InlineData("<f8", "(1001, 2)", false, "its header claims 16016")]
    [InlineData("<f8", "(9223372036854775807, 9)", false, "its header claims")]
    public void OtherArraysAreRefusedByWhatTheyAre(string type, string shape, bool isFortranOrder, string reason)
    {
        Write("a.npy", type, shape, new double[2000], isFortranOrder);

        string message = Assert.Throws<InvalidDataException>(() => NpyRows.Open(At("a.npy"))).Message;

        Assert.StartsWith(At("a.npy"), message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoFileOfNumpyIsRefused()
    {
        File.WriteAllText(At("a.npy"), "1,2,3");
        Assert.Contains("no array", Assert.Throws<InvalidDataException>(() => NpyRows.Open(At("a.npy"))).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => NpyRows.Open(At("b.npy")));
    }

    [Fact]
    public void RowsOutsideAndNumbersThatAreNoIndicesAreRefused()
    {
        Write("a.npy", "<f8", "(4,)", [1, 2, 2.5, 3e9]);
        using NpyRows rows = NpyRows.Open(At("a.npy"));

        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Read<double>(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Read<double>(-1, 2));
        Assert.Equal([1, 2], rows.Read<int>(0, 2));
        Assert.Contains("2.5 in row 2", Assert.Throws<InvalidDataException>(() => rows.Read<int>(1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("3000000000 in row 3", Assert.Throws<InvalidDataException>(() => rows.Read<int>(3, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("16 bits", Assert.Throws<InvalidDataException>(() => rows.Read<short>(3, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => rows.Read<byte>(2, 1));
        Assert.Equal([3_000_000_000], rows.Read<long>(3, 1));
        Assert.Equal([(0L, 3), (3L, 1)], NpyRows.Blocks(4, 3));
    }

    private Images.Statistics Gather(int size)
    {
        using NpyRows pixels = NpyRows.Open(At("x.npy")), digits = NpyRows.Open(At("y.npy"));
        Images.Statistics? all = null;
        foreach ((long first, int count) in NpyRows.Blocks(pixels.Count, size))
        {
            Images.Statistics block = Images.Statistics.Gather(Images.Dataset.Create(pixels.Read<double>(first, count), digits.Read<double>(first, count)));
            all = all is null ? block : Images.Statistics.Merge([all, block]);
        }

        return all!;
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Write(string name, string type, string shape, double[] values, bool isFortranOrder = false)
    {
        string text = $"{{'descr': '{type}', 'fortran_order': {(isFortranOrder ? "True" : "False")}, 'shape': {shape}, }}\n";
        byte[] bytes = new byte[10 + text.Length + (8 * values.Length)];
        ((ReadOnlySpan<byte>)[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)text.Length, 0]).CopyTo(bytes);
        Encoding.ASCII.GetBytes(text, bytes.AsSpan(10));
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(10 + text.Length + (8 * i)), values[i]);
        }

        File.WriteAllBytes(At(name), bytes);
    }
}
