using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace GateDsl.Tool.Arrays;

/// <summary>
/// What stands before the numbers of a .npy file, in NumPy's format versions 1 (length of the header in two bytes), 2 (in four) and 3 (in four, its
/// text in UTF-8).
/// </summary>
/// <param name="Shape">Sizes of the axes.</param>
/// <param name="Type">Of the numbers.</param>
/// <param name="IsBigEndian">Whether the first byte of a number is its highest.</param>
/// <param name="IsFortranOrder">Whether the first axis is the fastest, else the last is.</param>
/// <param name="Start">Where the numbers start, in bytes.</param>
internal sealed record NpyHeader(ArrayShape Shape, NumberType Type, bool IsBigEndian, bool IsFortranOrder, long Start)
{
    private const int MagicLength = 6;

    /// <summary>NumPy itself reads no longer ones unless told to; ours need a few dozen bytes.</summary>
    private const int LongestText = 10_000;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Bytes of one number.</summary>
    public int ItemSize => Type.Size();

    /// <param name="file">The file, as the user named it.</param>
    /// <param name="handle">The file, opened.</param>
    /// <param name="kinds">What it may hold.</param>
    /// <exception cref="BadInputException">It is no .npy file, of another version, cut off, or no array of such numbers.</exception>
    public static NpyHeader Read(string file, SafeFileHandle handle, AcceptedNumbers kinds)
    {
        Span<byte> start = stackalloc byte[MagicLength + 6];
        int read = RandomAccess.Read(handle, start, 0);
        if (read == 0)
        {
            throw new BadInputException(file, "the file is empty; expected an array in .npy format.");
        }

        if (read < MagicLength || !start[..MagicLength].SequenceEqual(Magic))
        {
            throw new BadInputException(file, start[..2].SequenceEqual("PK"u8)
                ? "this is an archive (.npz, or torch.save), no .npy file; expected one array, written by numpy.save."
                : "this is no .npy file; expected an array written by numpy.save, or a .csv file.");
        }

        int version = start[MagicLength];
        if (read > MagicLength && version is < 1 or > 3)
        {
            throw new BadInputException(file, $"is of .npy version {version}; expected version 1, 2 or 3.");
        }

        int textStart = MagicLength + 2 + (version == 1 ? sizeof(ushort) : sizeof(uint));
        if (read < textStart)
        {
            throw CutOff(file);
        }

        long length = version == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(start[(MagicLength + 2)..])
            : BinaryPrimitives.ReadUInt32LittleEndian(start[(MagicLength + 2)..]);
        if (length > LongestText)
        {
            throw new BadInputException(file, $"its header claims {length} bytes; expected the header of one plain array.");
        }

        byte[] text = new byte[length];
        if (RandomAccess.Read(handle, text, textStart) < length)
        {
            throw CutOff(file);
        }

        Encoding encoding = version == 3 ? Encoding.UTF8 : Encoding.Latin1;
        return new NpyHeaderText(file, encoding.GetString(text), kinds).Parse(textStart + length);
    }

    private static BadInputException CutOff(string file) =>
        new(file, "is cut off within its header; expected an array written by numpy.save.");
}
