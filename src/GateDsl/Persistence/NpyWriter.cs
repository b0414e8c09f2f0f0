using System.Globalization;
using System.Text;

namespace GateDsl;

/// <summary>Writes an array as numpy.save does, version 1, rows after rows.</summary>
internal static class NpyWriter
{
    /// <summary>Numbers start at a multiple of this, so that they can be mapped.</summary>
    private const int Alignment = 64;

    public static void Write(Stream stream, StoredArray array)
    {
        stream.Write(Header(array));
        array.WriteTo(stream);
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
