using System.Buffers.Binary;
using System.Text;

namespace GateDsl.Benchmarks.Peers;

/// <summary>The section of a 64-bit little-endian ELF library that lists the symbol versions it needs from other libraries.</summary>
internal static class ElfVersionNeeds
{
    private const uint NeedsSection = 0x6ffffffe;   // SHT_GNU_verneed
    private const ushort Weak = 2;                  // VER_FLG_WEAK

    /// <summary>Marks the need for a version as weak. False: no such need, or it was weak already.</summary>
    /// <param name="image">The library, changed in place.</param>
    /// <param name="version">As in GLIBCXX_3.4.32.</param>
    public static bool MarkWeak(Span<byte> image, string version)
    {
        int sections = (int)BinaryPrimitives.ReadUInt64LittleEndian(image[0x28..]);
        int sectionSize = Short(image, 0x3a);
        for (int i = 0; i < Short(image, 0x3c); i++)
        {
            int header = sections + (i * sectionSize);
            if (Word(image, header + 4) == NeedsSection)
            {
                int names = Offset(image, sections + ((int)Word(image, header + 0x28) * sectionSize));
                return MarkWeak(image, Offset(image, header), names, version);
            }
        }

        return false;
    }

    /// <summary>Libraries are a chain of Verneed records, the versions needed from one a chain of Vernaux records.</summary>
    private static bool MarkWeak(Span<byte> image, int library, int names, string version)
    {
        while (true)
        {
            int need = library + (int)Word(image, library + 8);
            for (int left = Short(image, library + 2); left > 0; left--)
            {
                ushort flags = Short(image, need + 4);
                if ((flags & Weak) == 0 && IsText(image[(names + (int)Word(image, need + 8))..], version))
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(image[(need + 4)..], (ushort)(flags | Weak));
                    return true;
                }

                need += (int)Word(image, need + 12);
            }

            int next = (int)Word(image, library + 12);
            if (next == 0)
            {
                return false;
            }

            library += next;
        }
    }

    private static bool IsText(ReadOnlySpan<byte> bytes, string text) =>
        bytes.StartsWith(Encoding.ASCII.GetBytes(text)) && bytes[text.Length] == 0;

    private static int Offset(ReadOnlySpan<byte> image, int header) => (int)BinaryPrimitives.ReadUInt64LittleEndian(image[(header + 0x18)..]);

    private static uint Word(ReadOnlySpan<byte> image, int at) => BinaryPrimitives.ReadUInt32LittleEndian(image[at..]);

    private static ushort Short(ReadOnlySpan<byte> image, int at) => BinaryPrimitives.ReadUInt16LittleEndian(image[at..]);
}
