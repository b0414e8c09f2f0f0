using System.Buffers.Binary;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GateDsl.Tool.Arrays;

/// <summary>
/// A .npy file, read in pieces at their positions. (Of the libraries that were tried none maps files of the other byte order, and none that maps
/// files notices a truncated one.)
/// </summary>
internal sealed class NpyArray : NumberArray
{
    /// <summary>Bytes read at a time.</summary>
    private const int BufferLength = 1 << 20;

    private const long MostExact = 1L << 53;

    /// <summary>Shorter runs are cheaper to read with what lies between them.</summary>
    private const int ShortestRun = 4096;

    private readonly SafeFileHandle _handle;
    private readonly NpyHeader _header;
    private readonly byte[] _buffer = new byte[BufferLength];

    private NpyArray(string file, SafeFileHandle handle, NpyHeader header)
        : base(file, header.Shape)
    {
        _handle = handle;
        _header = header;
    }

    public override bool IsSingle => _header.Type == NumberType.Single;

    /// <exception cref="BadInputException">It is no .npy file of such numbers, or not all of it is there.</exception>
    public static new NpyArray Open(string file, AcceptedNumbers kinds = AcceptedNumbers.Floats)
    {
        SafeFileHandle handle = System.IO.File.OpenHandle(file);
        try
        {
            NpyHeader header = NpyHeader.Read(file, handle, kinds);
            long expected = header.Shape.Length * header.ItemSize;
            long found = RandomAccess.GetLength(handle) - header.Start;
            return found == expected
                ? new NpyArray(file, handle, header)
                : throw new BadInputException(
                    file,
                    $"{(found < expected ? "is truncated: it" : "goes on after its array: it")} holds {found} bytes of numbers; "
                    + $"expected {expected} for {header.Shape} of {header.ItemSize} bytes each.");
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public override void Dispose() => _handle.Dispose();

    protected override void ReadRows<T>(long first, Span<T> rowMajor)
    {
        if (_header.IsFortranOrder && Shape.Rank > 1)
        {
            ReadTransposed(first, rowMajor);
        }
        else
        {
            ReadRun(first * Shape.RowLength, rowMajor);
        }
    }

    /// <summary>
    /// The file holds the columns one after the other, and in each of them the rows with the first axis fastest. Of each column it reads the part
    /// that the rows asked for lie in, and of several columns before it deals them out, so that rows are written in stretches.
    /// </summary>
    private void ReadTransposed<T>(long first, Span<T> rowMajor)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        int columns = Shape.RowLength;
        long[] places = new long[rowMajor.Length / columns];
        for (int row = 0; row < places.Length; row++)
        {
            places[row] = PlaceInColumn(first + row);
        }

        long start = places.Min();
        long length = places.Max() - start + 1;
        bool readsBetween = length * _header.ItemSize < ShortestRun || length > Shape.Rows / 2;
        (start, length) = readsBetween ? (0, Shape.Rows) : (start, length);
        int height = checked((int)length);
        T[] tile = new T[height * Math.Clamp(BufferLength / _header.ItemSize / height, 1, columns)];
        for (int column = 0; column < columns; column += tile.Length / height)
        {
            int width = Math.Min(tile.Length / height, columns - column);
            if (readsBetween)
            {
                ReadRun(column * Shape.Rows, tile.AsSpan(0, width * height));
            }
            else
            {
                for (int c = 0; c < width; c++)
                {
                    ReadRun(((column + c) * Shape.Rows) + start, tile.AsSpan(c * height, height));
                }
            }

            for (int row = 0; row < places.Length; row++)
            {
                Span<T> stretch = rowMajor.Slice((row * columns) + column, width);
                int place = (int)(places[row] - start);
                for (int c = 0; c < width; c++)
                {
                    stretch[c] = tile[(c * height) + place];
                }
            }
        }
    }

    /// <summary>Where in a column a row stands: its number when the first axis is the fastest.</summary>
    private long PlaceInColumn(long row)
    {
        long place = 0;
        long stride = Shape.Rows;
        for (int axis = Shape.Rank - 2; axis >= 0; axis--)
        {
            stride /= Shape[axis];
            place += row % Shape[axis] * stride;
            row /= Shape[axis];
        }

        return place;
    }

    /// <summary>Neighbours in the file.</summary>
    private void ReadRun<T>(long first, Span<T> destination)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        int most = BufferLength / _header.ItemSize;
        for (int done = 0; done < destination.Length; done += most)
        {
            Span<T> part = destination.Slice(done, Math.Min(most, destination.Length - done));
            Span<byte> bytes = _buffer.AsSpan(0, part.Length * _header.ItemSize);
            ReadBytes(_header.Start + ((first + done) * _header.ItemSize), bytes);
            Convert(bytes, part);
        }
    }

    private void ReadBytes(long position, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(_handle, bytes, position);
            if (read == 0)
            {
                throw new BadInputException(File, "has become shorter while it was read.");
            }

            bytes = bytes[read..];
            position += read;
        }
    }

    private void Convert<T>(Span<byte> bytes, Span<T> numbers)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (_header.IsBigEndian == BitConverter.IsLittleEndian)
        {
            Reverse(bytes);
        }

        switch (_header.Type)
        {
            case NumberType.Half:
                From<Half, T>(bytes, numbers);
                break;
            case NumberType.Single:
                From<float, T>(bytes, numbers);
                break;
            case NumberType.Double:
                From<double, T>(bytes, numbers);
                break;
            case NumberType.SByte:
                From<sbyte, T>(bytes, numbers);
                break;
            case NumberType.Boolean or NumberType.Byte:
                From<byte, T>(bytes, numbers);
                break;
            case NumberType.Int16:
                From<short, T>(bytes, numbers);
                break;
            case NumberType.UInt16:
                From<ushort, T>(bytes, numbers);
                break;
            case NumberType.Int32:
                From<int, T>(bytes, numbers);
                break;
            case NumberType.UInt32:
                From<uint, T>(bytes, numbers);
                break;
            case NumberType.Int64:
                RequireExact(MemoryMarshal.Cast<byte, long>(bytes), -MostExact, MostExact);
                From<long, T>(bytes, numbers);
                break;
            default:
                RequireExact(MemoryMarshal.Cast<byte, ulong>(bytes), ulong.MinValue, (ulong)MostExact);
                From<ulong, T>(bytes, numbers);
                break;
        }
    }

    /// <summary>Beyond 2^53 there are integers that no double is equal to.</summary>
    private void RequireExact<TFound>(Span<TFound> found, TFound least, TFound most)
        where TFound : struct, IBinaryInteger<TFound>
    {
        if (found.ContainsAnyExceptInRange(least, most))
        {
            throw new BadInputException(File, "holds an integer beyond 2^53; expected numbers that are doubles.");
        }
    }

    private void Reverse(Span<byte> bytes)
    {
        switch (_header.ItemSize)
        {
            case sizeof(ushort):
                Span<ushort> pairs = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(pairs, pairs);
                break;
            case sizeof(uint):
                Span<uint> quartets = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(quartets, quartets);
                break;
            case sizeof(ulong):
                Span<ulong> octets = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(octets, octets);
                break;
        }
    }

    private static void From<TFile, T>(Span<byte> bytes, Span<T> numbers)
        where TFile : unmanaged, INumberBase<TFile>
        where T : struct, IBinaryFloatingPointIeee754<T> =>
        TensorPrimitives.ConvertTruncating<TFile, T>(MemoryMarshal.Cast<byte, TFile>(bytes), numbers);
}
