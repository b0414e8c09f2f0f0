using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GateDsl.Wheels;

namespace GateDsl.Python.Tests.Wheels;

/// <summary>Wheels are what the format says: names, record, hashes; the same files give the same bytes.</summary>
public sealed class WheelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatedsl-wheels-").FullName;

    [Fact]
    public void TheRecordHasEveryFileWithItsHashAndSize()
    {
        string file = Write("one");

        Assert.Equal("my_nets-1.0.0-py3-none-linux_x86_64.whl", Path.GetFileName(file));
        using ZipArchive archive = ZipFile.OpenRead(file);
        Dictionary<string, byte[]> files = archive.Entries.ToDictionary(entry => entry.FullName, Read);
        string[] record = Encoding.UTF8.GetString(files["my_nets-1.0.0.dist-info/RECORD"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), record.Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Equal("my_nets-1.0.0.dist-info/RECORD", archive.Entries[^1].FullName);
        foreach (string[] parts in record.Select(line => line.Split(',')).Where(parts => !parts[0].EndsWith("/RECORD", StringComparison.Ordinal)))
        {
            string hash = Convert.ToBase64String(SHA256.HashData(files[parts[0]])).Replace('+', '-').Replace('/', '_').TrimEnd('=');
            Assert.Equal(("sha256=" + hash, files[parts[0]].Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), (parts[1], parts[2]));
        }

        string wheel = Encoding.UTF8.GetString(files["my_nets-1.0.0.dist-info/WHEEL"]);
        Assert.Contains("Tag: py3-none-linux_x86_64\n", wheel, StringComparison.Ordinal);
        Assert.Contains("Root-Is-Purelib: false\n", wheel, StringComparison.Ordinal);
        Assert.Contains("Requires-Dist: numpy", Encoding.UTF8.GetString(files["my_nets-1.0.0.dist-info/METADATA"]), StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameFilesGiveTheSameBytes()
    {
        byte[] first = File.ReadAllBytes(Write("one"));
        Thread.Sleep(TimeSpan.FromSeconds(2.1));
        Assert.Equal(first, File.ReadAllBytes(Write("two")));
    }

    [Fact]
    public void AMissingSettingIsNamed()
    {
        string settings = Path.Combine(_folder, "settings.txt");
        File.WriteAllText(settings, "module = contexts\n");
        using StringWriter error = new();

        Assert.Equal(2, new WheelCommand(error).Run(["library", settings]));
        Assert.Contains("runtime", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, new WheelCommand(error).Run(["libary", settings]));
        Assert.Equal(2, new WheelCommand(error).Run(["library", settings + ".none"]));
        Assert.Equal(2, new WheelCommand(error).Run([]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private string Write(string folder)
    {
        WheelFile wheel = new(new Distribution("My.-Nets", "1.0.0", "Two\nlines"), "py3-none-linux_x86_64");
        wheel.Add("my_nets/__init__.py", "# öffentlich\n");
        wheel.Add("my_nets/lib.so", [1, 2, 3]);
        wheel.Add("a.py", "");
        return wheel.Write(Path.Combine(_folder, folder));
    }
}
