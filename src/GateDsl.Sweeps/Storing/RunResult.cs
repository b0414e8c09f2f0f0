using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GateDsl.Sweeps;

/// <summary>What came out of a run, as its file has it: a line of JSON that ends with a checksum of all before.</summary>
/// <param name="Run">Which.</param>
/// <param name="Names">Of the numbers.</param>
/// <param name="Values">By name.</param>
/// <param name="Files">Names of the files it left, in order.</param>
internal sealed record RunResult(int Run, string[] Names, double[] Values, string[] Files)
{
    private const string CheckMark = ",\"check\":\"";
    private const string End = "\"}\n";
    private const int CheckDigits = 16;

    /// <summary>A plus sign stays one; the file is not part of a page.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The number of a name, if there is one.</summary>
    public double? Find(string name) => Array.IndexOf(Names, name) is int i and >= 0 ? Values[i] : null;

    /// <summary>The bytes of the file; the same whoever ran it.</summary>
    public byte[] ToBytes(string fingerprint)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("plan", fingerprint);
            writer.WriteNumber("run", Run);
            writer.WriteStartObject("values");
            for (int i = 0; i < Names.Length; i++)
            {
                // JSON has no infinities; a string holds every number, and all its bits.
                writer.WriteString(Names[i], Values[i].ToString("R", CultureInfo.InvariantCulture));
            }

            writer.WriteEndObject();
            writer.WriteStartArray("files");
            foreach (string file in Files)
            {
                writer.WriteStringValue(file);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        ReadOnlySpan<byte> body = buffer.WrittenSpan[..^1];
        string check = Check(body).ToString("x16", CultureInfo.InvariantCulture);
        return [.. body, .. Encoding.UTF8.GetBytes(CheckMark + check + End)];
    }

    /// <summary>Reads a file; null: it is not whole, or no result.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="run">Which run it should be.</param>
    /// <param name="fingerprint">Of the plan it should be of.</param>
    /// <exception cref="WrongUseException">It is the result of another plan.</exception>
    public static RunResult? FromBytes(ReadOnlySpan<byte> bytes, int run, string fingerprint)
    {
        int tail = CheckMark.Length + CheckDigits + End.Length;
        if (bytes.Length <= tail)
        {
            return null;
        }

        ReadOnlySpan<byte> body = bytes[..^tail];
        string expected = CheckMark + Check(body).ToString("x16", CultureInfo.InvariantCulture) + End;
        if (Encoding.UTF8.GetString(bytes[^tail..]) != expected)
        {
            return null;
        }

        string? plan = null;
        int number = -1;
        List<string> names = [];
        List<double> values = [];
        List<string> files = [];
        Utf8JsonReader reader = new(bytes);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("plan"u8))
            {
                reader.Read();
                plan = reader.GetString();
            }
            else if (reader.ValueTextEquals("run"u8))
            {
                reader.Read();
                number = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("values"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    names.Add(string.Intern(reader.GetString()!));
                    reader.Read();
                    values.Add(double.Parse(reader.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture));
                }
            }
            else if (reader.ValueTextEquals("files"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    files.Add(reader.GetString()!);
                }
            }
        }

        return plan != fingerprint
            ? throw new WrongUseException($"The file of run {run} is the result of another plan ({plan}).")
            : number == run ? new RunResult(run, [.. names], [.. values], [.. files]) : null;
    }

    /// <summary>FNV-1a of 64 bits: enough to tell a torn file from a whole one.</summary>
    private static ulong Check(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037;
        foreach (byte value in bytes)
        {
            hash = (hash ^ value) * 1099511628211;
        }

        return hash;
    }
}
