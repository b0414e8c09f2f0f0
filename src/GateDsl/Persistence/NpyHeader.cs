using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GateDsl;

/// <summary>What stands before the numbers of a .npy file, versions 1 to 3.</summary>
/// <param name="Shape">Sizes of the axes.</param>
/// <param name="TypeName">What the numbers are, in numpy's words: "&lt;f8".</param>
/// <param name="IsFortranOrder">The first axis is the fastest.</param>
/// <param name="Length">Bytes before the numbers.</param>
internal sealed partial record NpyHeader(long[] Shape, string TypeName, bool IsFortranOrder, long Length)
{
    /// <summary>numpy itself reads no longer header unless told to.</summary>
    private const int Longest = 10_000;

    public bool IsBigEndian => TypeName.StartsWith('>');

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <param name="name">What the array is called in messages.</param>
    /// <param name="stream">At its start.</param>
    /// <exception cref="InvalidDataException">It is damaged, or holds something else.</exception>
    public static NpyHeader Read(string name, Stream stream)
    {
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

        if (length > Longest)
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

        return new NpyHeader(Sizes(name, shape), descr.Trim('\''), order == "True", before + length);
    }

    [GeneratedRegex(
        """
        \A\{ \s* (?: '(?<key>[a-z_]+)' \s*:\s* (?<value> '[^']*' | True | False | \([0-9L,\s]*\) ) \s* (?: , \s* | (?=\}) ) ){3} \} \s* \z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Dictionary();

    private static long[] Sizes(string name, string shape) =>
    [
        .. shape[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
            long.TryParse(part.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out long size)
                ? size
                : throw new InvalidDataException($"{name} has an axis of '{part}'")),
    ];
}
