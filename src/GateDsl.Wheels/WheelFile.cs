using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace GateDsl.Wheels;

/// <summary>
/// A wheel (binary distribution format 1.0): a zip archive of files, what the distribution says of itself, and a record of every file's hash. The
/// same files give the same bytes: entries are in ordinal order and have one time.
/// </summary>
/// <param name="distribution">What it says of itself.</param>
/// <param name="tag">Whom it is for: python-abi-platform, py3-none-any.</param>
internal sealed class WheelFile(Distribution distribution, string tag)
{
    /// <summary>A regular file that its owner may write and everybody read, as archives hold it.</summary>
    private const int FileMode = 0b1000_000_110_100_100 << 16;

    /// <summary>The time of every file in every package of the project.</summary>
    private static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>The name that installers want it to have.</summary>
    public string Name => $"{distribution.FileName}-{distribution.Version}-{tag}.whl";

    private string Info => $"{distribution.FileName}-{distribution.Version}.dist-info";

    /// <summary>Adds a file.</summary>
    /// <param name="path">In the folder that Python imports from, with /.</param>
    /// <param name="content">Its bytes.</param>
    public void Add(string path, byte[] content) => _files.Add(path, content);

    /// <summary>Adds a text file in UTF-8.</summary>
    /// <param name="path">In the folder that Python imports from, with /.</param>
    /// <param name="text">Its text; lines end in \n.</param>
    public void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="folder">Where to; made where it is not there.</param>
    /// <returns>The file.</returns>
    public string Write(string folder)
    {
        SortedDictionary<string, byte[]> all = new(_files, StringComparer.Ordinal)
        {
            [$"{Info}/METADATA"] = Encoding.UTF8.GetBytes(distribution.Metadata()),
            [$"{Info}/WHEEL"] = Encoding.UTF8.GetBytes(Header()),
        };
        string recordPath = $"{Info}/RECORD";
        string record = Record(all, recordPath);

        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, Name);
        string unfinished = file + ".part";
        using (FileStream stream = File.Create(unfinished))
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            foreach ((string path, byte[] content) in all)
            {
                Add(archive, path, content);
            }

            // Last, as the format recommends.
            Add(archive, recordPath, Encoding.UTF8.GetBytes(record));
        }

        File.Move(unfinished, file, overwrite: true);
        return file;
    }

    /// <summary>A line a file: path, hash, size; of the record itself the path alone.</summary>
    private static string Record(SortedDictionary<string, byte[]> files, string recordPath)
    {
        StringBuilder record = new();
        foreach ((string path, byte[] content) in files)
        {
            record.Append(CultureInfo.InvariantCulture, $"{path},sha256={Base64Url.EncodeToString(SHA256.HashData(content))},{content.Length}\n");
        }

        return record.Append(CultureInfo.InvariantCulture, $"{recordPath},,\n").ToString();
    }

    private static void Add(ZipArchive archive, string path, byte[] content)
    {
        ZipArchiveEntry entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        entry.ExternalAttributes = FileMode;
        using Stream stream = entry.Open();
        stream.Write(content);
    }

    private string Header() => $"""
        Wheel-Version: 1.0
        Generator: gatedsl {typeof(WheelFile).Assembly.GetName().Version!.ToString(fieldCount: 3)}
        Root-Is-Purelib: {(tag.EndsWith("-any", StringComparison.Ordinal) ? "true" : "false")}
        Tag: {tag}

        """.ReplaceLineEndings("\n");
}
