using System.Buffers.Binary;
using System.Text;

namespace GateDsl.Tests.Identifying.Saving;

/// <summary>Gates that come with the data, as a file that NumPy reads: its bytes are read here by what NumPy says of its format.</summary>
public sealed class SavedGatesTests
{
    [Fact]
    public void AFileHasEveryGateAtEveryDatapoint()
    {
        IdentificationData data = IdentificationData.Of(5).Dense("X", 2, [1, 0, 2, 1, 3, -1, 4, 2, -5, 1]);
        LayerRecordings recordings = new(data);
        recordings.Add(new[,] { { true, true, false, false, true }, { true, true, false, false, true }, { false, true, true, true, false } }, [2, 2, 1]);
        IdentificationResult found = Identification.Of(recordings, data, new() { Modules = 2, Starts = 8, Repetitions = 1 });
        bool[][] expected = [.. found.Modules.Select(module => module.Gate.ToArray())];
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".npy");
        try
        {
            found.SaveGates(path);

            byte[] file = File.ReadAllBytes(path);
            Assert.Equal([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0], file[..8]);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
            string header = Encoding.ASCII.GetString(file, 10, length);
            Assert.Contains("'descr': '<f8'", header, StringComparison.Ordinal);
            Assert.Contains("'fortran_order': False", header, StringComparison.Ordinal);
            Assert.Contains("'shape': (5, 2)", header, StringComparison.Ordinal);
            Assert.Equal(10 + length + (8 * 5 * 2), file.Length);
            for (int n = 0; n < 5; n++)
            {
                for (int gate = 0; gate < 2; gate++)
                {
                    Assert.Equal(expected[gate][n] ? 1 : 0, BinaryPrimitives.ReadDoubleLittleEndian(file.AsSpan(10 + length + (8 * ((2 * n) + gate)))));
                }
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void GatesThatTheDeclarationSaysAreNotSaved()
    {
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]);
        LayerRecordings recordings = new(data);
        recordings.Add(new[,] { { true, false } }, [1]);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".npy");

        IdentificationResult found = Identification.Of(recordings, data, new() { Repetitions = 1 });
        Assert.Equal("The declaration says its gates itself: there are none to save.",
            Assert.Throws<InvalidOperationException>(() => found.SaveGates(path)).Message);
        Assert.Equal("path", Assert.Throws<ArgumentNullException>(() => found.SaveGates(null!)).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => found.SaveGates("")).ParamName);
        Assert.False(File.Exists(path));
    }
}
