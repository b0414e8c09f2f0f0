using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace GateDsl;

/// <summary>The arrays of an archive of .npy files, plain or compressed, as numpy.savez and numpy.savez_compressed write it.</summary>
internal static partial class NpzReader
{
    private const string Ending = ".npy";

    /// <summary>numpy itself reads no longer header unless told to.</summary>
    private const int LongestHeader = 10_000;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <param name="archive">The open archive.</param>
    /// <param name="most">How many arrays it may have.</param>
    /// <exception cref="InvalidDataException">It is damaged, or holds something else.</exception>
    public static IReadOnlyList<FoundArray> Find(ZipArchive archive, int most)
    {
        if (archive.Entries.Count > most)
        {
            throw new InvalidDataException($"it holds {archive.Entries.Count} entries, and at most {most} are expected");
        }

        return [.. archive.Entries.Select(Find)];
    }

    [GeneratedRegex(
        """
        \A\{ \s* (?: '(?<key>[a-z_]+)' \s*:\s* (?<value> '[^']*' | True | False | \([0-9L,\s]*\) ) \s* (?: , \s* | (?=\}) ) ){3} \} \s* \z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Dictionary();

    private static FoundArray Find(ZipArchiveEntry entry)
    {
        if (!entry.FullName.EndsWith(Ending, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"it holds '{entry.FullName}', which is no .npy file");
        }

        string name = entry.FullName[..^Ending.Length];
        using Stream stream = entry.Open();
        Span<byte> start = stackalloc byte[12];
        int read = stream.ReadAtLeast(start[..10], 10, throwOnEndOfStream: false);
        if (read < 10 || !start[..6].SequenceEqual(Magic) || start[6] is < 1 or > 3)
        {
            throw new InvalidDataException($"{name} is no array in .npy format");
        }

        int before = 10;
        long length = BinaryPrimitives.ReadUInt16LittleEndian(start[8..]);
        if (start[6] > 1)
        {
            stream.ReadExactly(start[10..12]);
            (before, length) = (12, BinaryPrimitives.ReadUInt32LittleEndian(start[8..]));
        }

        if (length > LongestHeader)
        {
            throw new InvalidDataException($"{name} claims a header of {length} bytes");
        }

        byte[] text = new byte[length];
        stream.ReadExactly(text);
        Match header = Dictionary().Match(Encoding.Latin1.GetString(text));
        Dictionary<string, string> entries = [];
        for (int i = 0; i < header.Groups["key"].Captures.Count; i++)
        {
            entries[header.Groups["key"].Captures[i].Value] = header.Groups["value"].Captures[i].Value;
        }

        if (!header.Success || !entries.TryGetValue("descr", out string? descr) || !entries.TryGetValue("shape", out string? shape)
            || !entries.TryGetValue("fortran_order", out string? order) || descr[0] != '\'' || shape[0] != '(' || order[0] is not ('T' or 'F'))
        {
            throw new InvalidDataException($"{name} has a header that is not of an array of numbers");
        }

        descr = descr.Trim('\'');
        return new FoundArray(name, Sizes(name, shape), descr, ElementTypes.FromNpy(descr), descr.StartsWith('>'), order == "True", () => Numbers(entry, before + length));
    }

    private static long[] Sizes(string name, string shape) =>
    [
        .. shape[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
            long.TryParse(part.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out long size)
                ? size
                : throw new InvalidDataException($"{name} has an axis of '{part}'")),
    ];

    private static Stream Numbers(ZipArchiveEntry entry, long start)
    {
        Stream stream = entry.Open();
        stream.ReadExactly(new byte[start]);
        return stream;
    }
}
