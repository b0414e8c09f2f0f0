using System.IO.Compression;

namespace GateDsl;

/// <summary>Writes arrays as numpy.savez does: a zip archive, not compressed, of one .npy file for each. The same arrays give the same bytes.</summary>
internal static class NpzWriter
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IEnumerable<StoredArray> arrays)
    {
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (StoredArray array in arrays)
        {
            ZipArchiveEntry entry = archive.CreateEntry(array.Name + ".npy", CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            using Stream content = entry.Open();
            NpyWriter.Write(content, array);
        }
    }
}
