using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace GateDsl;

/// <summary>Writes arrays in the safetensors format: the length of a header, the header in JSON, the numbers of all arrays.</summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    public static void Write(Stream stream, IReadOnlyList<StoredArray> arrays)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            long offset = 0;
            foreach (StoredArray array in arrays)
            {
                json.WriteStartObject(array.Name);
                json.WriteString("dtype", array.Type.Safetensors());
                WriteNumbers(json, "shape", [.. array.Shape.Select(size => (long)size)]);
                WriteNumbers(json, "data_offsets", [offset, offset + array.Bytes]);
                json.WriteEndObject();
                offset += array.Bytes;
            }

            json.WriteEndObject();
        }

        int length = (text.WrittenCount + Alignment - 1) / Alignment * Alignment;
        byte[] header = new byte[sizeof(ulong) + length];
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)length);
        header.AsSpan(sizeof(ulong)).Fill((byte)' ');
        text.WrittenSpan.CopyTo(header.AsSpan(sizeof(ulong)));
        stream.Write(header);
        foreach (StoredArray array in arrays)
        {
            array.WriteTo(stream);
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
