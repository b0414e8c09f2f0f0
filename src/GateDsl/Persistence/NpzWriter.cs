using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace GateDsl;

/// <summary>Writes arrays as numpy.savez does: a zip archive, not compressed, of one .npy file for each. The same arrays give the same bytes.</summary>
internal static class NpzWriter
{
    /// <summary>Numbers start at a multiple of this, so that they can be mapped.</summary>
    private const int Alignment = 64;

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IEnumerable<StoredArray> arrays)
    {
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (StoredArray array in arrays)
        {
            ZipArchiveEntry entry = archive.CreateEntry(array.Name + ".npy", CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            using Stream content = entry.Open();
            content.Write(Header(array));
            array.WriteTo(content);
        }
    }

    private static byte[] Header(StoredArray array)
    {
        string sizes = string.Join(", ", array.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)));
        string shape = array.Shape.Length == 1 ? sizes + "," : sizes;
        string text = $"{{'descr': '{array.Type.Npy()}', 'fortran_order': False, 'shape': ({shape}), }}";
        int length = (10 + text.Length + Alignment) / Alignment * Alignment;
        byte[] header = new byte[length];
        new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)((length - 10) & 0xFF), (byte)((length - 10) >> 8) }
            .CopyTo(header, 0);
        header.AsSpan(10).Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, header.AsSpan(10));
        header[^1] = (byte)'\n';
        return header;
    }
}
