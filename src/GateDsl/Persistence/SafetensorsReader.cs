using System.Buffers.Binary;
using System.Text.Json;

namespace GateDsl;

/// <summary>The arrays of a safetensors file.</summary>
internal static class SafetensorsReader
{
    /// <summary>What the description of one array may take: its name, its type, two axes and two offsets.</summary>
    private const int BytesOfEntry = 1024;

    /// <param name="file">The open file.</param>
    /// <param name="most">How many arrays it may have.</param>
    /// <exception cref="InvalidDataException">It is damaged, or holds something else.</exception>
    public static IReadOnlyList<FoundArray> Find(FileStream file, int most)
    {
        Span<byte> start = stackalloc byte[sizeof(ulong)];
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length)
        {
            throw new InvalidDataException("it is too short for a safetensors file");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(start);
        ulong longest = (ulong)Math.Min(file.Length - sizeof(ulong), ((most + 16L) * BytesOfEntry) + (1 << 16));
        if (length > longest)
        {
            throw new InvalidDataException($"its header claims {length} bytes, and at most {longest} are expected");
        }

        byte[] text = new byte[length];
        file.ReadExactly(text);
        long data = sizeof(ulong) + (long)length;
        List<FoundArray> arrays = [];
        try
        {
            using JsonDocument header = JsonDocument.Parse(text);
            foreach (JsonProperty entry in header.RootElement.EnumerateObject())
            {
                if (entry.Name != "__metadata__")
                {
                    arrays.Add(Find(file.Name, entry.Name, entry.Value, data, file.Length - data));
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException("its header is not that of a safetensors file");
        }

        return arrays;
    }

    private static FoundArray Find(string file, string name, JsonElement entry, long data, long available)
    {
        string dtype = entry.GetProperty("dtype").GetString() ?? "";
        long[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        long[] offsets = [.. entry.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        if (offsets is not [long first, long end] || first < 0 || end < first || end > available)
        {
            throw new InvalidDataException($"{name} lies outside the file");
        }

        if (shape.Any(size => size < 0))
        {
            throw new InvalidDataException($"{name} is {string.Join(" x ", shape)}; no size is below zero");
        }

        return new FoundArray(name, shape, dtype, ElementTypes.FromSafetensors(dtype), false, false, () => new Stretch(file, data + first, end - first));
    }

    /// <summary>Some bytes of a file.</summary>
    private sealed class Stretch : Stream
    {
        private readonly FileStream _file;
        private long _left;

        public Stretch(string file, long first, long length)
        {
            _file = File.OpenRead(file);
            _file.Position = first;
            _left = length;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = _file.Read(buffer, offset, (int)Math.Min(count, _left));
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _file.Dispose();
            base.Dispose(disposing);
        }
    }
}
